package org.contactroi.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Totals of hostile histories, whatever way they come in. */
class OracleTest {

  @TempDir Path folder;

  static LongStream seeds() {
    Long one = Long.getLong("seed");
    return one == null
        ? LongStream.rangeClosed(1, Integer.getInteger("histories", 20))
        : LongStream.of(one);
  }

  @ParameterizedTest(name = "history {0}")
  @MethodSource("seeds")
  void everyDeliveryOfAHistoryGivesTheTotalsOfTheOracle(long seed) {
    History history = History.of(seed);
    Dice dice = new Dice(seed);
    List<Delivery> deliveries = dice.shuffled(List.of(Delivery.values())).subList(0, 2);
    System.out.println("history " + seed + " " + deliveries);

    DrivenHistory first = driven(history, deliveries.get(0), dice);
    DrivenHistory second = driven(history, deliveries.get(1), dice);

    assertThat(second.totals().differences(first.totals()))
        .as("history %d, %s against %s", seed, deliveries.get(1), deliveries.get(0))
        .isEmpty();
  }

  private DrivenHistory driven(History history, Delivery delivery, Dice dice) {
    long begin = System.nanoTime();
    DrivenHistory driven =
        DrivenHistory.of(
            delivery.batches(history.inputs(), dice),
            history.policies(),
            folder.resolve(delivery.name()));
    System.out.println(
        "  "
            + delivery
            + " "
            + (System.nanoTime() - begin) / 1_000_000
            + " ms "
            + driven.totals().size());
    assertThat(driven.ledger().wrongRefusals()).as("%s, %s", history, delivery).isEmpty();
    return driven;
  }
}
