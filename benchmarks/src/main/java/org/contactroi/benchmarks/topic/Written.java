package org.contactroi.benchmarks.topic;

/**
 * What was written to a topic.
 *
 * @param records the ends of transactions among them
 * @param bytes as they were sent, compressed
 */
public record Written(long records, long bytes) {

  /** Nothing. */
  public static final Written NOTHING = new Written(0, 0);

  /** The sum of both. */
  public Written plus(Written other) {
    return new Written(records + other.records, bytes + other.bytes);
  }

  /** What came on top of an earlier state. */
  public Written since(Written earlier) {
    return new Written(records - earlier.records, bytes - earlier.bytes);
  }

  boolean isNothing() {
    return equals(NOTHING);
  }
}
