package org.contactroi.benchmarks.dsl;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.jspecify.annotations.Nullable;

/**
 * One interaction so far, and what it has told. It tells when it has ended and all its legs are
 * over; an event after that tells the difference.
 */
final class InteractionState {

  private String tenant = "";
  private Channel channel = Channel.UNKNOWN;
  private boolean outbound;
  private boolean eligible = true;
  private boolean ended;
  private boolean test;
  private long start;
  private @Nullable String queue;
  private @Nullable String issue;
  private @Nullable String asserted;
  private @Nullable String intent;
  private final List<LegState> legs = new ArrayList<>(2);
  private final List<VisitState> visits = new ArrayList<>(1);
  private Map<Place, Tally> told = Map.of();

  /** What the last event has changed; not kept. */
  private Map<Place, Tally> news = Map.of();

  String tenant() {
    return tenant;
  }

  Map<Place, Tally> news() {
    return news;
  }

  /** Takes an event in. */
  InteractionState plus(InteractionEvent event) {
    tenant = event.getTenantId();
    test |= event.getIsTest();
    add(event.getPayload(), event.getOccurredAt().toEpochMilli());
    if (isOver()) {
      Map<Place, Tally> now = test ? Map.of() : Completion.of(this).tallies();
      news = difference(now, told);
      told = now;
    }
    return this;
  }

  private void add(Object payload, long at) {
    if (payload instanceof SegmentStarted started) {
      leg(started.getSegmentId()).begin(started, at);
    } else if (payload instanceof SegmentEnded segment) {
      leg(segment.getSegmentId()).finish(segment, at);
      boolean tells = intent == null && segment.getBot() != null;
      intent = tells ? segment.getBot().getIntent() : intent;
    } else if (payload instanceof HoldStarted hold) {
      leg(hold.getSegmentId()).hold(at, true);
    } else if (payload instanceof HoldEnded hold) {
      leg(hold.getSegmentId()).hold(at, false);
    } else if (payload instanceof AfterWorkStarted work) {
      leg(work.getSegmentId()).work(at, true);
    } else if (payload instanceof AfterWorkEnded work) {
      leg(work.getSegmentId()).work(at, false);
    } else {
      addCourse(payload, at);
    }
  }

  private void addCourse(Object payload, long at) {
    if (payload instanceof InteractionStarted started) {
      begin(started, at);
    } else if (payload instanceof QueueEntered entered) {
      visits.add(VisitState.entered(entered.getVisitId(), entered.getQueueId(), at));
    } else if (payload instanceof QueueExited exited) {
      visits.replaceAll(
          visit -> visit.visitId().equals(exited.getVisitId()) ? visit.exited(at) : visit);
    } else if (payload instanceof InteractionEnded) {
      ended = true;
    } else if (payload instanceof InteractionReopened) {
      ended = false;
    } else if (payload instanceof ResolutionAsserted assertion) {
      asserted = assertion.getIssueKey() == null ? asserted : assertion.getIssueKey();
    }
  }

  private void begin(InteractionStarted started, long at) {
    start = at;
    channel = started.getChannel();
    outbound = started.getDirection() == Direction.OUTBOUND;
    eligible = started.getEligibleForHandoff();
    queue = started.getQueueId();
    issue = started.getIssueKey();
  }

  private LegState leg(String segmentId) {
    for (LegState leg : legs) {
      if (leg.segmentId.equals(segmentId)) {
        return leg;
      }
    }
    LegState leg = new LegState(segmentId);
    legs.add(leg);
    return leg;
  }

  private boolean isOver() {
    return ended
        && legs.stream().allMatch(LegState::isOver)
        && visits.stream().allMatch(VisitState::isOver);
  }

  private static Map<Place, Tally> difference(Map<Place, Tally> now, Map<Place, Tally> before) {
    Map<Place, Tally> difference = new LinkedHashMap<>(now);
    before.forEach((place, tally) -> difference.merge(place, tally.negated(), Tally::plus));
    difference.values().removeIf(Tally::isZero);
    return difference;
  }

  String channel() {
    return channel.name();
  }

  /** UTC ms. */
  long start() {
    return start;
  }

  boolean isOutbound() {
    return outbound;
  }

  boolean isEligible() {
    return eligible;
  }

  @Nullable String queue() {
    return queue;
  }

  @Nullable String issue() {
    if (asserted != null) {
      return asserted;
    }
    return issue == null ? intent : issue;
  }

  List<LegState> legs() {
    return legs;
  }

  List<VisitState> visits() {
    return visits;
  }

  void write(DataOutputStream to) throws IOException {
    to.writeUTF(tenant);
    to.writeUTF(channel.name());
    to.writeBoolean(outbound);
    to.writeBoolean(eligible);
    to.writeBoolean(ended);
    to.writeBoolean(test);
    to.writeLong(start);
    Texts.write(queue, to);
    Texts.write(issue, to);
    Texts.write(asserted, to);
    Texts.write(intent, to);
    to.writeShort(legs.size());
    for (LegState leg : legs) {
      leg.write(to);
    }
    to.writeShort(visits.size());
    for (VisitState visit : visits) {
      visit.write(to);
    }
    Tallies.write(told, to);
  }

  static InteractionState read(DataInputStream from) throws IOException {
    InteractionState state = new InteractionState();
    state.tenant = from.readUTF();
    state.channel = Channel.valueOf(from.readUTF());
    state.outbound = from.readBoolean();
    state.eligible = from.readBoolean();
    state.ended = from.readBoolean();
    state.test = from.readBoolean();
    state.start = from.readLong();
    state.queue = Texts.read(from);
    state.issue = Texts.read(from);
    state.asserted = Texts.read(from);
    state.intent = Texts.read(from);
    for (int left = from.readShort(); left > 0; left--) {
      state.legs.add(LegState.read(from));
    }
    for (int left = from.readShort(); left > 0; left--) {
      state.visits.add(VisitState.read(from));
    }
    state.told = Tallies.read(from);
    return state;
  }
}
