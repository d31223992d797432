package org.contactroi.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.InteractionEvent;
import org.jspecify.annotations.Nullable;

/**
 * One record of an input topic.
 *
 * @param arrival when it comes in when nothing is late
 * @param refusals the reasons of which one has to be given for its refusal; none if it has to be
 *     accepted
 */
public record Input(
    Source source, String key, Content content, Instant arrival, Set<String> refusals) {

  /** Where it comes in. */
  public enum Source {
    INTERACTION_EVENTS,
    AGENT_EVENTS
  }

  /** What it holds. */
  public sealed interface Content {

    /** An event of either source, or a record of another contract. */
    record Whole(SpecificRecord value) implements Content {}

    /** A record that lost its last byte. */
    record Truncated(SpecificRecord value) implements Content {}

    /** Text. */
    record Garbage(String text) implements Content {}

    /** No value at all. */
    record Nothing() implements Content {}
  }

  static Input of(InteractionEvent event, Instant arrival) {
    return new Input(
        Source.INTERACTION_EVENTS,
        event.getInteractionId(),
        new Content.Whole(event),
        arrival,
        Set.of());
  }

  static Input of(AgentEvent event, String agent, Instant arrival) {
    return new Input(Source.AGENT_EVENTS, agent, new Content.Whole(event), arrival, Set.of());
  }

  /** The same, to be refused with one of the reasons. */
  Input refused(String... reasons) {
    return new Input(source, key, content, arrival, Set.of(reasons));
  }

  public boolean isGood() {
    return refusals.isEmpty();
  }

  /** The tenant it names; empty if it names none. */
  String tenant() {
    Object value = value();
    if (value instanceof InteractionEvent ofInteraction) {
      return ofInteraction.getTenantId();
    }
    return value instanceof AgentEvent ofAgent ? ofAgent.getTenantId() : "";
  }

  /** When it says it happened; when it came in if it says nothing. */
  Instant time() {
    Object value = value();
    if (value instanceof InteractionEvent ofInteraction) {
      return ofInteraction.getOccurredAt();
    }
    return value instanceof AgentEvent ofAgent ? ofAgent.getOccurredAt() : arrival;
  }

  /** The record it holds, if it holds a whole one. */
  @Nullable SpecificRecord value() {
    return content instanceof Content.Whole whole ? whole.value() : null;
  }

  /**
   * The value of the record.
   *
   * @param encoder writes header and body
   */
  public byte @Nullable [] wire(Function<SpecificRecord, byte[]> encoder) {
    if (content instanceof Content.Whole whole) {
      return encoder.apply(whole.value());
    }
    if (content instanceof Content.Truncated truncated) {
      byte[] wire = encoder.apply(truncated.value());
      return Arrays.copyOf(wire, wire.length - 1);
    }
    return content instanceof Content.Garbage garbage
        ? garbage.text().getBytes(StandardCharsets.UTF_8)
        : null;
  }
}
