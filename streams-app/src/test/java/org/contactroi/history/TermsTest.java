package org.contactroi.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals of histories of centers that do not wait for every event and do not keep every window. */
class TermsTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  /** Without events of broken clocks, which move time to the present. */
  private static History history(long seed) {
    return History.of(seed).only(input -> input.time().isBefore(input.arrival().plus(DAY)));
  }

  /**
   * Without what an interaction brings more than G after its first event: by then what came before
   * may be forgotten.
   */
  private static History shortInteractions(History history) {
    Map<List<String>, Instant> begins = new HashMap<>();
    for (Input input : history.inputs()) {
      begins.merge(identity(input), input.time(), (a, b) -> a.isBefore(b) ? a : b);
    }
    Map<String, Duration> longest = new HashMap<>();
    history.centers().forEach(center -> longest.put(center.tenant(), shortestG(center)));
    return history.only(
        input -> {
          Instant begin = begins.getOrDefault(identity(input), Instant.MIN);
          Duration limit = longest.getOrDefault(input.tenant(), DAY);
          return input.source() == Input.Source.AGENT_EVENTS
              || !input.time().isAfter(begin.plus(limit));
        });
  }

  private static Duration shortestG(Center center) {
    return center.policies().stream()
        .map(policy -> policy.gaps().longest())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static List<String> identity(Input input) {
    return List.of(input.tenant(), input.key());
  }

  private static DrivenHistory byArrival(History history) {
    return DrivenHistory.of(history, Delivery.BY_ARRIVAL, new Dice(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsTooLateIsRefusedAndTheTotalsAreThoseOfTheRest(long seed) {
    History history = shortInteractions(history(seed)).with("lateness", "2d");

    DrivenHistory.Published published = byArrival(history).run(folder);

    assertThat(published.ledger().wrongRefusals().keySet())
        .as("%s", history)
        .hasSizeGreaterThan(20)
        .allMatch(refusal -> refusal.startsWith("TOO_LATE"));
    assertThat(
            published
                .totals()
                .differences(published.ledger().accepted().totals(history.policies())))
        .as("%s: published, and what the oracle says", history)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void windowsThatHaveNotExpiredHaveTheTotalsOfAllEvents(long seed) {
    History history = history(seed).with("minute-retention", "3d").with("hour-retention", "10d");
    Predicate<String> kept = kept(reached(history));

    DrivenHistory.Published published = byArrival(history).run(folder);

    Bodies all = published.ledger().accepted().totals(history.policies());
    assertThat(published.totals().size()).as("%s", history).isLessThan(all.size());
    assertThat(published.totals().where(kept).differences(all.where(kept)))
        .as("%s: published, and what the oracle says", history)
        .isEmpty();
  }

  /** The event time each tenant comes to. */
  private static Map<String, Instant> reached(History history) {
    Map<String, Instant> reached = new HashMap<>();
    for (Input input : history.inputs()) {
      if (input.isGood()) {
        reached.merge(input.tenant(), input.time(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return reached;
  }

  /** Keys of windows that no retention has reached. */
  private static Predicate<String> kept(Map<String, Instant> reached) {
    Map<WindowSize, Duration> retentions =
        Map.of(
            WindowSize.MINUTE, Duration.ofDays(3),
            WindowSize.HOUR, Duration.ofDays(10),
            WindowSize.DAY, Duration.ofDays(100_000));
    return text -> {
      TotalsKey key = Families.key(text);
      Duration retention = retentions.getOrDefault(key.window(), Duration.ZERO);
      Instant time = reached.getOrDefault(key.tenant(), Instant.EPOCH);
      return Instant.ofEpochMilli(key.start()).isAfter(time.minus(retention));
    };
  }
}
