package org.contactroi.interaction;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Names an interaction of a tenant.
 *
 * @param source the id its source gave
 * @param resumedAt start of a part after a long silence, UTC ms; null for the first part
 */
public record InteractionId(String source, @Nullable Long resumedAt) {

  /** By the bytes of the {@link #text}; a source may give an id that reads like that of a part. */
  public static final Comparator<InteractionId> ORDER =
      Comparator.comparing(InteractionId::text, Utf8Order.INSTANCE)
          .thenComparing(
              InteractionId::resumedAt, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final char SEPARATOR = '@';

  /**
   * The name that reads so.
   *
   * @param resumedAt start of a part, UTC ms; null when the text names a first part
   * @throws IllegalArgumentException if the text does not end with the start of the part
   */
  public static InteractionId of(String text, @Nullable Long resumedAt) {
    if (resumedAt == null) {
      return new InteractionId(text, null);
    }
    String suffix = SEPARATOR + resumedAt.toString();
    if (!text.endsWith(suffix)) {
      throw new IllegalArgumentException("'%s' does not end with %s".formatted(text, suffix));
    }
    return new InteractionId(text.substring(0, text.length() - suffix.length()), resumedAt);
  }

  /** As people read it: {@code id}, or {@code id@start} of a later part. */
  public String text() {
    return resumedAt == null ? source : source + SEPARATOR + resumedAt;
  }

  @Override
  public String toString() {
    return text();
  }
}
