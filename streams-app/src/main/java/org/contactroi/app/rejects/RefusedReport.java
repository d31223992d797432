package org.contactroi.app.rejects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Refused records for people and machines.
 *
 * @param what they are, in the plural
 * @param chosen all that are meant
 * @param shown those of them that are written in full
 */
record RefusedReport(String what, List<RefusedRecord> chosen, List<RefusedRecord> shown) {

  /** A few lines each, and one of counts. */
  String text() {
    return shown.stream().map(RefusedReport::lines).collect(Collectors.joining()) + summary();
  }

  private static String lines(RefusedRecord refused) {
    String kept =
        refused
            .event()
            .map(event -> EventJson.of(event).toString())
            .orElseGet(() -> "(" + withoutEvent(refused) + ")");
    return "%s  %s  %s%n  %s%n  %s%n"
        .formatted(refused.at(), refused.reason(), refused.place(), refused.detail(), kept);
  }

  private static String withoutEvent(RefusedRecord refused) {
    if (refused.content() instanceof RefusedRecord.Nothing nothing) {
      return nothing.why();
    }
    return refused.content() instanceof RefusedRecord.Raw raw
        ? raw.value().length + " bytes that are no event"
        : "";
  }

  private String summary() {
    String counts =
        counts().entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    return "%d %s%s%s%n"
        .formatted(
            chosen.size(),
            what,
            counts.isEmpty() ? "" : ": " + counts,
            shown.isEmpty() || shown.size() == chosen.size()
                ? ""
                : "; the newest %d shown".formatted(shown.size()));
  }

  private Map<String, Long> counts() {
    return chosen.stream()
        .collect(Collectors.groupingBy(RefusedRecord::reason, TreeMap::new, Collectors.counting()));
  }

  /** One object. */
  String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("count", chosen.size());
    ObjectNode counts = json.putObject("counts");
    counts().forEach(counts::put);
    ArrayNode records = json.putArray("records");
    shown.forEach(refused -> records.add(json(refused)));
    return json.toPrettyString() + System.lineSeparator();
  }

  private static ObjectNode json(RefusedRecord refused) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", refused.at().toString())
        .put("reason", refused.reason())
        .put("detail", refused.detail())
        .put("place", refused.place())
        .put("topic", refused.from().topic())
        .put("partition", refused.from().partition())
        .put("offset", refused.from().offset());
    refused
        .event()
        .ifPresentOrElse(
            event -> json.set("event", EventJson.of(event)),
            () -> json.put("without_event", withoutEvent(refused)));
    return json;
  }
}
