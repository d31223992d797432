package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;
import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.percentile;
import static org.contactroi.kpi.Figure.quotient;
import static org.contactroi.kpi.Figure.ratio;

import java.util.List;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Visit;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Totals;

/** Waiting in queues. */
public final class ServiceLevel extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure VISITS = MEASURES.scalar("visits");
  public static final Measure ANSWERED = MEASURES.scalar("answered");
  public static final Measure ANSWERED_IN_TIME = MEASURES.scalar("answered_in_time");
  public static final Measure SHORT_ABANDONS = MEASURES.scalar("short_abandons");
  public static final Measure LONG_ABANDONS = MEASURES.scalar("long_abandons");
  public static final Measure OTHER_OUTCOMES = MEASURES.scalar("other_outcomes");
  public static final Measure WAIT_ANSWERED_MS = MEASURES.scalar("wait_answered_ms");
  public static final Measure WAIT_MS = MEASURES.scalar("wait_ms");
  public static final Measure WAIT_HISTOGRAM = MEASURES.histogram("wait_histogram");

  private static final Shown SHOWN =
      new Shown(
          List.of(
              ratio(
                  "service_level",
                  SHARE,
                  "answered_in_time / (answered + long_abandons)",
                  t -> t.ratio(t.get(ANSWERED_IN_TIME), ANSWERED, LONG_ABANDONS)),
              ratio(
                  "abandon_rate",
                  SHARE,
                  "long_abandons / (answered + long_abandons)",
                  t -> t.ratio(t.get(LONG_ABANDONS), ANSWERED, LONG_ABANDONS)),
              quotient("asa", MILLISECONDS, WAIT_ANSWERED_MS, ANSWERED),
              percentile("", 50, WAIT_HISTOGRAM),
              percentile("", 90, WAIT_HISTOGRAM),
              percentile("", 95, WAIT_HISTOGRAM)),
          List.of(
              Metric.of(
                      "contact_roi_service_level_ratio",
                      "Visits answered in time / (answered + long abandons)")
                  .figure("service_level"),
              Metric.of("contact_roi_abandon_ratio", "Long abandons / (answered + long abandons)")
                  .figure("abandon_rate"),
              Metric.of("contact_roi_speed_of_answer_seconds", "Average wait of answered visits")
                  .figure("asa"),
              Metric.of("contact_roi_wait_seconds", "Waiting time of visits")
                  .figure("p50", "quantile", "0.5")
                  .figure("p90", "quantile", "0.9")
                  .figure("p95", "quantile", "0.95"),
              Metric.of(
                      "contact_roi_visits",
                      "Stays in a queue; answered_in_time is part of answered")
                  .scalar(ANSWERED, "outcome", "answered")
                  .scalar(ANSWERED_IN_TIME, "outcome", "answered_in_time")
                  .scalar(SHORT_ABANDONS, "outcome", "short_abandon")
                  .scalar(LONG_ABANDONS, "outcome", "long_abandon")
                  .scalar(OTHER_OUTCOMES, "outcome", "other")));

  public static final Family FAMILY = new ServiceLevel();

  private ServiceLevel() {
    super(2, "service-level", Clock.VISIT_EXIT, MEASURES, SHOWN);
  }

  @Override
  protected void add(Interaction interaction, Contributions to) {
    Dimensions dimensions = Dimensions.of(interaction);
    for (Visit visit : interaction.visits()) {
      to.add(visit.end(), dimensions.withQueue(visit.queue()), totals(visit));
    }
  }

  private Totals.Builder totals(Visit visit) {
    long waited = visit.waited();
    Totals.Builder totals =
        Totals.builder(this)
            .add(VISITS, 1)
            .add(WAIT_MS, waited)
            .add(
                WAIT_HISTOGRAM,
                visit.endInferred() ? Distribution.EMPTY : Distribution.ofSample(waited));
    return switch (visit.outcome()) {
      case ANSWERED ->
          totals
              .add(ANSWERED, 1)
              .add(WAIT_ANSWERED_MS, waited)
              .count(ANSWERED_IN_TIME, visit.answeredInTime());
      case ABANDONED -> totals.add(visit.shortAbandon() ? SHORT_ABANDONS : LONG_ABANDONS, 1);
      case FLOW_OUT, CALLBACK, TIMEOUT, NO_AGENTS, KEY_EXIT, TRANSFERRED, SYSTEM, UNKNOWN ->
          totals.add(OTHER_OUTCOMES, 1);
    };
  }
}
