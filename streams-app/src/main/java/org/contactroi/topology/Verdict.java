package org.contactroi.topology;

/** Why an event that could be decoded is not accepted. */
enum Verdict {
  BLANK_ID,
  ID_TOO_LONG,
  STRING_TOO_LONG,
  EVENT_TOO_LARGE,
  KEY_MISMATCH,
  TIME_OUT_OF_RANGE,
  AHEAD_OF_OBSERVATION,
  DURATION_OUT_OF_RANGE,
  NEGATIVE_AMOUNT,
  SCALE_INVALID,
  SCORE_OUT_OF_SCALE,
  CONCURRENCY_BELOW_ONE,
  UNKNOWN_CURRENCY,
  TOO_LATE
}
