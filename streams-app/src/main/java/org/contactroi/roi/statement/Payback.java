package org.contactroi.roi.statement;

import java.time.LocalDate;
import org.contactroi.roi.amount.Amount;
import org.jspecify.annotations.Nullable;

/**
 * When an investment comes back, as it looks at the end of a day.
 *
 * @param balance running sum of cash from the first outlay on; zero before it
 * @param date first day, from the first outlay on, on which the running sum of cash was not
 *     negative; null if there was none yet
 * @param runRateDays days until what is still missing comes in, if cash goes on as in the trailing
 *     30 days; 0 once nothing is missing, null if it does not come in at that rate
 * @param netPresentMicros net present value at the first outlay, millionths of a unit; floating
 *     point, so no part of what is compared byte by byte; null without outlay
 */
public record Payback(
    Amount balance,
    @Nullable LocalDate date,
    @Nullable Long runRateDays,
    @Nullable Long netPresentMicros) {}
