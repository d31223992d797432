package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The long-run figures of a plain queue are those of theory. A simulated figure is the mean of
 * batches of half a day; it may be off by four of its standard errors, which follow from how much
 * the batches differ, so the tolerance comes from the size of the sample and not from what would
 * pass.
 */
class QueueTheoryTest {

  private static final int PER_DAY = 8_640;
  private static final int TALK_SECONDS = 180;
  private static final int PATIENCE_SECONDS = 120;
  private static final long[] SEEDS = {1, 2, 3, 4, 5, 20_260_105, -7, Long.MAX_VALUE};
  private static final int DAYS = 5;
  private static final long BATCH = 43_200_000;
  private static final double HOUR_SECONDS = 3_600;
  private static final double ERRORS = 4;
  private static final double LARGEST_ERROR = 0.03;

  /** Times are whole milliseconds. */
  private static final double RESOLUTION = 1e-5;

  /** Half a day of a queue. */
  private static final class Batch {
    private long visits;
    private long waited;
    private long abandoned;
    private double waitedMillis;
    private double talkedMillis;

    double waitingShare() {
      return (double) waited / visits;
    }

    double abandonedShare() {
      return (double) abandoned / visits;
    }

    double meanWaitSeconds() {
      return waitedMillis / 1_000 / visits;
    }
  }

  /** Sums what happens up by half days, the first of which fills the empty center. */
  private static final class Batches implements Ledger {
    private final Batch[] batches = new Batch[2 * DAYS];

    Batches() {
      for (int i = 0; i < batches.length; i++) {
        batches[i] = new Batch();
      }
    }

    @Override
    public void left(Visit visit) {
      long from = visit.entered() - PlainQueue.MONDAY.toEpochMilli();
      Batch batch = batches[(int) (from / BATCH)];
      batch.visits++;
      batch.waited += visit.waited() > 0 ? 1 : 0;
      batch.abandoned += visit.outcome() == QueueOutcome.ABANDONED ? 1 : 0;
      batch.waitedMillis += visit.waited();
    }

    @Override
    public void settled(Leg leg) {
      long time = leg.start() - PlainQueue.MONDAY.toEpochMilli();
      long end = leg.end() - PlainQueue.MONDAY.toEpochMilli();
      while (time < end && time / BATCH < batches.length) {
        long until = Math.min(end, (time / BATCH + 1) * BATCH);
        batches[(int) (time / BATCH)].talkedMillis += until - time;
        time = until;
      }
    }

    List<Batch> settledBatches() {
      return List.of(batches).subList(1, batches.length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 19, 23})
  void longRunFiguresOfAPlainQueueAreThoseOfErlangA(int agents) {
    PlainQueue queue = new PlainQueue(PER_DAY, TALK_SECONDS, PATIENCE_SECONDS, agents);
    List<Batch> batches = new ArrayList<>();
    for (long seed : SEEDS) {
      Batches ledger = new Batches();
      queue.run(seed, DAYS, ledger);
      batches.addAll(ledger.settledBatches());
    }

    ErlangA theory =
        new ErlangA(
            PER_DAY / 24.0, TALK_SECONDS / HOUR_SECONDS, PATIENCE_SECONDS / HOUR_SECONDS, agents);
    assertNear("waiting", batches, Batch::waitingShare, theory.waitingShare());
    assertNear("abandoned", batches, Batch::abandonedShare, theory.abandonedShare());
    assertNear("mean wait", batches, Batch::meanWaitSeconds, theory.meanWait() * HOUR_SECONDS);
    assertNear(
        "occupancy", batches, batch -> batch.talkedMillis / BATCH / agents, theory.occupancy());
  }

  private static void assertNear(
      String figure, List<Batch> batches, ToDoubleFunction<Batch> of, double theory) {
    double[] values = batches.stream().mapToDouble(of).toArray();
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double error = Math.sqrt(squares / (values.length - 1) / values.length);
    String shown = "%s: %.5f by theory, %.5f +- %.5f".formatted(figure, theory, mean, error);
    assertThat(error).as("the sample is large enough, " + shown).isLessThan(LARGEST_ERROR * theory);
    assertThat(mean).as(shown).isCloseTo(theory, within(ERRORS * error + RESOLUTION));
  }
}
