package org.contactroi.simulator.input;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.contactroi.simulator.EventTopic;
import org.contactroi.simulator.PublishSummary;
import org.contactroi.simulator.format.Tally;

/**
 * What an import found and did.
 *
 * @param published what it published
 */
record ImportReport(Input input, PublishSummary published) {

  /** Nothing was published. */
  static final PublishSummary NOTHING = new PublishSummary(0, 0, false);

  /** Returns a line for each tenant, and one for all and what was published. */
  String text() {
    StringBuilder text = new StringBuilder();
    input.tally().byTenant().forEach((tenant, of) -> text.append(line(tenant, of)));
    text.append(
        "%d events, %d published%s%n"
            .formatted(
                input.tally().events(),
                published.events(),
                published.interrupted() ? ", then stopped" : ""));
    return text.toString();
  }

  private static String line(String tenant, Tally.OfTenant of) {
    String topics =
        of.byTopic().entrySet().stream()
            .map(topic -> topic.getValue() + " " + topic.getKey().suffix())
            .collect(Collectors.joining(", "));
    return "tenant %s: %s, from %s to %s%n".formatted(tenant, topics, of.from(), of.to());
  }

  /** Returns one object. */
  String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("events", input.tally().events())
        .put("published", published.events())
        .put("seconds", published.seconds())
        .put("interrupted", published.interrupted())
        .put("bad_lines", input.badLines().count());
    input.badLines().report().forEach(json.putArray("errors")::add);
    ObjectNode tenants = json.putObject("tenants");
    input.tally().byTenant().forEach((tenant, of) -> describe(tenants.putObject(tenant), of));
    return json.toPrettyString() + System.lineSeparator();
  }

  private static void describe(ObjectNode json, Tally.OfTenant of) {
    for (EventTopic topic : EventTopic.values()) {
      json.put(topic.suffix(), of.byTopic().getOrDefault(topic, 0L));
    }
    json.put("from", of.from().toString()).put("to", of.to().toString());
  }
}
