package org.contactroi.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.contactroi.outputs.RejectedEvent;

/** What was sent where, and what of it was refused. */
public final class Ledger {

  /** Place of a record. */
  public record Position(String topic, int partition, long offset) {}

  private final Map<Position, Input> sent = new HashMap<>();
  private final Map<Position, String> refused = new HashMap<>();

  public void sent(Position position, Input input) {
    sent.put(position, input);
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
  public Map<String, Input> wrongRefusals() {
    Map<String, Input> wrong = new TreeMap<>();
    sent.forEach(
        (position, input) -> {
          String reason = refused.get(position);
          boolean right = reason == null ? input.isGood() : input.refusals().contains(reason);
          if (!right) {
            wrong.put("%s at %s, not %s".formatted(reason, position, input.refusals()), input);
          }
        });
    return wrong;
  }

  /** The input minus what was refused, which is the definition of what was accepted. */
  public List<Input> accepted() {
    List<Input> accepted = new ArrayList<>();
    sent.forEach(
        (position, input) -> {
          if (!refused.containsKey(position)) {
            accepted.add(input);
          }
        });
    return accepted;
  }
}
