package org.contactroi.roi.rate;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Exchange into the tenant's currency on a local day.
 *
 * @param currency the tenant's, ISO 4217
 */
public record FxDay(FxRates rates, String currency, LocalDate day) {

  /** Nanos of the tenant's currency per unit of another; empty if there is no rate. */
  public OptionalLong nanos(String from) {
    return rates.nanos(from, currency, day);
  }
}
