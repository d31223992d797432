package org.contactroi.benchmarks.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;

/**
 * An interaction with one handled leg, of a tenant of its own, in which nothing else counts.
 *
 * @param number from 0 on
 * @param at when it is published
 */
public record Probe(int number, Instant at) {

  /** The tenant of all probes. */
  public static final String TENANT = "bench-probe";

  /** Gauges show whole minutes that have passed, so it counts in one that has. */
  private static final Duration AGE = Duration.ofMinutes(3);

  private static final Duration LENGTH = Duration.ofSeconds(10);

  /** Its events; the first is of another interaction, which says how late it is. */
  public List<InteractionEvent> events() {
    Instant start = at.minus(AGE);
    Instant end = start.plus(LENGTH);
    return List.of(
        event("clock-" + number, "s", at, started()),
        event(id(), "s", start, started()),
        event(id(), "l", start, segmentStarted()),
        event(id(), "e", end, SegmentEnded.newBuilder().setSegmentId("1").build()),
        event(id(), "x", end, InteractionEnded.newBuilder().setEndedBy(EndedBy.CUSTOMER).build()));
  }

  private String id() {
    return "probe-" + number;
  }

  private static InteractionStarted started() {
    return InteractionStarted.newBuilder()
        .setChannel(Channel.VOICE)
        .setDirection(Direction.INBOUND)
        .setQueueId("probes")
        .build();
  }

  private static SegmentStarted segmentStarted() {
    return SegmentStarted.newBuilder()
        .setSegmentId("1")
        .setParticipant(Participant.AGENT)
        .setRole(SegmentRole.PRIMARY)
        .build();
  }

  private InteractionEvent event(String interaction, String id, Instant occurred, Object payload) {
    return InteractionEvent.newBuilder()
        .setEventId(id)
        .setTenantId(TENANT)
        .setInteractionId(interaction)
        .setOccurredAt(occurred)
        .setObservedAt(at)
        .setSourceSystem("bench")
        .setPayload(payload)
        .build();
  }
}
