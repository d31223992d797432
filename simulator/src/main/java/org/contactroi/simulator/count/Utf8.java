package org.contactroi.simulator.count;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Order of strings by their UTF-8 form as unsigned bytes. */
public final class Utf8 {

  public static final Comparator<String> ORDER =
      (one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other));

  private Utf8() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
