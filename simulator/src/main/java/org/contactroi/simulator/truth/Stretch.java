package org.contactroi.simulator.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.count.Span;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/** What is seen of a contact without a silence that somebody ended. */
final class Stretch {

  private final Chapter.Told told;
  private final boolean isFollowUp;
  private final List<Seen> seen = new ArrayList<>();
  private final Set<Seen> signs = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Pendings pendings = new Pendings();
  private @Nullable Long lastActivity;

  /**
   * Creates one in which nothing is seen yet.
   *
   * @param isFollowUp whether we get in touch with the customer
   */
  Stretch(Chapter.Told told, boolean isFollowUp) {
    this.told = told;
    this.isFollowUp = isFollowUp;
  }

  void add(Seen each) {
    take(each, each.moment().isActivity());
  }

  /** Takes something in; who says so after a longer silence prolongs and ends nothing. */
  void take(Seen each, boolean isSign) {
    if (isSign) {
      lastActivity = each.at();
      signs.add(each);
    }
    seen.add(each);
    pendings.take(each);
  }

  boolean isFollowUp() {
    return isFollowUp;
  }

  List<Seen> seen() {
    return seen;
  }

  /** Returns whether something seen is a sign of life. */
  boolean isSign(Seen each) {
    return signs.contains(each);
  }

  private long lastSign() {
    return lastActivity == null ? seen.get(seen.size() - 1).at() : lastActivity;
  }

  /** Returns when silence ends it, if nobody says when it ended. */
  long fallsSilent() {
    long longest = told.silence().longest();
    long quiet =
        pendings.goingSince().stream().mapToLong(from -> from + longest).max().orElse(lastSign());
    return Math.min(Math.max(quiet, lastSign()) + told.gap(), lastSign() + longest);
  }

  boolean isSilentBefore(Seen each) {
    return lastActivity != null && each.at() > fallsSilent();
  }

  boolean isWithinReach(Seen each) {
    return each.at() - lastSign() <= told.silence().longest();
  }

  /**
   * Returns when it waited for others than the center.
   *
   * @param end when it ended; a wait that nobody ends lasts to it, or to the last sign of life
   */
  List<Span> pending(long end) {
    return pendings.onOthers(Math.max(end, lastSign() + 1));
  }

  /** Whether the customer got in touch and nobody has answered. */
  boolean isCustomerWaiting() {
    boolean isWaiting = false;
    for (Seen each : seen) {
      boolean isAsking = Roles.isByCustomer(each) && !each.is(Moment.BEGUN);
      isWaiting = !isAnswer(each) && (isWaiting || isAsking);
    }
    return isWaiting;
  }

  private static boolean isAnswer(Seen each) {
    return Roles.isReply(each)
        || (each.is(Moment.LEG_STARTED) && isOfAnAnsweringPerson(((Leg) each.fact()).who()));
  }

  private static boolean isOfAnAnsweringPerson(Leg.Who who) {
    return who.role() == SegmentRole.PRIMARY
        && (who.participant() == Participant.AGENT || who.participant() == Participant.SUPERVISOR);
  }
}
