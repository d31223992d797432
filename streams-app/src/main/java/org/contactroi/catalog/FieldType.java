package org.contactroi.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.contactroi.interaction.event.Channel;
import org.contactroi.kpi.Versions;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.Currencies;
import org.contactroi.notation.DecimalText;
import org.contactroi.notation.DurationText;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.yaml.Form;
import org.jspecify.annotations.Nullable;

/**
 * How values of fields are written in files and in texts, and kept in records.
 *
 * @param form in a file
 * @param standIn with which reading of a file goes on to further errors
 * @param text as a person reads it, as files write it
 * @param toRecord as a record holds it
 * @param toDomain what a record holds
 * @param unit that the names of fields of records end in
 */
record FieldType<T>(
    Form<T> form,
    T standIn,
    Function<T, String> text,
    Function<T, @Nullable Object> toRecord,
    Function<Object, T> toDomain,
    String unit) {

  static final int WHOLE_BP = 10_000;

  private static final int EARLIEST = 1990;
  private static final int LATEST = 2099;
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** Names what is stated. */
  static final FieldType<String> NAME = text(256);

  static final FieldType<String> NOTE = text(1_024);

  /** Those that cannot be read are read as the code that stands for none. */
  static final FieldType<String> CURRENCY =
      same(
          Form.text("an ISO 4217 code such as EUR", UnaryOperator.<String>identity())
              .where(Currencies::isKnown),
          "XXX");

  /** Millionths of a unit. */
  static final FieldType<Long> AMOUNT =
      decimal(
              "an amount such as 21.50, from 0 to %s",
              0, Amount.LARGEST_STATED, LedgerLine.DECIMALS)
          .in("_micros");

  /** Of those that cannot be read, a late one, before which there is something of everything. */
  static final FieldType<LocalDate> DAY =
      same(
          Form.text("a day from 1990 to 2099 such as 2026-12-25", LocalDate::parse)
              .where(day -> day.getYear() >= EARLIEST && day.getYear() <= LATEST),
          LocalDate.of(LATEST, 12, 31));

  /** UTC ms; of those that cannot be read, a late one as well. */
  static final FieldType<Long> INSTANT =
      new FieldType<>(
          Form.text(
                  "an instant of whole seconds, from 1990 to 2099, such as 2026-01-01T00:00:00Z",
                  text -> OffsetDateTime.parse(text).toInstant())
              .where(FieldType::isUsable)
              .map(Instant::toEpochMilli),
          Instant.parse("2100-01-01T00:00:00Z").toEpochMilli(),
          Versions::text,
          Instant::ofEpochMilli,
          instant -> ((Instant) instant).toEpochMilli(),
          "");

  /** The instant a version is valid from; of those that cannot be read, an early one. */
  static final FieldType<Long> BEGIN =
      INSTANT.or(Instant.parse("1990-01-01T00:00:00Z").toEpochMilli());

  static final FieldType<Boolean> YES_OR_NO =
      same(Form.oneOf(List.of("true", "false")).map(Boolean::valueOf), false);

  static final FieldType<Duration> DURATION = duration(", not negative", duration -> true);

  static final FieldType<Duration> POSITIVE =
      duration(", longer than 0", duration -> !duration.isZero());

  static final FieldType<Long> COUNT = same(Form.whole(0, BaselineRow.LARGEST), 0L);

  /** The name of a channel. */
  static final FieldType<String> CHANNEL =
      same(Form.choice(List.of(Channel.values())).map(Channel::name), Channel.VOICE.name())
          .shown(ChoiceText::of);

  /** A value that files, texts and records have alike. */
  @SuppressWarnings("unchecked")
  static <T> FieldType<T> same(Form<T> form, T standIn) {
    return new FieldType<>(form, standIn, String::valueOf, value -> value, value -> (T) value, "");
  }

  /** Whole basis points. */
  static FieldType<Integer> basisPoints(int least, int greatest) {
    return same(
        Form.whole(least, greatest)
            .map(Long::intValue)
            .saying("basis points, a whole number from %d to %d".formatted(least, greatest)),
        greatest);
  }

  /** A number with decimals, kept as a whole one of its smallest part. */
  static FieldType<Long> decimal(String allowed, long least, long greatest, int decimals) {
    String all = allowed.formatted(DecimalText.of(greatest, decimals));
    return same(
            Form.text(
                    "%s, with at most %d decimals".formatted(all, decimals),
                    text -> DecimalText.parse(text, decimals))
                .where(number -> number >= least && number <= greatest),
            least)
        .shown(number -> DecimalText.of(number, decimals));
  }

  /** A constant, of which records hold what is made of it. */
  static <E extends Enum<E>> FieldType<E> choice(
      Class<E> type, Function<E, @Nullable Object> toRecord) {
    List<E> constants = List.of(type.getEnumConstants());
    return new FieldType<>(
        Form.choice(constants),
        constants.get(0),
        ChoiceText::of,
        toRecord,
        recorded -> ChoiceText.parse(recorded.toString(), constants),
        "");
  }

  /** A constant, of which records hold one of the same name. */
  static <E extends Enum<E>, A extends Enum<A>> FieldType<E> choice(
      Class<E> type, Class<A> recorded) {
    return choice(type, constant -> Enum.valueOf(recorded, constant.name()));
  }

  /** The same, shown otherwise. */
  FieldType<T> shown(Function<T, String> otherText) {
    return new FieldType<>(form, standIn, otherText, toRecord, toDomain, unit);
  }

  /** The same, in fields of records whose names end in its unit. */
  FieldType<T> in(String otherUnit) {
    return new FieldType<>(form, standIn, text, toRecord, toDomain, otherUnit);
  }

  /** The same with another stand-in. */
  FieldType<T> or(T otherStandIn) {
    return new FieldType<>(form, otherStandIn, text, toRecord, toDomain, unit);
  }

  private static FieldType<String> text(int bytes) {
    return same(
        Form.text("not blank, at most %d bytes".formatted(bytes), UnaryOperator.<String>identity())
            .where(
                text -> !text.isBlank() && text.getBytes(StandardCharsets.UTF_8).length <= bytes),
        "?");
  }

  private static FieldType<Duration> duration(String range, Predicate<Duration> isAllowed) {
    String allowed =
        "%s%s, at most %s".formatted(DurationText.ALLOWED, range, DurationText.of(LONGEST));
    return new FieldType<>(
        Form.text(allowed, DurationText::parse).where(FieldType::isUsable).where(isAllowed),
        Duration.ZERO,
        DurationText::of,
        Duration::toMillis,
        ms -> Duration.ofMillis((Long) ms),
        "_ms");
  }

  private static boolean isUsable(Duration duration) {
    return !duration.isNegative()
        && duration.compareTo(LONGEST) <= 0
        && Duration.ofMillis(duration.toMillis()).equals(duration);
  }

  private static boolean isUsable(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= EARLIEST
        && year <= LATEST
        && instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
  }
}
