package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Shares;
import org.contactroi.simulator.scenario.Situation;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

  /** Two lists of a hundred thousand lines are compared sorted: pairing them takes minutes. */
  private static List<String> sorted(Lines lines) {
    return lines.all().stream().sorted().toList();
  }

  /** All that is not usual happens often, but nothing gets lost. */
  private static Scenario nothingLost() {
    return Shop.SCENARIO.withSituations(
        shares -> {
          Map<Situation, Double> often = new EnumMap<>(shares.times(5).shares());
          often.remove(Situation.LOST_ENDS);
          return new Shares<>(often);
        });
  }

  @Test
  void eventsWithoutFaultsSayWhatTheLedgerIsTold() {
    ToldLines told = new ToldLines();
    SeenLines seen = new SeenLines();

    Shop.happen(nothingLost(), Shop.withAi(5), told, seen::see);

    assertThat(told.lines().all()).hasSizeGreaterThan(20_000);
    assertThat(sorted(seen.lines())).isEqualTo(sorted(told.lines()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"retail-ai-rollout", "bank-voice", "wechat-commerce"})
  void nothingIsToldOfAContactThatIsOver(String name) {
    Scenario scenario = Scenarios.of(name);
    Instant begin = scenario.period().begins().atStartOfDay(ZoneOffset.UTC).toInstant();
    Run.End end = new Run.End(begin.plus(Duration.ofDays(12)), null);
    Run run = Run.from(7, begin).withSize(0.02).withEnd(end);
    Overs overs = new Overs();

    new Simulation(scenario, run, new Pseudonyms(Pseudonyms.DEMO_KEY), overs.ledger())
        .forEachRemaining(event -> {});

    assertThat(overs.begun).hasSizeGreaterThan(500);
    assertThat(overs.over).hasSizeGreaterThan(overs.begun.size() * 9 / 10);
    assertThat(overs.begun).containsAll(overs.over);
  }

  /** Knows which contacts have begun and which are over. */
  private static final class Overs {

    final Set<ContactId> begun = new HashSet<>();
    final Set<ContactId> over = new HashSet<>();
    private long last = Long.MIN_VALUE;

    Ledger ledger() {
      Class<?>[] types = {Ledger.class};
      return (Ledger)
          Proxy.newProxyInstance(
              Ledger.class.getClassLoader(), types, (proxy, method, told) -> tell(told));
    }

    private @Nullable Object tell(Object[] told) throws ReflectiveOperationException {
      if (told[0] instanceof ContactId id) {
        assertThat(over.add(id)).as("%s is over once", id).isTrue();
        assertThat((Long) told[1]).isGreaterThanOrEqualTo(last);
        last = (Long) told[1];
      } else if (told[0] instanceof ContactBegun contact) {
        assertThat(begun.add(contact.contact())).isTrue();
      } else if (hasContact(told[0])) {
        Object contact = told[0].getClass().getMethod("contact").invoke(told[0]);
        assertThat(over.contains(contact)).as("%s comes too late", told[0]).isFalse();
      }
      return null;
    }

    private static boolean hasContact(Object fact) {
      return Arrays.stream(fact.getClass().getRecordComponents())
          .anyMatch(component -> component.getType() == ContactId.class);
    }
  }
}
