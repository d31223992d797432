package org.contactroi.interaction;

import java.util.Comparator;

/**
 * Order of strings by their UTF-8 bytes, unsigned: the same on every machine and in every language.
 *
 * <p>It is the order of code points; {@link String#compareTo} differs from it above U+FFFF.
 */
public enum Utf8Order implements Comparator<String> {
  /** The only instance. */
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Integer.compare(weight(a), weight(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Surrogates stand for code points above all others of UTF-16. */
  private static int weight(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }
}
