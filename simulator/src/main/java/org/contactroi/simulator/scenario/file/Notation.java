package org.contactroi.simulator.scenario.file;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contactroi.events.Channel;
import org.contactroi.notation.Currencies;
import org.contactroi.notation.DecimalText;
import org.contactroi.notation.DurationText;
import org.contactroi.yaml.Form;

/** How single values are written. */
final class Notation {

  static final Form<String> TEXT =
      Form.text("a text", UnaryOperator.<String>identity()).where(text -> !text.isBlank());

  static final Form<String> ID =
      Form.matching(
          "[A-Za-z0-9_.-]{1,64}",
          "an id of up to 64 letters, digits, _, . and -",
          UnaryOperator.identity());

  /** A number of at least 0; a percentage is a number too. */
  static final Form<Double> FACTOR =
      Form.text("a number of at least 0, or a percentage", Notation::factor);

  /** A number from 0 to 1. */
  static final Form<Double> SHARE =
      FACTOR.where(share -> share <= 1, "a share from 0 to 1, or from 0% to 100%");

  static final Form<Double> POSITIVE =
      FACTOR.where(number -> number > 0, "a number above 0, or a percentage");

  /** A length of time, ms. */
  static final Form<Long> DURATION =
      Form.text(
              "a duration such as 90s, 5m, 8h30m or 3d",
              text -> DurationText.parse(text).toMillis())
          .where(millis -> millis >= 0);

  /** A length of time above 0, ms. */
  static final Form<Long> LENGTH =
      DURATION.where(millis -> millis > 0, "a duration above 0 such as 90s, 5m, 8h30m or 3d");

  static final Form<LocalTime> TIME = Form.text("a time of day such as 08:30", LocalTime::parse);

  static final Form<Boolean> YES_NO = Form.oneOf(List.of("yes", "no")).map("yes"::equals);

  static final Form<ZoneId> ZONE = Form.text("a time zone such as Europe/Berlin", ZoneId::of);

  static final Form<String> CURRENCY =
      Form.text("an ISO 4217 currency such as EUR", UnaryOperator.<String>identity())
          .where(Currencies::isKnown);

  static final Form<LocalDate> DATE = Form.text("a date such as 2026-01-05", LocalDate::parse);

  static final Form<MonthDay> MONTH_DAY =
      Form.text("a day of the year such as 12-25", text -> MonthDay.parse("--" + text));

  static final Form<Channel> CHANNEL = constant(Channel.class);

  /** A day of the run, 0 the first. */
  static final Form<Integer> DAY = whole(0, 36_500);

  /** A day of the run, 0 the first, or one before it. */
  static final Form<Integer> ANY_DAY =
      whole(-3_650, 36_500).saying("a day of the run from -3650 to 36500, 0 the first");

  /** Basis points. */
  static final Form<Integer> BASIS_POINTS = whole(0, 10_000);

  /** An amount of money, millionths of a unit. */
  static final Form<Long> MICROS = decimal("an amount of at most 6 decimals, such as 17.80", 6);

  /** What one unit of another currency is worth, billionths of a unit. */
  static final Form<Long> NANOS =
      decimal("an exchange rate of at most 9 decimals, such as 0.8512", 9);

  static final Form<Set<DayOfWeek>> DAYS =
      Form.text("days such as mon, mon-fri or daily", Notation::days);

  private static final List<String> DAY_NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(%?)");
  private static final double PERCENT = 0.01;

  private Notation() {}

  /** A whole number in a range. */
  static Form<Integer> whole(int from, int to) {
    return Form.whole(from, to).map(Long::intValue);
  }

  /** A constant in lower case, but UNKNOWN. */
  static <E extends Enum<E>> Form<E> constant(Class<E> type) {
    return Form.oneOf(
            Arrays.stream(type.getEnumConstants())
                .map(Notation::name)
                .filter(name -> !name.equals("unknown"))
                .toList())
        .map(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  /** How a constant is written. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Form<Long> decimal(String allowed, int decimals) {
    return Form.matching(
        "\\d{1,9}(?:\\.\\d+)?", allowed, text -> DecimalText.parse(text, decimals));
  }

  private static double factor(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw new IllegalArgumentException(text);
    }
    double value = Double.parseDouble(number.group(1));
    return number.group(2).isEmpty() ? value : value * PERCENT;
  }

  private static Set<DayOfWeek> days(String text) {
    if (text.equals("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    List<String> ends = List.of(text.toLowerCase(Locale.ROOT).split("-", 2));
    int from = DAY_NAMES.indexOf(ends.get(0));
    int to = DAY_NAMES.indexOf(ends.get(ends.size() - 1));
    if (to < from) {
      throw new IllegalArgumentException(text);
    }
    return EnumSet.range(DayOfWeek.of(from + 1), DayOfWeek.of(to + 1));
  }
}
