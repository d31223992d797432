package org.contactroi.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Totals of hostile histories, whatever way they come in.
 *
 * <p>{@code -Dhistories=N} runs the seeds 1 to N, {@code -Dseed=N} a single one; with {@code
 * -Dshrink=FAMILY} totals of that family that differ are followed by the few records it takes.
 */
class OracleTest {

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.of("histories");
  }

  @ParameterizedTest(name = "history {0}")
  @MethodSource("seeds")
  void anyDeliveryOfAHistoryGivesTheTotalsOfTheOracle(long seed) {
    History history = History.of(seed);
    Dice dice = new Dice(seed);
    DrivenHistory driven = DrivenHistory.of(history, dice.pick(Delivery.values()), dice);
    System.out.println(driven);

    DrivenHistory.Published published = driven.run(folder);

    assertThat(published.ledger().wrongRefusals()).as("%s", driven).isEmpty();
    assertThat(differences(published, history))
        .as("%s: published, and what the oracle says", driven)
        .satisfies(differences -> show(driven, differences))
        .isEmpty();
  }

  @Test
  void aSecondFullDeliveryLeavesTheSameTotals() {
    History history = History.of(1);
    Dice dice = new Dice(1);
    DrivenHistory once = DrivenHistory.of(history, Delivery.BY_ARRIVAL, dice);
    DrivenHistory twice =
        DrivenHistory.of(history, Delivery.SHUFFLED, dice).andAgain(Delivery.BACKWARDS, dice);

    Bodies totals = twice.run(folder).totals();

    assertThat(totals.differences(once.run(folder).totals())).isEmpty();
  }

  @Test
  void restartsLoseNothingAndCountNothingTwice() {
    DrivenHistory driven = DrivenHistory.of(History.of(2), Delivery.SHUFFLED, new Dice(2));

    Bodies totals = driven.restarted(folder);

    assertThat(totals.size()).isPositive();
    assertThat(totals.differences(driven.run(folder).totals())).isEmpty();
  }

  private static String differences(DrivenHistory.Published published, History history) {
    return published.totals().differences(published.ledger().accepted().totals(history.policies()));
  }

  private void show(DrivenHistory driven, String differences) {
    String family = System.getProperty("shrink", "");
    if (!family.isEmpty() && differences.contains(family)) {
      Function<List<Input>, String> run =
          some -> differences(driven.only(some).run(folder), driven.history());
      List<Input> few =
          Shrinking.smallest(driven.history().inputs(), some -> run.apply(some).contains(family));
      System.out.println(driven + " needs, under " + driven.history().settings());
      driven.only(few).batches().forEach(batch -> batch.forEach(System.out::println));
      System.out.println(run.apply(few));
    }
  }
}
