package org.contactroi.simulator.scenario.file;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contactroi.events.Channel;
import org.jspecify.annotations.Nullable;

/** How single values are written. */
final class Notation {

  static final Kind<String> TEXT =
      Kind.text("a text", text -> Optional.of(text).filter(found -> !found.isBlank()));

  static final Kind<String> ID =
      Kind.text(
          "an id of up to 64 letters, digits, _, . and -",
          text -> Optional.of(text).filter(found -> found.matches("[A-Za-z0-9_.-]{1,64}")));

  /** A number from 0 to 1. */
  static final Kind<Double> SHARE =
      Kind.text("a share from 0 to 1, or from 0% to 100%", Notation::share);

  /** A number of at least 0; a percentage is a number too. */
  static final Kind<Double> FACTOR =
      Kind.text("a number of at least 0, or a percentage", Notation::factor);

  static final Kind<Double> POSITIVE =
      FACTOR.where(number -> number > 0, "a number above 0, or a percentage");

  /** A length of time, ms. */
  static final Kind<Long> DURATION =
      Kind.text("a duration such as 90s, 5m, 8h30m or 3d", Notation::millis);

  /** A length of time above 0, ms. */
  static final Kind<Long> LENGTH =
      DURATION.where(millis -> millis > 0, "a duration above 0 such as 90s, 5m, 8h30m or 3d");

  static final Kind<LocalTime> TIME = Kind.text("a time of day such as 08:30", Notation::time);

  static final Kind<Boolean> YES_NO = Kind.oneOf(List.of("yes", "no")).map("yes"::equals);

  static final Kind<ZoneId> ZONE =
      Kind.text("a time zone such as Europe/Berlin", text -> parsed(text, ZoneId::of));

  static final Kind<String> CURRENCY =
      Kind.text(
          "an ISO 4217 currency such as EUR",
          text -> parsed(text, Currency::getInstance).map(Currency::getCurrencyCode));

  static final Kind<LocalDate> DATE =
      Kind.text("a date such as 2026-01-05", text -> parsed(text, LocalDate::parse));

  static final Kind<MonthDay> MONTH_DAY =
      Kind.text("a day of the year such as 12-25", text -> parsed("--" + text, MonthDay::parse));

  static final Kind<Channel> CHANNEL = Kind.constant(Channel.class);

  /** A day of the run, 0 the first. */
  static final Kind<Integer> DAY = whole(0, 36_500);

  /** A day of the run, 0 the first, or one before it. */
  static final Kind<Integer> ANY_DAY =
      Kind.text(
          "a day of the run from -3650 to 36500, 0 the first",
          text ->
              text.startsWith("-")
                  ? whole(text.substring(1), 1, 3_650).map(day -> -day)
                  : whole(text, 0, 36_500));

  /** Basis points. */
  static final Kind<Integer> BASIS_POINTS = whole(0, 10_000);

  /** An amount of money, millionths of a unit. */
  static final Kind<Long> MICROS = decimal("an amount of at most 6 decimals, such as 17.80", 6);

  /** What one unit of another currency is worth, billionths of a unit. */
  static final Kind<Long> NANOS =
      decimal("an exchange rate of at most 9 decimals, such as 0.8512", 9);

  static final Kind<Set<DayOfWeek>> DAYS =
      Kind.text("days such as mon, mon-fri or daily", Notation::days);

  private static final List<String> DAY_NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(%?)");
  private static final Pattern TIMES =
      Pattern.compile(
          "(?:(\\d{1,4})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,9})s)?" + "(?:(\\d{1,7})ms)?");
  private static final double PERCENT = 0.01;

  private Notation() {}

  static Optional<LocalTime> time(String text) {
    return parsed(text, LocalTime::parse);
  }

  /** A whole number in a range. */
  static Kind<Integer> whole(int from, int to) {
    return Kind.text("a whole number from " + from + " to " + to, text -> whole(text, from, to));
  }

  private static Optional<Integer> whole(String text, int from, int to) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .filter(number -> number >= from && number <= to);
  }

  private static Kind<Long> decimal(String allowed, int decimals) {
    Pattern written = Pattern.compile("\\d{1,9}(?:\\.\\d{1," + decimals + "})?");
    return Kind.text(
        allowed,
        text ->
            Optional.of(text)
                .filter(number -> written.matcher(number).matches())
                .map(number -> new BigDecimal(number).movePointRight(decimals).longValueExact()));
  }

  private static Optional<Double> share(String text) {
    return factor(text).filter(share -> share <= 1);
  }

  private static Optional<Double> factor(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(number.group(1));
    return Optional.of(number.group(2).isEmpty() ? value : value * PERCENT);
  }

  private static Optional<Long> millis(String text) {
    Matcher times = TIMES.matcher(text);
    if (text.isEmpty() || !times.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(number(times.group(1)))
            .plusHours(number(times.group(2)))
            .plusMinutes(number(times.group(3)))
            .plusSeconds(number(times.group(4)))
            .plusMillis(number(times.group(5)))
            .toMillis());
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Optional<Set<DayOfWeek>> days(String text) {
    if (text.equals("daily")) {
      return Optional.of(EnumSet.allOf(DayOfWeek.class));
    }
    List<String> ends = List.of(text.toLowerCase(Locale.ROOT).split("-", 2));
    int from = DAY_NAMES.indexOf(ends.get(0));
    int to = DAY_NAMES.indexOf(ends.get(ends.size() - 1));
    return from < 0 || to < from
        ? Optional.empty()
        : Optional.of(EnumSet.range(DayOfWeek.of(from + 1), DayOfWeek.of(to + 1)));
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
