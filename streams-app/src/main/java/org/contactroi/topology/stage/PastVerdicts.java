package org.contactroi.topology.stage;

/**
 * What another run has decided of records of the inputs: a replay decides it no more. What is too
 * late depends on the clock on the wall, and what comes after an erasure on how partitions were
 * read, so that a second judgement could be another. It may keep less than the other run.
 */
public interface PastVerdicts {

  /** What becomes of a record. */
  enum Past {
    /** It is judged now. */
    OPEN,
    /** It counts, whatever would be said of it now. */
    ACCEPTED,
    /** It is as if it were not there. */
    PASSED_OVER
  }

  /** Everything is judged. */
  PastVerdicts NONE =
      new PastVerdicts() {
        @Override
        public Past of(String topic, int partition, long offset) {
          return Past.OPEN;
        }

        @Override
        public boolean counts(String tenant) {
          return true;
        }

        @Override
        public KeptDays kept() {
          return KeptDays.ALL;
        }
      };

  /** What becomes of a record by the place where it stands. */
  Past of(String topic, int partition, long offset);

  /** Whether the events of a tenant count at all. */
  boolean counts(String tenant);

  /** The days of which figures are kept. */
  KeptDays kept();
}
