package org.contactroi.simulator.truth;

import java.util.Comparator;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Visit;

/**
 * The order in which sources number what they say. What has a length is told to a ledger when it is
 * over, so of what is seen at one time the begin of a leg or a stay may have been told too late.
 */
final class SourceOrder {

  /** By time; at one time as it was told, but customers come, are offered, and are served last. */
  static final Comparator<Seen> COMPARATOR = Seen.ORDER.thenComparingInt(SourceOrder::rank);

  private static final int COMES = 1;
  private static final int IS_OFFERED = 2;
  private static final int IS_SERVED = 3;
  private static final int IS_LISTENED_TO = 4;
  private static final int IS_MISSED = 5;
  private static final int ENDS = 6;

  private SourceOrder() {}

  private static int rank(Seen each) {
    return switch (each.moment()) {
      case VISIT_ENTERED -> COMES;
      case OFFERED, OFFER_CLOSED -> IS_OFFERED;
      case VISIT_LEFT -> ((Visit) each.fact()).waited() == 0 ? IS_OFFERED : 0;
      case LEG_STARTED -> isPrimary((Leg) each.fact()) ? IS_SERVED : IS_LISTENED_TO;
      case LEG_ENDED -> isMissed((Leg) each.fact()) ? IS_MISSED : 0;
      case ENDED -> ENDS;
      default -> 0;
    };
  }

  private static boolean isPrimary(Leg leg) {
    return leg.who().role() == SegmentRole.PRIMARY;
  }

  private static boolean isMissed(Leg leg) {
    return leg.start() == leg.end();
  }
}
