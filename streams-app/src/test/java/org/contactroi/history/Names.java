package org.contactroi.history;

import java.util.List;

/** Ids that are allowed, and that a careless reader stumbles over. */
final class Names {

  /**
   * Separators of keys and of parts, escapes, blanks, controls, long ones, and characters whose
   * order differs between UTF-8 and UTF-16.
   */
  private static final List<String> ODD =
      List.of(
          "%s/b",
          "/%s",
          "%s+c",
          "%s%%2F",
          "%s@123",
          "x@%s",
          "~%s~",
          " %s",
          "%s two words ",
          "\u00a0%s",
          "%s\u0001",
          "%s\tend",
          "%s=:#\\",
          "\uff5e%s",
          "\ud83d\ude00%s",
          "%s\ud83d\udc69\u200d\ud83d\udcbb",
          "\u5317\u4eac%s",
          "e\u0301%s",
          "\u00e9%s",
          "%s\u0000",
          "%s*",
          "\"%s\"");

  private static final int LONGEST_BYTES = 256;

  private Names() {}

  /** The plain name, or one time in {@code times} an odd one made of it. */
  static String odd(Dice dice, int times, String plain) {
    if (!dice.oneIn(times)) {
      return plain;
    }
    return dice.oneIn(20) ? longest(plain) : dice.pick(ODD).formatted(plain);
  }

  /** As long as an id may be. */
  static String longest(String plain) {
    return plain + "l".repeat(LONGEST_BYTES - plain.length());
  }
}
