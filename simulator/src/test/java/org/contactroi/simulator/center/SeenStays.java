package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.contactroi.simulator.ledger.Leg;
import org.jspecify.annotations.Nullable;

/** Visits and legs of an interaction, put together from their events. */
final class SeenStays {

  private final Lines lines;
  private final String interaction;
  private final Map<String, Stay> legs = new LinkedHashMap<>();
  private final Map<String, Stay> visits = new LinkedHashMap<>();

  /** A visit or a leg. */
  private static final class Stay {
    private long start;
    private long end;
    private long hold;
    private long afterWork;
    private @Nullable QueueEntered entered;
    private @Nullable SegmentStarted started;
    private @Nullable SegmentEnded ended;
  }

  SeenStays(Lines lines, String interaction) {
    this.lines = lines;
    this.interaction = interaction;
  }

  void see(InteractionEvent event) {
    long at = event.getOccurredAt().toEpochMilli();
    Object payload = event.getPayload();
    if (payload instanceof QueueEntered of) {
      Stay visit = visits.computeIfAbsent(of.getVisitId(), unseen -> new Stay());
      visit.start = at;
      visit.entered = of;
    } else if (payload instanceof QueueExited of) {
      Stay visit = visits.computeIfAbsent(of.getVisitId(), unseen -> new Stay());
      String queue = Objects.requireNonNull(visit.entered).getQueueId();
      lines.add(interaction, of.getVisitId(), queue, visit.start, at, of.getOutcome());
    } else if (payload instanceof SegmentStarted of) {
      leg(of.getSegmentId()).start = at;
      leg(of.getSegmentId()).started = of;
    } else if (payload instanceof SegmentEnded of) {
      leg(of.getSegmentId()).end = at;
      leg(of.getSegmentId()).ended = of;
    } else {
      seeParts(payload, at);
    }
  }

  private void seeParts(Object payload, long at) {
    if (payload instanceof HoldStarted of) {
      leg(of.getSegmentId()).hold -= at;
    } else if (payload instanceof HoldEnded of) {
      leg(of.getSegmentId()).hold += at;
    } else if (payload instanceof AfterWorkStarted of) {
      leg(of.getSegmentId()).afterWork -= at;
    } else if (payload instanceof AfterWorkEnded of) {
      leg(of.getSegmentId()).afterWork += at;
    }
  }

  private Stay leg(String id) {
    return legs.computeIfAbsent(id, unseen -> new Stay());
  }

  void end() {
    legs.forEach(this::end);
  }

  private void end(String id, Stay leg) {
    SegmentStarted started = Objects.requireNonNull(leg.started);
    Leg.Who who =
        new Leg.Who(
            started.getParticipant(),
            Objects.requireNonNull(started.getParticipantId()),
            started.getRole(),
            started.getAgentGrade(),
            started.getBotVersion(),
            started.getLiveConcurrency());
    lines.add(interaction, id, who, started.getQueueId(), leg.start, leg.end);
    lines.add(interaction, id, parts(leg));
  }

  private static Leg.Parts parts(Stay leg) {
    ReportedTimes reported = Objects.requireNonNull(leg.ended).getReported();
    long talk = leg.end - leg.start - leg.hold;
    if (reported == null) {
      return new Leg.Parts(talk, leg.hold, leg.afterWork, 0, 0);
    }
    assertThat(reported.getTalkMs()).isEqualTo(talk);
    assertThat(reported.getHoldMs()).isEqualTo(leg.hold);
    assertThat(reported.getAcwMs()).isEqualTo(leg.afterWork);
    return new Leg.Parts(
        talk,
        leg.hold,
        leg.afterWork,
        part(reported.getDialMs()),
        part(reported.getContactingMs()));
  }

  private static long part(@Nullable Long reported) {
    return reported == null ? 0 : reported;
  }
}
