package org.contactroi.catalog.file;

import java.time.Duration;
import java.util.function.Predicate;
import org.contactroi.notation.DurationText;

/** Reads durations of whole milliseconds. */
final class Durations {

  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final String BOUND = ", at most " + DurationText.of(LONGEST);

  static final String ALLOWED_POSITIVE = DurationText.ALLOWED + ", longer than 0" + BOUND;
  private static final String ALLOWED = DurationText.ALLOWED + ", not negative" + BOUND;

  private final Fields fields;

  Durations(Fields fields) {
    this.fields = fields;
  }

  Duration positive(String name, Duration otherwise) {
    return fields.value(
        name, ALLOWED_POSITIVE, text -> parse(text, Duration::isZero), () -> otherwise);
  }

  Duration notNegative(String name, Duration otherwise) {
    return fields.value(name, ALLOWED, text -> parse(text, duration -> false), () -> otherwise);
  }

  private static Duration parse(String text, Predicate<Duration> isRefused) {
    Duration duration = DurationText.parse(text);
    boolean isWhole = Duration.ofMillis(duration.toMillis()).equals(duration);
    if (duration.isNegative()
        || duration.compareTo(LONGEST) > 0
        || !isWhole
        || isRefused.test(duration)) {
      throw new IllegalArgumentException(ALLOWED);
    }
    return duration;
  }
}
