package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;
import static org.contactroi.kpi.Figure.percentile;
import static org.contactroi.kpi.Figure.quotient;

import java.util.List;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Totals;

/** Handle time of legs. */
public final class HandleTime extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure HANDLED_LEGS = MEASURES.scalar("handled_legs");
  public static final Measure TALK_MS = MEASURES.scalar("talk_ms");
  public static final Measure HOLD_MS = MEASURES.scalar("hold_ms");
  public static final Measure ACW_MS = MEASURES.scalar("acw_ms");
  public static final Measure HANDLE_MS = MEASURES.scalar("handle_ms");
  public static final Measure EFFORT_MS = MEASURES.scalar("effort_ms");
  public static final Measure MISMATCH_LEGS = MEASURES.scalar("mismatch_legs");
  public static final Measure IMPUTED_LEGS = MEASURES.scalar("imputed_legs");
  public static final Measure CLOCK_STEP_LEGS = MEASURES.scalar("clock_step_legs");
  public static final Measure OPEN_LEGS = MEASURES.scalar("open_legs");
  public static final Measure HANDLE_HISTOGRAM = MEASURES.histogram("handle_histogram");

  private static final Shown SHOWN =
      new Shown(
          List.of(
              quotient("aht", MILLISECONDS, HANDLE_MS, HANDLED_LEGS),
              quotient("talk", MILLISECONDS, TALK_MS, HANDLED_LEGS),
              quotient("hold", MILLISECONDS, HOLD_MS, HANDLED_LEGS),
              quotient("acw", MILLISECONDS, ACW_MS, HANDLED_LEGS),
              percentile("", 50, HANDLE_HISTOGRAM),
              percentile("", 90, HANDLE_HISTOGRAM),
              percentile("", 95, HANDLE_HISTOGRAM),
              percentile("", 99, HANDLE_HISTOGRAM)),
          List.of(
              Metric.of(
                      "contact_roi_handle_time_seconds",
                      "Handle time of handled legs; average without quantile")
                  .figure("aht", "quantile", "")
                  .figure("p50", "quantile", "0.5")
                  .figure("p90", "quantile", "0.9")
                  .figure("p95", "quantile", "0.95")
                  .figure("p99", "quantile", "0.99"),
              Metric.of(
                      "contact_roi_handle_time_part_seconds",
                      "Average handle time per handled leg, by part")
                  .figure("talk", "part", "talk")
                  .figure("hold", "part", "hold")
                  .figure("acw", "part", "acw"),
              Metric.of("contact_roi_handled_legs", "Handled legs").scalar(HANDLED_LEGS),
              Metric.of("contact_roi_open_legs", "Handled legs whose end nobody reported")
                  .scalar(OPEN_LEGS)));

  public static final Family FAMILY = new HandleTime();

  private HandleTime() {
    super(1, "handle-time", Clock.LEG_SETTLE, MEASURES, SHOWN);
  }

  @Override
  protected void add(Interaction interaction, Contributions to) {
    Dimensions dimensions = Dimensions.of(interaction);
    for (Leg leg : interaction.legs()) {
      if (leg.open() && leg.isHandled()) {
        to.add(
            leg.start(), dimensions.withQueue(leg.queue()), Totals.builder(this).add(OPEN_LEGS, 1));
      } else if (leg.isHuman() && !leg.open()) {
        to.add(leg.settle(), dimensions.withQueue(leg.queue()), totals(leg));
      }
    }
  }

  private Totals.Builder totals(Leg leg) {
    Totals.Builder totals = Totals.builder(this).add(EFFORT_MS, leg.effort());
    if (!leg.isHandled()) {
      return totals;
    }
    return totals
        .add(HANDLED_LEGS, 1)
        .add(TALK_MS, leg.talk())
        .add(HOLD_MS, leg.hold())
        .add(ACW_MS, leg.afterWork())
        .add(HANDLE_MS, leg.handle())
        .count(MISMATCH_LEGS, leg.mismatch())
        .count(IMPUTED_LEGS, leg.imputed())
        .count(CLOCK_STEP_LEGS, leg.clockStep())
        .add(HANDLE_HISTOGRAM, Distribution.ofSample(leg.handle()));
  }
}
