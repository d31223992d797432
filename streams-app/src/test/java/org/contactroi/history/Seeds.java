package org.contactroi.history;

import java.util.Random;
import java.util.stream.LongStream;

/**
 * Where random tests begin. What they draw is the same in every run and on every machine; {@code
 * -Dseed=N} repeats a failure, which names its seed, and {@code -Dseed=random} draws what nobody
 * has seen.
 */
public final class Seeds {

  private static final String GIVEN = System.getProperty("seed", "");

  private Seeds() {}

  /** 1 and so on, as many as a property says. */
  public static LongStream of(String property) {
    return GIVEN.isEmpty()
        ? LongStream.rangeClosed(1, Integer.getInteger(property, 1))
        : LongStream.of(given());
  }

  /** Of a test by its name. */
  static long ofTest(String name) {
    return GIVEN.isEmpty() ? name.hashCode() : given();
  }

  private static long given() {
    return GIVEN.equals("random") ? new Random().nextLong() : Long.parseLong(GIVEN);
  }
}
