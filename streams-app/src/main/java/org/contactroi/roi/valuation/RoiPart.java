package org.contactroi.roi.valuation;

/** What statements of a tenant are made of. */
public sealed interface RoiPart permits DayPart, MonthPart {

  String tenant();
}
