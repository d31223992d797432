package org.contactroi.serve;

import org.contactroi.kpi.Totals;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI record says beside its key.
 *
 * @param end of the window, exclusive, UTC ms
 * @param zone of the tenant, IANA name
 * @param status PROVISIONAL or SETTLED
 * @param settledFraction share that is settled, 0 to 1
 * @param watermark event time the tenant had reached, UTC ms; null when unknown
 * @param revision how often the totals of this window have changed
 */
public record KpiRecord(
    long end,
    String zone,
    String status,
    double settledFraction,
    @Nullable Long watermark,
    long revision,
    Totals totals) {}
