package org.contactroi.roi.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.kpi.Refusal;
import org.contactroi.roi.amount.Stated;
import org.jspecify.annotations.Nullable;

/**
 * The choices that money depends on; part of a version of a tenant's policy.
 *
 * @param currency of all amounts of the tenant, ISO 4217; fixed for its life
 * @param goLive first local day with the AI; fixed as well
 * @param realisationBp share of the saving that really left the payroll, basis points
 * @param incrementalityBp share of a sale's margin that would not exist without the AI, basis
 *     points by attribution; 0 for those that are missing
 * @param customerMarginMicros margin per customer that is kept; null if it is not known
 * @param annualRateBp discount rate of a year of 365 days, basis points
 * @param declaredIncluded whether declared benefits are part of the return
 */
public record MoneyPolicy(
    String currency,
    LocalDate goLive,
    int realisationBp,
    Map<Attribution, Integer> incrementalityBp,
    @Nullable Long customerMarginMicros,
    int annualRateBp,
    boolean declaredIncluded) {

  /** A thousand percent. */
  public static final int HIGHEST_RATE_BP = 100_000;

  public MoneyPolicy {
    Stated.currency(currency);
    Stated.within("realisation-bp", realisationBp, 0, Stated.WHOLE_BP);
    incrementalityBp.forEach(
        (to, share) -> Stated.within("incrementality-bp of " + to, share, 0, Stated.WHOLE_BP));
    incrementalityBp = Map.copyOf(incrementalityBp);
    if (customerMarginMicros != null) {
      Stated.amount("customer-margin-micros", customerMarginMicros);
    }
    Stated.within("annual-rate-bp", annualRateBp, 0, HIGHEST_RATE_BP);
  }

  /** The share of a sale's margin that counts, basis points. */
  public int incrementality(Attribution attribution) {
    return incrementalityBp.getOrDefault(attribution, 0);
  }

  /** Why it cannot follow another version of the same tenant; empty if it can. */
  public List<Refusal> refusals(MoneyPolicy before) {
    List<Refusal> refusals = new ArrayList<>();
    checkFixed("currency", currency, before.currency, refusals);
    checkFixed("go-live", goLive, before.goLive, refusals);
    return refusals;
  }

  private static void checkFixed(
      String field, Object value, Object before, List<Refusal> refusals) {
    if (!value.equals(before)) {
      refusals.add(
          new Refusal(
              field,
              "is '%s'; allowed: %s, because it is fixed for the life of a tenant"
                  .formatted(value, before)));
    }
  }
}
