package org.contactroi.roi.valuation;

import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.customer.Retention;
import org.contactroi.roi.price.DayCosts;
import org.jspecify.annotations.Nullable;

/**
 * What a local day was stated with.
 *
 * @param costs of the use of resources
 * @param isSettled stays so
 * @param experience of its totals those that scores are made of
 * @param resolution likewise, of first-contact resolution
 * @param retention of the month that ends with the day; null on other days, or if unknown
 */
public record StatedDay(
    Account account,
    DayCosts costs,
    boolean isSettled,
    Totals experience,
    Totals resolution,
    @Nullable Retention retention) {

  /** The measures of scores alone; histograms are large. */
  static StatedDay of(Account account, DayCosts costs, boolean isSettled, KnownDay day) {
    return new StatedDay(
        account,
        costs,
        isSettled,
        scores(day.experience()),
        resolved(day.resolution()),
        day.totals().retention());
  }

  private static Totals scores(Totals experience) {
    Totals.Builder scores = Totals.builder(Experience.FAMILY);
    for (Measure measure :
        new Measure[] {
          Experience.CSAT_ANSWERS,
          Experience.CSAT_TOP_BOX,
          Experience.NPS_PROMOTERS,
          Experience.NPS_PASSIVES,
          Experience.NPS_DETRACTORS,
          Experience.CES_ANSWERS,
          Experience.CES_EASE_SUM,
          Experience.AGENT_ANSWERS,
          Experience.AGENT_SATISFACTION_SUM
        }) {
      scores.add(measure, experience.get(measure));
    }
    return scores.build();
  }

  private static Totals resolved(Totals resolution) {
    return Totals.builder(FirstContactResolution.FAMILY)
        .add(
            FirstContactResolution.RESOLVED_FIRST_CONTACT,
            resolution.get(FirstContactResolution.RESOLVED_FIRST_CONTACT))
        .add(FirstContactResolution.ELIGIBLE, resolution.get(FirstContactResolution.ELIGIBLE))
        .build();
  }
}
