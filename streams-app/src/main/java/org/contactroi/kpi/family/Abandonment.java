package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;
import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.percentile;
import static org.contactroi.kpi.Figure.ratio;

import java.util.List;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Totals;

/** How long customers wait before they give up: all abandons, short and long. */
public final class Abandonment extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure VISITS = MEASURES.scalar("visits");
  public static final Measure SHORT_ABANDONS = MEASURES.scalar("short_abandons");
  public static final Measure LONG_ABANDONS = MEASURES.scalar("long_abandons");
  public static final Measure WAIT_ABANDONED_MS = MEASURES.scalar("wait_abandoned_ms");
  public static final Measure WAIT_ABANDONED_HISTOGRAM =
      MEASURES.histogram("wait_abandoned_histogram");

  private static final Shown SHOWN =
      new Shown(
          List.of(
              ratio(
                  "time_to_abandon",
                  MILLISECONDS,
                  "wait_abandoned_ms / (short_abandons + long_abandons)",
                  t -> t.ratio(t.get(WAIT_ABANDONED_MS), SHORT_ABANDONS, LONG_ABANDONS)),
              percentile("time_to_abandon_", 50, WAIT_ABANDONED_HISTOGRAM),
              percentile("time_to_abandon_", 90, WAIT_ABANDONED_HISTOGRAM),
              ratio(
                  "abandoned_share",
                  SHARE,
                  "(short_abandons + long_abandons) / visits",
                  t -> t.ratio(t.sum(SHORT_ABANDONS, LONG_ABANDONS), VISITS))),
          List.of(
              Metric.of(
                      "contact_roi_time_to_abandon_seconds",
                      "Wait of abandoned visits; average without quantile")
                  .figure("time_to_abandon", "quantile", "")
                  .figure("time_to_abandon_p50", "quantile", "0.5")
                  .figure("time_to_abandon_p90", "quantile", "0.9"),
              Metric.of("contact_roi_abandoned_visits_ratio", "Abandoned visits / all visits")
                  .figure("abandoned_share")));

  public static final Family FAMILY = new Abandonment();

  private Abandonment() {
    super(11, "abandonment", Clock.VISIT_EXIT, MEASURES, SHOWN);
  }

  @Override
  protected void add(Interaction interaction, Contributions to) {
    Dimensions dimensions = Dimensions.of(interaction);
    for (Visit visit : interaction.visits()) {
      to.add(visit.end(), dimensions.withQueue(visit.queue()), totals(visit));
    }
  }

  private Totals.Builder totals(Visit visit) {
    Totals.Builder totals = Totals.builder(this).add(VISITS, 1);
    return visit.outcome() == QueueOutcome.ABANDONED
        ? totals
            .add(visit.shortAbandon() ? SHORT_ABANDONS : LONG_ABANDONS, 1)
            .add(WAIT_ABANDONED_MS, visit.waited())
            .add(WAIT_ABANDONED_HISTOGRAM, Distribution.ofSample(visit.waited()))
        : totals;
  }
}
