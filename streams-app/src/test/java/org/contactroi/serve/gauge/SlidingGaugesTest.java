package org.contactroi.serve.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.serve.ReadSide.MINUTE;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Histogram;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.ServiceLevel;
import org.contactroi.serve.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RandomNumbers.class)
class SlidingGaugesTest {

  private static final long NOON = Instant.parse("1999-01-04T12:00:00Z").toEpochMilli();

  @TempDir Path folder;
  private ReadSide side;

  @BeforeEach
  void open() {
    side = new ReadSide(folder, "id", 2);
    side.reader.assign();
  }

  @AfterEach
  void close() {
    side.close();
  }

  @Test
  void averageIsTheRatioOfTheSumsNotTheAverageOfAverages() {
    side.minute(legs(100, 240_000), NOON - 2 * MINUTE, NOON);
    side.minute(legs(10, 840_000), NOON - MINUTE, NOON);
    side.reader.poll();

    assertThat(aht("15m")).isEqualTo((100 * 240 + 10 * 840) / 110.0);
    assertThat(side.gauge("contact_roi_handled_legs", "window=\"1h\"")).isEqualTo(110);
    assertThat(side.gauge("contact_roi_handle_time_seconds", "1d", "quantile=\"0.5\""))
        .isEqualTo(240.64);
  }

  @Test
  void windowsAreWholeMinutesEndingAtOrBeforeTheWatermark() {
    side.minute(legs(1, 1_000), NOON - 16 * MINUTE, NOON + 30_000);
    side.minute(legs(10, 1_000), NOON - 15 * MINUTE, NOON + 30_000);
    side.minute(legs(100, 1_000), NOON - MINUTE, NOON + 30_000);
    side.minute(legs(1_000, 1_000), NOON, NOON + 30_000);
    side.reader.poll();

    assertThat(legs("15m")).isEqualTo(110);
    assertThat(legs("1h")).isEqualTo(111);

    side.minute(legs(1, 1_000), NOON + MINUTE, NOON + MINUTE);
    side.reader.poll();

    assertThat(legs("15m")).isEqualTo(1_100);
    assertThat(legs("1h")).isEqualTo(1_111);
  }

  @Test
  void undefinedFiguresAreAbsentAndCountsAreZero() {
    side.minute(
        Totals.builder(ServiceLevel.FAMILY)
            .add(ServiceLevel.VISITS, 1)
            .add(ServiceLevel.SHORT_ABANDONS, 1)
            .build(),
        NOON - MINUTE,
        NOON);
    side.reader.poll();

    assertThat(side.gauge("contact_roi_service_level_ratio")).isNull();
    assertThat(side.gauge("contact_roi_speed_of_answer_seconds")).isNull();
    assertThat(side.gauge("contact_roi_wait_seconds")).isNull();
    assertThat(side.gauge("contact_roi_visits", "outcome=\"short_abandon\"")).isEqualTo(1);
    assertThat(side.gauge("contact_roi_visits", "outcome=\"answered\"")).isZero();
  }

  @Test
  void containmentFiguresComeFromTheSums() {
    side.minute(
        Totals.builder(Containment.FAMILY)
            .add(Containment.SESSIONS, 1_000)
            .add(Containment.HANDED_OFF, 250)
            .add(Containment.ABANDONED_UNANSWERED, 150)
            .add(Containment.FAILED_REPEAT, 90)
            .add(Containment.RESOLVED_CONFIRMED, 200)
            .add(Containment.RESOLVED_ASSUMED, 310)
            .build(),
        NOON - MINUTE,
        NOON);
    side.reader.poll();

    assertThat(side.gauge("contact_roi_containment_ratio", "kind=\"technical\"")).isEqualTo(0.75);
    assertThat(side.gauge("contact_roi_containment_ratio", "kind=\"settled\"")).isEqualTo(0.51);
    assertThat(side.gauge("contact_roi_containment_ratio", "kind=\"involvement\"")).isNull();
    assertThat(side.gauge("contact_roi_bot_sessions", "class=\"failed_repeat\"")).isEqualTo(90);
  }

  @Test
  void episodesAreSettledOnceTheirLastDayAndTheLatenessHavePassed() {
    side.minute(
        Totals.builder(Containment.FAMILY)
            .add(Containment.SESSIONS, 4)
            .add(Containment.OPEN_UNTIL, openUntil("1999-01-02", 3))
            .add(Containment.OPEN_UNTIL, openUntil("1999-01-03", 1))
            .build(),
        NOON - MINUTE,
        NOON);
    side.reader.poll();

    assertThat(side.gauge("contact_roi_settled_ratio", "family=\"containment\"")).isEqualTo(0.75);
  }

  @Test
  void minutesAreSettledOnceTimeHasPassedThemAndTheLateness() {
    long sixteenHours = 16 * ReadSide.HOUR;

    assertThat(SettledShare.of(legs(1, 1), SlidingWindow.DAY, NOON, NOON - sixteenHours))
        .isEqualTo(new Ratio(480, 1_440));
    assertThat(SettledShare.of(legs(1, 1), SlidingWindow.HOUR, NOON, NOON - sixteenHours))
        .isEqualTo(new Ratio(0, 60));
  }

  @Test
  void withoutEpisodesNothingIsSaidOfThem() {
    Totals none = Totals.zero(Containment.FAMILY);

    assertThat(SettledShare.of(none, SlidingWindow.DAY, NOON, NOON).isDefined()).isFalse();
  }

  @Test
  void changedMinuteReplacesWhatItSaidBefore() {
    side.minute(legs(5, 1_000), NOON - MINUTE, NOON);
    side.reader.poll();
    assertThat(legs("1h")).isEqualTo(5);

    side.minute(legs(4, 3_000), NOON - MINUTE, NOON);
    side.reader.poll();

    assertThat(legs("1h")).isEqualTo(4);
    assertThat(aht("1h")).isEqualTo(3);
  }

  @Test
  void whatIsTakenOutOfAQuarterOrGoesWithItIsTakenAway() {
    side.minute(legs(5, 1_000), NOON - MINUTE, NOON);
    side.minute(legs(1, 1_000), NOON - 2 * MINUTE, NOON);
    side.reader.poll();
    assertThat(legs("1h")).isEqualTo(6);

    side.remove(minute(NOON - MINUTE), NOON);
    side.reader.poll();

    assertThat(legs("1h")).isEqualTo(1);
    assertThat(legs("1d")).isEqualTo(1);

    side.remove(minute(NOON - 2 * MINUTE), NOON);
    side.reader.poll();

    assertThat(orZero(legs("1h"))).isZero();
    assertThat(orZero(legs("1d"))).isZero();
  }

  @Test
  void theDayIsOfWholeHoursAndTheRestOfMinutes() {
    long watermark = NOON + 30 * MINUTE;
    side.minute(legs(1, 1_000), NOON - 24 * ReadSide.HOUR - MINUTE, watermark);
    side.minute(legs(10, 1_000), NOON - 24 * ReadSide.HOUR, watermark);
    side.minute(legs(100, 1_000), NOON - 31 * MINUTE, watermark);
    side.minute(legs(1_000, 1_000), NOON - 30 * MINUTE, watermark);
    side.minute(legs(10_000, 1_000), NOON + 29 * MINUTE, watermark);
    side.reader.poll();

    assertThat(legs("15m")).isEqualTo(10_000);
    assertThat(legs("1h")).isEqualTo(11_000);
    assertThat(legs("1d")).isEqualTo(1_110);

    side.minute(legs(1, 1_000), NOON + ReadSide.HOUR, NOON + ReadSide.HOUR);
    side.reader.poll();

    assertThat(legs("15m")).isZero();
    assertThat(legs("1h")).isEqualTo(10_000);
    assertThat(legs("1d")).isEqualTo(11_100);
  }

  @Test
  void aMinuteOfAQuarterDoesNotHideWhatAnotherFamilyHasInIt() {
    side.minute(legs(5, 1_000), NOON - MINUTE, NOON);
    side.minute(
        Totals.builder(ServiceLevel.FAMILY)
            .add(ServiceLevel.VISITS, 3)
            .add(ServiceLevel.SHORT_ABANDONS, 3)
            .build(),
        NOON - 2 * MINUTE,
        NOON);
    side.reader.poll();

    assertThat(legs("15m")).isEqualTo(5);
    assertThat(shortAbandons("15m")).isEqualTo(3);

    side.remove(minute(NOON - MINUTE), NOON);
    side.reader.poll();

    assertThat(legs("15m")).isZero();
    assertThat(shortAbandons("15m")).isEqualTo(3);
  }

  @Test
  void seriesWithoutMinutesInADayIsGone() {
    side.minute(legs(5, 1_000), NOON - MINUTE, NOON);
    side.reader.poll();
    assertThat(legs("1d")).isEqualTo(5);

    publishQueue("sales", NOON + 1_440 * MINUTE, NOON + 1_440 * MINUTE);
    side.reader.poll();

    assertThat(legs("1d")).isNull();
  }

  @Test
  void valuesBeyondTheCapHaveNoGaugesAndAreCounted() {
    publishQueue("c", NOON - MINUTE, NOON);
    publishQueue("b", NOON - MINUTE, NOON);
    publishQueue("a", NOON - MINUTE, NOON);
    side.reader.poll();

    assertThat(side.gauge("contact_roi_handled_legs", "value=\"a\"")).isEqualTo(1);
    assertThat(side.gauge("contact_roi_handled_legs", "value=\"b\"")).isEqualTo(1);
    assertThat(side.gauge("contact_roi_handled_legs", "value=\"c\"")).isNull();
    assertThat(side.gauge("contact_roi_slice_values_capped", "slice=\"queue\"")).isEqualTo(1);
  }

  @Test
  void slidingSumsEqualSumsFromTheStartUnderAnyChanges(Random random) {
    long[] legs = new long[4_000];
    long watermark = 2_000;
    for (int round = 0; round < 200; round++) {
      watermark += random.nextInt(5) == 0 ? random.nextInt(100) : random.nextInt(2);
      for (int i = 0; i < 5; i++) {
        int minute = random.nextInt(4_000);
        legs[minute] = random.nextInt(100) + 1L;
        side.minute(legs(legs[minute], 1_000), at(minute), at(Math.min(3_999, watermark)));
      }
      side.reader.poll();
      long end = Math.min(3_999, watermark);
      assertThat(orZero(legs("15m"))).isEqualTo(sum(legs, end, 15));
      assertThat(orZero(legs("1h"))).isEqualTo(sum(legs, end, 60));
      assertThat(orZero(legs("1d"))).isEqualTo(sum(legs, end / 60 * 60, 1_440));
    }
  }

  private static Distribution openUntil(String day, long episodes) {
    return Distribution.of(LocalDate.parse(day).toEpochDay(), episodes);
  }

  private static double sum(long[] legs, long end, long minutes) {
    long sum = 0;
    for (long minute = end - minutes; minute < end; minute++) {
      sum += legs[(int) minute];
    }
    return sum;
  }

  private static TotalsKey minute(long start) {
    return ReadSide.key(HandleTime.FAMILY, new Slice("all", List.of()), start);
  }

  private static long at(long minute) {
    return NOON + minute * MINUTE;
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private void publishQueue(String queue, long start, long watermark) {
    side.publish(
        ReadSide.key(HandleTime.FAMILY, new Slice("queue", List.of(queue)), start),
        legs(1, 1_000),
        watermark);
  }

  private @Nullable Double legs(String window) {
    return side.gauge(
        "contact_roi_handled_legs", "slice=\"all\"", "window=\"%s\"".formatted(window));
  }

  private @Nullable Double shortAbandons(String window) {
    return side.gauge(
        "contact_roi_visits", "outcome=\"short_abandon\"", "window=\"%s\"".formatted(window));
  }

  private @Nullable Double aht(String window) {
    return side.gauge(
        "contact_roi_handle_time_seconds", "quantile=\"\"", "window=\"%s\"".formatted(window));
  }

  private static Totals legs(long count, long handleMs) {
    return Totals.builder(HandleTime.FAMILY)
        .add(HandleTime.HANDLED_LEGS, count)
        .add(HandleTime.HANDLE_MS, count * handleMs)
        .add(HandleTime.HANDLE_HISTOGRAM, Distribution.of(Histogram.bucket(handleMs), count))
        .build();
  }
}
