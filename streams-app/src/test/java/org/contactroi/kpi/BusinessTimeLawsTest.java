package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds of business time in all zones, calendars and versions of them. */
@ExtendWith(RandomNumbers.class)
class BusinessTimeLawsTest {

  private static final int DRAWS = 300;
  private static final int COUNTED_DRAWS = 60;
  private static final long MINUTE = 60_000;
  private static final long DAY = 1_440 * MINUTE;
  private static final long SPAN = 6 * DAY;

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kolkata"));

  /** Days on which clocks are set in one of the zones. */
  private static final List<String> CHANGES =
      List.of("2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-04-05", "2026-10-04");

  /** A tenant around a day on which a clock is set somewhere. */
  private static final class Drawn {
    private final Random random;
    private final ZoneId zone;
    private final long begin;

    Drawn(Random random) {
      this.random = random;
      this.zone = ZONES.get(random.nextInt(ZONES.size()));
      this.begin =
          Instant.parse(CHANGES.get(random.nextInt(CHANGES.size())) + "T00:00:00Z").toEpochMilli()
              - SPAN / 2;
    }

    long instant() {
      return begin + random.nextLong(SPAN);
    }

    long minute() {
      return begin + random.nextLong(SPAN / MINUTE) * MINUTE;
    }

    BusinessCalendar calendar(long validFrom) {
      Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        weekly.put(day, hours());
      }
      Map<LocalDate, List<Hours>> exceptions = new HashMap<>();
      for (int left = random.nextInt(4); left > 0; left--) {
        exceptions.put(LocalDate.ofInstant(Instant.ofEpochMilli(instant()), zone), hours());
      }
      return new BusinessCalendar("main", validFrom, weekly, exceptions);
    }

    /** None to three intervals; some begin or end with the day, some touch each other. */
    private List<Hours> hours() {
      TreeSet<Integer> bounds = new TreeSet<>();
      for (int left = 2 * random.nextInt(4); left > 0; left--) {
        bounds.add(
            switch (random.nextInt(6)) {
              case 0 -> 0;
              case 1 -> BusinessCalendar.END_OF_DAY;
              case 2 -> random.nextInt(240);
              default -> random.nextInt(BusinessCalendar.END_OF_DAY);
            });
      }
      List<Integer> ordered = List.copyOf(bounds);
      int step = random.nextInt(3) == 0 ? 1 : 2;
      List<Hours> hours = new ArrayList<>();
      for (int i = 1; i < ordered.size(); i += step) {
        hours.add(new Hours(ordered.get(i - 1), ordered.get(i)));
      }
      return hours;
    }

    /** Of one to three versions, the first of which may begin within the span. */
    OpeningHours versions() {
      List<BusinessCalendar> calendars = new ArrayList<>();
      TreeSet<Long> from = new TreeSet<>();
      for (int left = 1 + random.nextInt(3); left > 0; left--) {
        from.add(minute() - random.nextInt(2) * SPAN);
      }
      from.forEach(validFrom -> calendars.add(calendar(validFrom)));
      return BusinessTimeTest.policies(zone, "main", calendars)
          .interactionRules("shop")
          .at(begin)
          .openingHours();
    }

    OpeningHours ofOne() {
      BusinessCalendar calendar = calendar(0);
      return new OpeningHours() {
        @Override
        public boolean isOpen(long instant) {
          return calendar.isOpen(instant, zone);
        }

        @Override
        public long openTime(long from, long to) {
          return calendar.openTime(from, to, zone);
        }
      };
    }

    OpeningHours any() {
      return random.nextBoolean() ? ofOne() : versions();
    }
  }

  private static long countMinutes(long from, long to, LongPredicate isOpen) {
    long open = 0;
    for (long minute = from; minute < to; minute += MINUTE) {
      open += isOpen.test(minute) ? MINUTE : 0;
    }
    return open;
  }

  @Test
  void businessTimeIsAdditiveOverAnyCut(Random random) {
    for (int i = 0; i < DRAWS; i++) {
      Drawn drawn = new Drawn(random);
      OpeningHours hours = drawn.any();
      List<Long> cut = new ArrayList<>(List.of(drawn.instant(), drawn.instant(), drawn.instant()));
      cut.sort(null);

      assertThat(hours.openTime(cut.get(0), cut.get(1)) + hours.openTime(cut.get(1), cut.get(2)))
          .as("%s in %s", cut, drawn.zone)
          .isEqualTo(hours.openTime(cut.get(0), cut.get(2)));
    }
  }

  @Test
  void businessTimeIsNeverNegativeAndNeverMoreThanTheInterval(Random random) {
    for (int i = 0; i < DRAWS; i++) {
      Drawn drawn = new Drawn(random);
      long from = drawn.instant();
      long to = drawn.instant();

      assertThat(drawn.any().openTime(from, to))
          .as("from %d to %d in %s", from, to, drawn.zone)
          .isBetween(0L, Math.max(0, to - from));
    }
  }

  @Test
  void businessTimeIsWhatCountingMinuteByMinuteGives(Random random) {
    for (int i = 0; i < COUNTED_DRAWS; i++) {
      Drawn drawn = new Drawn(random);
      OpeningHours hours = drawn.any();
      long from = drawn.minute();
      long to = drawn.minute();

      assertThat(hours.openTime(from, to))
          .as("from %d to %d in %s", from, to, drawn.zone)
          .isEqualTo(countMinutes(from, to, hours::isOpen));
    }
  }
}
