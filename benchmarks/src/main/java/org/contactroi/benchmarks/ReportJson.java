package org.contactroi.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A report as one JSON document. */
final class ReportJson {

  private final Report report;

  ReportJson(Report report) {
    this.report = report;
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    BenchPlan plan = report.plan();
    document
        .put("scenario", plan.events().scenario())
        .put("from", BenchPlan.Events.FROM)
        .put("days", plan.events().days())
        .put("day_zero", plan.events().dayZero())
        .put("rate", plan.events().rate())
        .put("partitions", plan.events().partitions())
        .put("rounds", plan.rounds())
        .put("processors", Runtime.getRuntime().availableProcessors())
        .put("java", System.getProperty("java.version"))
        .put("interaction_events", report.published().interactionEvents())
        .put("other_events", report.published().otherEvents())
        .put("interactions", report.published().interactions());
    ObjectNode settings = document.putObject("settings");
    new TreeMap<>(plan.settings()).forEach(settings::put);
    ArrayNode programs = document.putArray("programs");
    report.programs().forEach(program -> programs.add(program(program)));
    ArrayNode ratios = document.putArray("ratios");
    Ratio.all(report)
        .forEach(
            ratio ->
                ratios
                    .addObject()
                    .put("of", ratio.name())
                    .put("events_per_second", ratio.events())
                    .put("cpu_without_jit", ratio.cpu()));
    return document;
  }

  private ObjectNode program(Report.Title program) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    List<Measurement> rounds = report.of(program.letter());
    node.put("program", program.letter().lower()).put("title", program.text());
    ObjectNode median = node.putObject("median");
    report.columns().forEach(column -> put(median, column, column.median(rounds)));
    ArrayNode all = node.putArray("rounds");
    rounds.forEach(round -> all.add(round(round)));
    return node;
  }

  private ObjectNode round(Measurement round) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("round", round.round())
        .put("events", round.events())
        .put("seconds", round.seconds())
        .put("cpu_seconds_before_start", round.startCpu());
    report.columns().forEach(column -> put(node, column, column.value().apply(round)));
    round.written().ifPresent(output -> put(node, output));
    return node;
  }

  private static void put(ObjectNode node, Measurement.Output output) {
    node.putObject("figures")
        .put("handled_legs", output.figures().handledLegs())
        .put("handle_ms", output.figures().handleMs())
        .put("sessions", output.figures().sessions())
        .put("handed_off", output.figures().handedOff());
    node.put("state_bytes", output.stateBytes()).put("log_bytes", output.logBytes());
    ObjectNode topics = node.putObject("topics");
    new TreeMap<>(output.traffic().byTopic())
        .forEach(
            (topic, written) ->
                topics
                    .putObject(topic)
                    .put("records", written.records())
                    .put("bytes", written.bytes()));
  }

  private static void put(ObjectNode node, Column column, Optional<Double> value) {
    value.ifPresent(number -> node.put(column.key(), number));
  }
}
