package org.contactroi.app.topics;

import java.util.List;

/**
 * What was found or done about a topic.
 *
 * @param differences from what it should be, each a sentence; empty unless DIFFERENT
 * @param fatal figures would be wrong with one of them
 */
public record TopicReport(String topic, Outcome outcome, List<String> differences, boolean fatal) {

  /** What was found or done. */
  public enum Outcome {
    CREATED,
    UNCHANGED,
    DIFFERENT
  }

  public TopicReport {
    differences = List.copyOf(differences);
  }
}
