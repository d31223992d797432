package org.contactroi.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.history.Input.Content;
import org.contactroi.history.Input.Source;

/** Records of agents that have to be refused. */
final class BadAgentRecords {

  private static final String AGENT = "jo";

  private final Center center;
  private final Instant arrival;
  private final List<Input> records = new ArrayList<>();

  private BadAgentRecords(Center center, Instant arrival) {
    this.center = center;
    this.arrival = arrival;
  }

  /** All of them, as sent to one center at an instant. */
  static List<Input> of(Center center, Instant arrival) {
    BadAgentRecords bad = new BadAgentRecords(center, arrival);
    bad.refuse("BLANK_ID", " ", bad.event(state(" ")).build());
    bad.refuse("ID_TOO_LONG", "a".repeat(257), bad.event(state("a".repeat(257))).build());
    bad.refuse("KEY_MISMATCH", "another", bad.event(state(AGENT)).build());
    bad.refuse(
        "STRING_TOO_LONG",
        AGENT,
        bad.event(state(AGENT)).setAttributes(Map.of("k", "v".repeat(1_025))).build());
    bad.refuse(
        "TIME_OUT_OF_RANGE", AGENT, bad.event(state(AGENT)).setOccurredAt(Instant.EPOCH).build());
    bad.refuse(
        "AHEAD_OF_OBSERVATION",
        AGENT,
        bad.event(state(AGENT)).setOccurredAt(arrival.plusMillis(3_600_001)).build());
    bad.refuse("SCALE_INVALID", AGENT, bad.event(answered(3, 3)).build());
    bad.refuse("SCORE_OUT_OF_SCALE", AGENT, bad.event(answered(4, 5)).build());
    bad.noEvents();
    return bad.records;
  }

  /** An event of one source is none of the other. */
  private void noEvents() {
    InteractionEvent ofAnInteraction =
        InteractionEvent.newBuilder()
            .setEventId("e")
            .setTenantId(center.tenant())
            .setInteractionId(AGENT)
            .setOccurredAt(arrival)
            .setObservedAt(arrival)
            .setSourceSystem("acd")
            .setPayload(new InteractionEnded(EndedBy.CUSTOMER))
            .build();
    refuse("SCHEMA_MISMATCH", AGENT, ofAnInteraction);
    add(
        Source.INTERACTION_EVENTS,
        new Content.Whole(event(state(AGENT)).build()),
        "SCHEMA_MISMATCH");
    add(Source.AGENT_EVENTS, new Content.Garbage("garbage"), "UNKNOWN_MAGIC_BYTE");
    add(Source.AGENT_EVENTS, new Content.Nothing(), "NULL_VALUE");
  }

  private AgentEvent.Builder event(SpecificRecord payload) {
    return AgentEvent.newBuilder()
        .setEventId("e")
        .setTenantId(center.tenant())
        .setOccurredAt(arrival)
        .setObservedAt(arrival)
        .setSourceSystem("wfm")
        .setAttributes(Map.of())
        .setPayload(payload);
  }

  private static AgentStateChanged state(String agent) {
    return AgentStateChanged.newBuilder()
        .setAgentId(agent)
        .setState("READY")
        .setRoutable(true)
        .setProductive(true)
        .setPaid(true)
        .build();
  }

  private static AgentSurveyAnswered answered(int min, int max) {
    return new AgentSurveyAnswered(AGENT, "mood", 3, min, max, true);
  }

  private void refuse(String reason, String key, SpecificRecord value) {
    records.add(
        new Input(Source.AGENT_EVENTS, key, new Content.Whole(value), arrival, Set.of(reason)));
  }

  private void add(Source source, Content content, String reason) {
    records.add(new Input(source, AGENT, content, arrival, Set.of(reason)));
  }
}
