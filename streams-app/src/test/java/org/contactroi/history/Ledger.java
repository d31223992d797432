package org.contactroi.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.oracle.AcceptedAgentEvent;
import org.contactroi.oracle.AcceptedEvent;
import org.contactroi.oracle.Oracle;
import org.contactroi.oracle.OraclePolicy;
import org.contactroi.outputs.RejectedEvent;

/** What was sent where, and what of it was refused. */
public final class Ledger {

  /** What was accepted, in no order. */
  public record Accepted(List<AcceptedEvent> events, List<AcceptedAgentEvent> agentEvents) {

    /** What the oracle makes of it. */
    public Bodies totals(Map<String, List<OraclePolicy>> policies) {
      return Bodies.of(Oracle.totals(events, agentEvents, policies));
    }
  }

  /** Place of a record. */
  public record Position(String topic, int partition, long offset) {}

  private final Map<Position, Input> sent = new HashMap<>();
  private final Map<String, Long> offsets = new HashMap<>();
  private final Map<Position, String> refused = new HashMap<>();

  public void sent(Position position, Input input) {
    sent.put(position, input);
  }

  /** Notes the next record of a topic of one partition. */
  void sent(String topic, Input input) {
    sent(new Position(topic, 0, offsets.merge(topic, 1L, Long::sum) - 1), input);
  }

  /** Notes a record of the topic rejects. */
  public void rejected(RejectedEvent reject) {
    Position position = new Position(reject.getTopic(), reject.getPartition(), reject.getOffset());
    refuse(position, reject.getReason());
  }

  /** Notes the headers of a record of the topic dead-letters. */
  public void deadLetter(Headers headers) {
    Position position =
        new Position(
            text(headers, "topic"),
            Integer.parseInt(text(headers, "partition")),
            Long.parseLong(text(headers, "offset")));
    refuse(position, text(headers, "reason"));
  }

  private void refuse(Position position, String reason) {
    String before = refused.put(position, reason);
    if (before != null) {
      throw new AssertionError("%s is refused twice: %s, %s".formatted(position, before, reason));
    }
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader("contact-roi." + name).value(), StandardCharsets.UTF_8);
  }

  /** What is wrong with the refusals: records that had to be refused and were not, and others. */
  public Map<String, String> wrongRefusals() {
    Map<String, String> wrong = new TreeMap<>();
    sent.forEach(
        (position, input) -> {
          String reason = refused.get(position);
          boolean right = reason == null ? input.isGood() : input.refusals().contains(reason);
          if (!right) {
            String what = "%s at %s, not %s".formatted(reason, position, input.refusals());
            wrong.put(what, input.content().toString());
          }
        });
    refused.keySet().stream()
        .filter(position -> !sent.containsKey(position))
        .forEach(position -> wrong.put(refused.get(position) + " at " + position, "never sent"));
    return wrong;
  }

  /** The input minus what was refused, which is the definition of what was accepted. */
  public Accepted accepted() {
    List<AcceptedEvent> events = new ArrayList<>();
    List<AcceptedAgentEvent> agentEvents = new ArrayList<>();
    sent.forEach(
        (position, input) -> {
          Object event = refused.containsKey(position) ? null : input.value();
          if (event instanceof InteractionEvent ofInteraction) {
            events.add(AcceptedEvent.of(ofInteraction));
          } else if (event instanceof AgentEvent ofAgent) {
            agentEvents.add(AcceptedAgentEvent.of(ofAgent));
          }
        });
    return new Accepted(events, agentEvents);
  }
}
