package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What is true, or what is published.
 *
 * @param totals of windows, by key
 * @param money what windows of cost and saving say about money, by key
 * @param statements by key; of the truth by key and last day, with a blank between
 */
record Figures(
    Map<String, ObjectNode> totals,
    Map<String, ObjectNode> money,
    Map<String, ObjectNode> statements) {

  static Figures none() {
    return new Figures(new HashMap<>(), new HashMap<>(), new HashMap<>());
  }
}
