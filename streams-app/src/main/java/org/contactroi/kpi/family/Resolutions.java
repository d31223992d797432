package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;
import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.percentile;
import static org.contactroi.kpi.Figure.quotient;

import java.util.List;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Resolution;
import org.contactroi.interaction.Response;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Totals;

/** How long customers wait until their contact is resolved, and for every reply. */
public final class Resolutions extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure ENDED = MEASURES.scalar("ended");
  public static final Measure RESOLVED = MEASURES.scalar("resolved");
  public static final Measure REOPENINGS = MEASURES.scalar("reopenings");
  public static final Measure RESOLUTION_MS = MEASURES.scalar("resolution_ms");
  public static final Measure RESOLUTION_BUSINESS_MS = MEASURES.scalar("resolution_business_ms");
  public static final Measure REPLIES = MEASURES.scalar("replies");
  public static final Measure REPLY_MS = MEASURES.scalar("reply_ms");
  public static final Measure RESOLUTION_HISTOGRAM = MEASURES.histogram("resolution_histogram");
  public static final Measure RESOLUTION_BUSINESS_HISTOGRAM =
      MEASURES.histogram("resolution_business_histogram");
  public static final Measure REPLY_HISTOGRAM = MEASURES.histogram("reply_histogram");

  private static final Shown SHOWN =
      new Shown(
          List.of(
              quotient("resolved_rate", SHARE, RESOLVED, ENDED),
              quotient("reopen_rate", SHARE, REOPENINGS, ENDED),
              quotient("resolution_time", MILLISECONDS, RESOLUTION_MS, RESOLVED),
              percentile("resolution_time_", 50, RESOLUTION_HISTOGRAM),
              percentile("resolution_time_", 90, RESOLUTION_HISTOGRAM),
              quotient("resolution_time_business", MILLISECONDS, RESOLUTION_BUSINESS_MS, RESOLVED),
              percentile("resolution_time_business_", 50, RESOLUTION_BUSINESS_HISTOGRAM),
              percentile("resolution_time_business_", 90, RESOLUTION_BUSINESS_HISTOGRAM),
              quotient("reply_time", MILLISECONDS, REPLY_MS, REPLIES),
              percentile("reply_time_", 50, REPLY_HISTOGRAM),
              percentile("reply_time_", 90, REPLY_HISTOGRAM)),
          List.of(
              Metric.of("contact_roi_resolved_ratio", "Resolved / ended inbound interactions")
                  .figure("resolved_rate"),
              Metric.of(
                      "contact_roi_reopen_ratio",
                      "Reopenings by customers / ended inbound interactions")
                  .figure("reopen_rate"),
              Metric.of(
                      "contact_roi_resolution_seconds",
                      "Time to resolution, by the clock or in opening hours; average without"
                          + " quantile")
                  .figure("resolution_time", "time", "clock", "quantile", "")
                  .figure("resolution_time_p50", "time", "clock", "quantile", "0.5")
                  .figure("resolution_time_p90", "time", "clock", "quantile", "0.9")
                  .figure("resolution_time_business", "time", "business", "quantile", "")
                  .figure("resolution_time_business_p50", "time", "business", "quantile", "0.5")
                  .figure("resolution_time_business_p90", "time", "business", "quantile", "0.9"),
              Metric.of(
                      "contact_roi_reply_seconds",
                      "Time from a customer's message to an agent's reply; average without"
                          + " quantile")
                  .figure("reply_time", "quantile", "")
                  .figure("reply_time_p50", "quantile", "0.5")
                  .figure("reply_time_p90", "quantile", "0.9")));

  public static final Family FAMILY = new Resolutions();

  private Resolutions() {
    super(12, "resolution", Clock.INTERACTION_END, MEASURES, SHOWN);
  }

  @Override
  protected void add(Interaction interaction, Contributions to) {
    if (interaction.isInbound()) {
      to.add(interaction.end(), Dimensions.of(interaction), totals(interaction));
    }
  }

  private Totals.Builder totals(Interaction interaction) {
    Resolution resolution = interaction.resolution();
    Totals.Builder totals =
        Totals.builder(this)
            .count(ENDED, resolution.ended())
            .add(REOPENINGS, interaction.reopenings().size());
    Response time = resolution.time();
    if (time != null) {
      totals
          .add(RESOLVED, 1)
          .add(RESOLUTION_MS, time.time())
          .add(RESOLUTION_BUSINESS_MS, time.business())
          .add(RESOLUTION_HISTOGRAM, Distribution.ofSample(time.time()))
          .add(RESOLUTION_BUSINESS_HISTOGRAM, Distribution.ofSample(time.business()));
    }
    for (long reply : resolution.replies()) {
      totals
          .add(REPLIES, 1)
          .add(REPLY_MS, reply)
          .add(REPLY_HISTOGRAM, Distribution.ofSample(reply));
    }
    return totals;
  }
}
