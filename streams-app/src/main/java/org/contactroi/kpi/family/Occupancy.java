package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.COUNT;
import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.quotient;
import static org.contactroi.kpi.Figure.ratio;

import java.util.List;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.SliceBy;

/** How agents spend their time; what it is made of comes from package {@code agent}. */
public final class Occupancy extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure HANDLING_MS = MEASURES.scalar("handling_ms");
  public static final Measure IDLE_MS = MEASURES.scalar("idle_ms");
  public static final Measure PAID_MS = MEASURES.scalar("paid_ms");
  public static final Measure EFFORT_MS = MEASURES.scalar("effort_ms");
  public static final Measure HANDLING_SUM_MS = MEASURES.scalar("handling_sum_ms");

  private static final Shown SHOWN =
      new Shown(
          List.of(
              ratio(
                  "occupancy",
                  SHARE,
                  "handling_ms / (handling_ms + idle_ms)",
                  totals -> totals.ratio(totals.get(HANDLING_MS), HANDLING_MS, IDLE_MS)),
              quotient("concurrency", COUNT, HANDLING_SUM_MS, HANDLING_MS),
              quotient("utilisation", SHARE, HANDLING_MS, PAID_MS)),
          List.of(
              Metric.of("contact_roi_occupancy_ratio", "Handling / (handling + available idle)")
                  .figure("occupancy"),
              Metric.of(
                      "contact_roi_concurrency",
                      "Contacts an agent handles side by side, on average")
                  .figure("concurrency"),
              Metric.of("contact_roi_utilisation_ratio", "Handling / paid time")
                  .figure("utilisation"),
              Metric.ofSeconds(
                      "contact_roi_agent_seconds", "Time of agents in whole hours, by what it was")
                  .scalar(HANDLING_MS, "kind", "handling")
                  .scalar(IDLE_MS, "kind", "idle")
                  .scalar(PAID_MS, "kind", "paid")
                  .scalar(EFFORT_MS, "kind", "effort")));

  public static final Family FAMILY = new Occupancy();

  private Occupancy() {
    super(10, "occupancy", Clock.OVERLAP, MEASURES, SHOWN);
  }

  /** Of an agent's time only the team is known. */
  @Override
  public List<SliceBy> slices(List<SliceBy> ofPolicy) {
    return slicesOfAgents();
  }
}
