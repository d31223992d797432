package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;
import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.ratio;

import java.util.List;
import org.contactroi.interaction.event.OfferOutcome;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.jspecify.annotations.Nullable;

/** What becomes of offers to agents; what they are made of comes from package {@code agent}. */
public final class Offers extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure ACCEPTED = MEASURES.scalar("accepted");
  public static final Measure REJECTED = MEASURES.scalar("rejected");
  public static final Measure TIMEOUT = MEASURES.scalar("timeout");
  public static final Measure CANCELED = MEASURES.scalar("canceled");
  public static final Measure RESCINDED = MEASURES.scalar("rescinded");
  public static final Measure OTHER = MEASURES.scalar("other");
  public static final Measure RINGS = MEASURES.scalar("rings");
  public static final Measure RING_ACCEPTED_MS = MEASURES.scalar("ring_accepted_ms");
  public static final Measure RING_TIMEOUT_MS = MEASURES.scalar("ring_timeout_ms");

  private static final String DECIDED = "(accepted + rejected + timeout + other)";

  private static final Shown SHOWN =
      new Shown(
          List.of(
              ratio(
                  "acceptance_rate",
                  SHARE,
                  "accepted / " + DECIDED,
                  totals -> of(totals, ACCEPTED)),
              ratio(
                  "ring_no_answer_rate",
                  SHARE,
                  "timeout / " + DECIDED,
                  totals -> of(totals, TIMEOUT)),
              ratio(
                  "ring_time",
                  MILLISECONDS,
                  "(ring_accepted_ms + ring_timeout_ms) / rings",
                  totals ->
                      new Ratio(
                          Math.addExact(totals.get(RING_ACCEPTED_MS), totals.get(RING_TIMEOUT_MS)),
                          totals.get(RINGS)))),
          List.of(
              Metric.of(
                      "contact_roi_offer_acceptance_ratio",
                      "Offers accepted / offers agents decided or let ring")
                  .figure("acceptance_rate"),
              Metric.of(
                      "contact_roi_ring_no_answer_ratio",
                      "Offers agents let ring / offers agents decided or let ring")
                  .figure("ring_no_answer_rate"),
              Metric.of("contact_roi_ring_seconds", "Ring time of offers, on average")
                  .figure("ring_time"),
              Metric.of("contact_roi_offers", "Offers to agents, by what became of them")
                  .scalar(ACCEPTED, "outcome", "accepted")
                  .scalar(REJECTED, "outcome", "rejected")
                  .scalar(TIMEOUT, "outcome", "timeout")
                  .scalar(CANCELED, "outcome", "canceled")
                  .scalar(RESCINDED, "outcome", "rescinded")
                  .scalar(OTHER, "outcome", "other")));

  public static final Family FAMILY = new Offers();

  private Offers() {
    super(13, "offers", Clock.OFFER_CLOSE, MEASURES, SHOWN);
  }

  /** Of those offers that an agent could take. */
  private static Ratio of(Totals totals, Measure measure) {
    return totals.ratio(totals.get(measure), ACCEPTED, REJECTED, TIMEOUT, OTHER);
  }

  @Override
  public List<SliceBy> slices(List<SliceBy> ofPolicy) {
    return slicesOfAgents();
  }

  /** Of an agent the team is known, and of an offer the queue. */
  @Override
  public List<SliceBy> slicesOfAgents() {
    return List.of(SliceBy.ALL, SliceBy.QUEUE, SliceBy.TEAM);
  }

  /**
   * What an offer adds.
   *
   * @param ring how long it rang, ms; null when its begin was not seen
   */
  public static Totals.Builder totals(OfferOutcome outcome, @Nullable Long ring) {
    Totals.Builder totals = Totals.builder(FAMILY).add(measure(outcome), 1);
    Measure time = outcome == OfferOutcome.ACCEPTED ? RING_ACCEPTED_MS : RING_TIMEOUT_MS;
    boolean isTimed = outcome == OfferOutcome.ACCEPTED || outcome == OfferOutcome.TIMEOUT;
    return ring != null && isTimed ? totals.add(RINGS, 1).add(time, ring) : totals;
  }

  private static Measure measure(OfferOutcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> ACCEPTED;
      case REJECTED -> REJECTED;
      case TIMEOUT -> TIMEOUT;
      case CANCELED -> CANCELED;
      case RESCINDED -> RESCINDED;
      case UNKNOWN -> OTHER;
    };
  }
}
