package org.contactroi.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What was measured live. */
record LiveReport(List<LiveResult> results) {

  LiveReport {
    results = List.copyOf(results);
  }

  /** For people. */
  List<String> lines() {
    TextTable table = new TextTable();
    table.add(LiveResult.HEAD);
    results.forEach(result -> table.add(result.row()));
    return table.lines();
  }

  /** For machines. */
  ObjectNode json() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode live = document.putArray("live");
    results.forEach(result -> live.add(result.json()));
    return document;
  }
}
