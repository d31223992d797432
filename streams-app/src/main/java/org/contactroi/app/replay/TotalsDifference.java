package org.contactroi.app.replay;

import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;

/** Totals of a family in a window, of which two runs do not say the same. */
record TotalsDifference(TotalsKey key, Totals first, Totals second) {}
