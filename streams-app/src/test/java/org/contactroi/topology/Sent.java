package org.contactroi.topology;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.Channel;
import org.contactroi.events.CustomerErased;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.jspecify.annotations.Nullable;

/** Events as a source sends them. */
public final class Sent {

  public static final String TENANT = "acme";

  private Sent() {}

  public static InteractionEvent.Builder event(
      String interaction, String id, String at, SpecificRecord payload) {
    return InteractionEvent.newBuilder()
        .setEventId(id)
        .setTenantId(TENANT)
        .setInteractionId(interaction)
        .setOccurredAt(Instant.parse(at))
        .setObservedAt(Instant.parse(at))
        .setSourceSystem("test")
        .setPayload(payload);
  }

  public static InteractionEvent started(String interaction, String at, @Nullable String customer) {
    InteractionStarted started =
        InteractionStarted.newBuilder()
            .setChannel(Channel.VOICE)
            .setDirection(Direction.INBOUND)
            .setCustomerKey(customer)
            .setQueueId("sales")
            .setIssueKey("bill")
            .build();
    return event(interaction, "started", at, started).build();
  }

  /** An agent's leg that began a minute before. */
  public static InteractionEvent leg(String interaction, String at) {
    SegmentEnded leg =
        SegmentEnded.newBuilder()
            .setSegmentId("leg")
            .setParticipant(Participant.AGENT)
            .setRole(SegmentRole.PRIMARY)
            .setReported(ReportedTimes.newBuilder().setTalkMs(60_000L).build())
            .build();
    return event(interaction, "leg", at, leg).build();
  }

  /** All events of a contact without length, of which nothing is known but when it was. */
  public static InteractionEvent[] brief(String interaction, String at) {
    return new InteractionEvent[] {begun(interaction, at), ended(interaction, at)};
  }

  /** A contact of which nothing is known but when it began. */
  public static InteractionEvent begun(String interaction, String at) {
    return event(interaction, "begun", at, InteractionStarted.newBuilder().build()).build();
  }

  public static InteractionEvent ended(String interaction, String at) {
    return event(interaction, "ended", at, new InteractionEnded(EndedBy.CUSTOMER)).build();
  }

  static AgentEvent.Builder agentEvent(String id, String at, SpecificRecord payload) {
    return AgentEvent.newBuilder()
        .setEventId(id)
        .setTenantId(TENANT)
        .setOccurredAt(Instant.parse(at))
        .setObservedAt(Instant.parse(at))
        .setSourceSystem("test")
        .setPayload(payload);
  }

  static CustomerEvent.Builder customerEvent(String at, SpecificRecord payload) {
    return CustomerEvent.newBuilder()
        .setEventId("of " + at)
        .setTenantId(TENANT)
        .setOccurredAt(Instant.parse(at))
        .setObservedAt(Instant.parse(at))
        .setSourceSystem("test")
        .setPayload(payload);
  }

  static CustomerEvent erased(String customer, String at) {
    return customerEvent(at, new CustomerErased(customer)).build();
  }

  /** A state of an agent that is paid; its time is its event's id. */
  static AgentEvent state(String agent, String at, @Nullable String team, boolean routable) {
    return agentEvent(at, at, new AgentStateChanged(agent, team, "any", routable, routable, true))
        .build();
  }

  /** The beginning of an agent's leg. */
  static InteractionEvent legStarted(
      String interaction, String segment, String at, @Nullable String agent) {
    SegmentStarted started =
        SegmentStarted.newBuilder()
            .setSegmentId(segment)
            .setParticipant(Participant.AGENT)
            .setParticipantId(agent)
            .build();
    return event(interaction, segment + " started", at, started).build();
  }

  /** The end of a leg, without after-contact work. */
  static InteractionEvent legEnded(String interaction, String segment, String at) {
    SegmentEnded ended =
        SegmentEnded.newBuilder()
            .setSegmentId(segment)
            .setReported(ReportedTimes.newBuilder().setAcwMs(0L).build())
            .build();
    return event(interaction, segment + " ended", at, ended).build();
  }
}
