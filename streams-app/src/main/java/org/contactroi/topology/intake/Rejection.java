package org.contactroi.topology.intake;

import org.jspecify.annotations.Nullable;

/**
 * Why an event is not accepted.
 *
 * @param detail the field and the value at fault, cut to {@value #DETAIL_CHARS} characters
 */
public record Rejection(Verdict verdict, String detail) {

  private static final int DETAIL_CHARS = 256;

  public Rejection {
    detail = cut(detail);
  }

  public static Rejection of(Verdict verdict, String field, @Nullable Object value) {
    return new Rejection(verdict, field + " is '" + value + "'");
  }

  /** Text cut to {@value #DETAIL_CHARS} characters. */
  static String cut(String text) {
    return text.length() <= DETAIL_CHARS ? text : text.substring(0, DETAIL_CHARS);
  }
}
