package org.contactroi.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.topology.stage.KeptDays;
import org.contactroi.topology.stage.PastVerdicts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some days of hostile histories, whose episodes reach over both ends of them.
 *
 * <p>{@code -Dmonths=N} runs the seeds 1 to N.
 */
class KeptDaysTest {

  private static final int LONGEST = 31;
  private static final int HISTORY_DAYS = 40;

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.of("months");
  }

  /** Nothing is decided, and some days are kept. */
  private record Keeping(KeptDays kept) implements PastVerdicts {

    @Override
    public Past of(String topic, int partition, long offset) {
      return Past.OPEN;
    }

    @Override
    public boolean counts(String tenant) {
      return true;
    }
  }

  @ParameterizedTest(name = "history {0}")
  @MethodSource("seeds")
  void whatIsKeptIsWhatAllOfItHasOfTheseDays(long seed) {
    History history = History.of(seed);
    Dice dice = new Dice(-seed);
    KeptDays days = days(history, dice);
    Map<String, ZoneId> zones = new HashMap<>();
    history
        .centers()
        .forEach(center -> zones.put(center.tenant(), center.policies().get(0).zone()));
    DrivenHistory driven = DrivenHistory.of(history, dice.pick(Delivery.values()), dice);

    Bodies all = driven.run(folder).totals().where(KeptDaysTest::isOfFigures);
    Bodies kept = driven.run(folder, new Keeping(days)).totals().where(KeptDaysTest::isOfFigures);

    Bodies within = all.where(key -> isWithin(days, zones, key));
    assertThat(within.size()).as("%s: rows in %s", history, days).isPositive();
    assertThat(within.size()).isLessThan(all.size());
    assertThat(kept.differences(within)).as("%s, %s", driven, days).isEmpty();
  }

  /** Some days in the middle of a history. */
  private static KeptDays days(History history, Dice dice) {
    List<Instant> times = history.inputs().stream().map(Input::arrival).sorted().toList();
    LocalDate begin = times.get(0).atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate from = begin.plusDays(dice.between(2, HISTORY_DAYS / 2));
    return new KeptDays(from, from.plusDays(dice.between(0, LONGEST - 1)));
  }

  private static boolean isOfFigures(String key) {
    return Families.key(key).window() != WindowSize.MINUTE;
  }

  private static boolean isWithin(KeptDays days, Map<String, ZoneId> zones, String key) {
    TotalsKey of = Families.key(key);
    ZoneId zone = zones.get(of.tenant());
    assertThat(zone).as(key).isNotNull();
    return days.in(zone).holds(of.start());
  }
}
