package org.contactroi.kpi;

import static org.contactroi.kpi.Figure.Unit.COUNT;
import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;
import static org.contactroi.kpi.Figure.Unit.SHARE;

import java.util.List;
import java.util.function.Function;

/**
 * A figure of a family, read from totals as an exact ratio.
 *
 * @param name as published, for instance {@code service_level}
 * @param unit of the ratio
 * @param isPercentile whether it is a value of a distribution, not a quotient
 * @param formula totals to ratio, undefined when there is nothing to divide by
 */
public record Figure(
    String name, Unit unit, boolean isPercentile, Function<Totals, Ratio> formula) {

  /** Unit of a figure. */
  public enum Unit {
    MILLISECONDS,
    /** Between 0 and 1. */
    SHARE,
    COUNT
  }

  private static final List<Figure> HANDLE_TIME =
      List.of(
          quotient("aht", MILLISECONDS, HandleTime.HANDLE_MS, HandleTime.HANDLED_LEGS),
          quotient("talk", MILLISECONDS, HandleTime.TALK_MS, HandleTime.HANDLED_LEGS),
          quotient("hold", MILLISECONDS, HandleTime.HOLD_MS, HandleTime.HANDLED_LEGS),
          quotient("acw", MILLISECONDS, HandleTime.ACW_MS, HandleTime.HANDLED_LEGS),
          percentile(50, HandleTime.HANDLE_HISTOGRAM),
          percentile(90, HandleTime.HANDLE_HISTOGRAM),
          percentile(95, HandleTime.HANDLE_HISTOGRAM),
          percentile(99, HandleTime.HANDLE_HISTOGRAM));

  private static final List<Figure> SERVICE_LEVEL =
      List.of(
          new Figure(
              "service_level",
              SHARE,
              false,
              t -> new Ratio(t.get(ServiceLevel.ANSWERED_IN_TIME), answeredOrLost(t))),
          new Figure(
              "abandon_rate",
              SHARE,
              false,
              t -> new Ratio(t.get(ServiceLevel.LONG_ABANDONS), answeredOrLost(t))),
          quotient("asa", MILLISECONDS, ServiceLevel.WAIT_ANSWERED_MS, ServiceLevel.ANSWERED),
          percentile(50, ServiceLevel.WAIT_HISTOGRAM),
          percentile(90, ServiceLevel.WAIT_HISTOGRAM),
          percentile(95, ServiceLevel.WAIT_HISTOGRAM));

  private static final List<Figure> CONTAINMENT =
      List.of(
          new Figure(
              "containment_technical",
              SHARE,
              false,
              t ->
                  new Ratio(
                      t.get(Containment.SESSIONS) - t.get(Containment.HANDED_OFF),
                      t.get(Containment.SESSIONS))),
          new Figure("containment_settled", SHARE, false, Figure::containmentSettled),
          quotient("confirmed", SHARE, Containment.RESOLVED_CONFIRMED, Containment.SESSIONS),
          quotient("handoff_rate", SHARE, Containment.HANDED_OFF, Containment.SESSIONS),
          quotient("involvement", SHARE, Containment.INVOLVED, Containment.ELIGIBLE),
          new Figure(
              "automation",
              SHARE,
              false,
              t ->
                  new Ratio(t.get(Containment.INVOLVED), t.get(Containment.ELIGIBLE))
                      .times(containmentSettled(t))));

  private static final List<Figure> FIRST_CONTACT_RESOLUTION =
      List.of(
          quotient(
              "fcr",
              SHARE,
              FirstContactResolution.RESOLVED_FIRST_CONTACT,
              FirstContactResolution.ELIGIBLE),
          quotient(
              "repeat_rate",
              SHARE,
              FirstContactResolution.REPEATS,
              FirstContactResolution.IDENTIFIED_INBOUND),
          quotient(
              "contacts_per_issue",
              COUNT,
              FirstContactResolution.IDENTIFIED_INBOUND,
              FirstContactResolution.IDENTIFIED),
          quotient(
              "fcr_survey",
              SHARE,
              FirstContactResolution.SURVEY_YES,
              FirstContactResolution.SURVEY_ANSWERS),
          quotient(
              "fcr_agent_flag",
              SHARE,
              FirstContactResolution.AGENT_FLAG_YES,
              FirstContactResolution.AGENT_FLAGS),
          quotient(
              "identified_share",
              SHARE,
              FirstContactResolution.IDENTIFIED,
              FirstContactResolution.EPISODES));

  private static final List<Figure> VOLUME =
      List.of(quotient("transfer_rate", SHARE, Volume.TRANSFERS_COMPLETED, Volume.HANDLED_LEGS));

  /** The figures of a family, in the order they are shown. */
  public static List<Figure> of(Family family) {
    return switch (family) {
      case HANDLE_TIME -> HANDLE_TIME;
      case SERVICE_LEVEL -> SERVICE_LEVEL;
      case CONTAINMENT -> CONTAINMENT;
      case FIRST_CONTACT_RESOLUTION -> FIRST_CONTACT_RESOLUTION;
      case VOLUME -> VOLUME;
    };
  }

  /** The figure of these totals. */
  public Ratio from(Totals totals) {
    return formula.apply(totals);
  }

  private static Figure quotient(String name, Unit unit, Measure numerator, Measure denominator) {
    return new Figure(name, unit, false, t -> new Ratio(t.get(numerator), t.get(denominator)));
  }

  private static Figure percentile(int percent, Measure histogram) {
    return new Figure(
        "p" + percent,
        MILLISECONDS,
        true,
        t -> Histogram.percentile(t.distribution(histogram), percent));
  }

  private static long answeredOrLost(Totals totals) {
    return totals.get(ServiceLevel.ANSWERED) + totals.get(ServiceLevel.LONG_ABANDONS);
  }

  private static Ratio containmentSettled(Totals totals) {
    return new Ratio(
        totals.get(Containment.RESOLVED_ASSUMED) + totals.get(Containment.RESOLVED_CONFIRMED),
        totals.get(Containment.SESSIONS));
  }
}
