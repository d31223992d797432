package org.contactroi.history;

import java.util.stream.LongStream;

/** The seeds a test runs: 1 and so on, as many as a property says, or the one of property seed. */
public final class Seeds {

  private Seeds() {}

  /** From the property that says how many. */
  public static LongStream of(String property) {
    String one = System.getProperty("seed", "");
    return one.isEmpty()
        ? LongStream.rangeClosed(1, Integer.getInteger(property, 1))
        : LongStream.of(Long.parseLong(one));
  }
}
