package org.contactroi.simulator.scenario;

/**
 * What can go wrong between what happens and the events that say so: to a share of the events that
 * a fault could befall, {@link #REOPENED} and {@link #TEST_TRAFFIC} to one of the contacts.
 */
public enum Fault {
  /** The event comes again, up to days later. */
  DUPLICATES,
  /** The event comes with a wrong time, and is corrected by a higher revision. */
  REVISIONS,
  /** The event is taken back although it is right, or one is that says what never happened. */
  RETRACTIONS,
  /** The event comes minutes late. */
  SHUFFLED,
  /** The event comes days late, in time to count. */
  STRAGGLERS,
  /** The event comes when it is too late to count. */
  TOO_LATE,
  /** The event that something began never comes. */
  MISSING_STARTS,
  /** The event that something ended never comes. */
  MISSING_ENDS,
  /** A contact that has ended is reported to go on. */
  REOPENED,
  /** The clock of whoever says so was off. */
  CLOCK_STEPS,
  /** The event says it happened hours or days after it was observed, and is refused. */
  FUTURE_STAMPS,
  /** What arrives is no event. */
  CORRUPT_BYTES,
  /** What arrives names a schema that nobody knows. */
  UNKNOWN_SCHEMAS,
  /** A contact is called a test by its first event. */
  TEST_TRAFFIC
}
