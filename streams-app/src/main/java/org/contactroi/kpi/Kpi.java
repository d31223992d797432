package org.contactroi.kpi;

import org.jspecify.annotations.Nullable;

/**
 * The KPIs of an hour or a day, as published.
 *
 * @param end of the window, exclusive, UTC ms
 * @param zone of the tenant, IANA name
 * @param policyVersion valid when the window ends
 * @param settledFraction share that is settled, 0 to 1
 * @param watermark event time the tenant had reached, UTC ms; null when unknown
 * @param revision how often the totals or amounts of this window have changed
 */
public record Kpi(
    TotalsKey key,
    long end,
    String zone,
    String policyVersion,
    boolean isSettled,
    double settledFraction,
    @Nullable Long watermark,
    long revision,
    Totals totals) {}
