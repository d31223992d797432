package org.contactroi.interaction.event;

import org.jspecify.annotations.Nullable;

/**
 * Times of a leg as the source measured them, milliseconds; a part that is present wins.
 *
 * @param averageConcurrencyMilli contacts its agent served at the same time, on average,
 *     thousandths
 */
public record ReportedTimes(
    @Nullable Long talk,
    @Nullable Long hold,
    @Nullable Long afterWork,
    @Nullable Long ring,
    @Nullable Long dial,
    @Nullable Long contacting,
    @Nullable Integer averageConcurrencyMilli) {

  /** Nothing was reported. */
  public static final ReportedTimes NONE =
      new ReportedTimes(null, null, null, null, null, null, null);
}
