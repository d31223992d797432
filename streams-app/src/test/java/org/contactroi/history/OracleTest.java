package org.contactroi.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
  void everyDeliveryOfAHistoryGivesTheTotalsOfTheOracle(long seed) throws IOException {
    History history = History.of(seed);
    Dice dice = new Dice(seed);
    List<Delivery> deliveries = dice.shuffled(List.of(Delivery.values())).subList(0, 2);
    System.out.println("history " + seed + " " + deliveries);
    List<List<Input>> batches0 = deliveries.get(0).batches(history.inputs(), dice);
    List<List<Input>> batches1 = deliveries.get(1).batches(history.inputs(), dice);

    DrivenHistory first = driven(history, batches0);
    DrivenHistory second = driven(history, batches1);
    assertThat(first.ledger().wrongRefusals()).as("%s", history).isEmpty();
    assertThat(second.ledger().wrongRefusals()).as("%s", history).isEmpty();

    String differences = second.totals().differences(first.totals());
    if (!differences.isEmpty() && Boolean.getBoolean("shrink")) {
      List<Input> few =
          Shrinking.smallest(
              history.inputs(),
              some -> {
                Set<Input> kept = Collections.newSetFromMap(new IdentityHashMap<>());
                kept.addAll(some);
                return !driven(history, only(batches0, kept))
                    .totals()
                    .differences(driven(history, only(batches1, kept)).totals())
                    .isEmpty();
              });
      System.out.println("SMALLEST " + history.policies());
      Set<Input> kept = Collections.newSetFromMap(new IdentityHashMap<>());
      kept.addAll(few);
      System.out.println("first order");
      only(batches0, kept).forEach(b -> b.forEach(i -> System.out.println("   " + i)));
      System.out.println("second order");
      only(batches1, kept).forEach(b -> b.forEach(i -> System.out.println("   " + i)));
      System.out.println(
          driven(history, only(batches0, kept))
              .totals()
              .differences(driven(history, only(batches1, kept)).totals()));
    }
    assertThat(differences)
        .as("history %d, %s against %s", seed, deliveries.get(1), deliveries.get(0))
        .isEmpty();
  }

  private static List<List<Input>> only(List<List<Input>> batches, Set<Input> kept) {
    return batches.stream().map(b -> b.stream().filter(kept::contains).toList()).toList();
  }

  private DrivenHistory driven(History history, List<List<Input>> batches) {
    try {
      return DrivenHistory.of(
          batches, history.policies(), Files.createTempDirectory(folder, "state"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
