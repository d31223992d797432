package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.history.RandomNumbers;
import org.contactroi.outputs.LiveAgents;
import org.contactroi.outputs.LiveRecord;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.center.Simulation;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.contactroi.simulator.truth.LiveTruth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What topic live says at an instant is what was open then, as the simulation knows. */
@ExtendWith(RandomNumbers.class)
class LiveTruthTest {

  private static final int LEAST_OPEN = 100;

  @TempDir Path stateDir;
  private final Map<String, @Nullable LiveRecord> newest = new HashMap<>();
  private int read;

  /**
   * Days of a scenario.
   *
   * @param instants at which it is looked at
   */
  private record Sampled(String scenario, int day, int days, double size, int instants) {

    Run run(Scenario of) {
      Instant zero = of.period().begins().atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant from = zero.plus(Duration.ofDays(day));
      return Run.from(Long.getLong("seed", 1), from)
          .withDayZero(zero)
          .withSize(size)
          .withEnd(new Run.End(from.plus(Duration.ofDays(days)), null));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "retail-ai-rollout, 20, 2, 0.01, 500",
    "bank-voice, 40, 1, 0.02, 300",
    "wechat-commerce, 18, 1, 0.02, 200"
  })
  void whatIsOpenAtSampledInstantsIsWhatReallyWas(
      String name, int day, int days, double size, int instants, Random random) {
    Scenario scenario = Scenarios.of(name).withFaults(0).withSituations(shares -> shares.times(0));
    Run run = new Sampled(name, day, days, size, instants).run(scenario);
    LiveTruth truth = new LiveTruth();
    List<SpecificRecord> events = events(scenario, run, truth);
    String tenant = scenario.tenants().get(0).id();
    long from = run.from().toEpochMilli();
    List<Long> sampled =
        random
            .longs(instants, from, from + Duration.ofDays(days).toMillis())
            .sorted()
            .boxed()
            .toList();

    int open = 0;
    int next = 0;
    long reached = Long.MIN_VALUE;
    try (Driven driven = new Driven(stateDir, Map.of())) {
      for (long instant : sampled) {
        for (; next < events.size() && at(events.get(next)) <= instant; next++) {
          send(driven, events.get(next));
          if (events.get(next) instanceof InteractionEvent) {
            reached = Math.max(reached, at(events.get(next)));
          }
        }
        driven.flush();
        SortedMap<String, Long> really = truth.at(tenant, instant, reached);
        assertThat(live(driven, tenant))
            .as("%s, after %d events", Instant.ofEpochMilli(instant), next)
            .isEqualTo(really);
        open += really.isEmpty() ? 0 : 1;
      }
    }
    assertThat(open).isGreaterThan(LEAST_OPEN);
  }

  private static List<SpecificRecord> events(Scenario scenario, Run run, LiveTruth truth) {
    List<SpecificRecord> events = new ArrayList<>();
    new Simulation(scenario, run, new Pseudonyms(Pseudonyms.DEMO_KEY), truth)
        .forEachRemaining(events::add);
    return events;
  }

  private static long at(SpecificRecord event) {
    if (event instanceof AgentEvent agent) {
      return agent.getOccurredAt().toEpochMilli();
    }
    return event instanceof InteractionEvent interaction
        ? interaction.getOccurredAt().toEpochMilli()
        : ((CustomerEvent) event).getOccurredAt().toEpochMilli();
  }

  private static void send(Driven driven, SpecificRecord event) {
    if (event instanceof AgentEvent agent) {
      driven.send(agent);
    } else if (event instanceof InteractionEvent interaction) {
      driven.send(interaction);
    }
  }

  /** The numbers of the topic that the truth speaks of. */
  private SortedMap<String, Long> live(Driven driven, String tenant) {
    List<TestRecord<String, byte[]>> records = driven.records(TOPICS.live());
    for (; read < records.size(); read++) {
      byte[] value = records.get(read).value();
      newest.put(records.get(read).key(), value == null ? null : (LiveRecord) driven.decode(value));
    }
    SortedMap<String, Long> numbers = new TreeMap<>();
    newest.forEach(
        (key, live) -> {
          if (live != null && live.getTenantId().equals(tenant)) {
            add(live, numbers);
          }
        });
    return numbers;
  }

  private static void add(LiveRecord live, SortedMap<String, Long> numbers) {
    String place = live.getSlice() + "/" + live.getValue();
    put(numbers, place + " waiting", live.getWaiting());
    put(numbers, place + " queued_work", live.getQueuedWork());
    if (live.getWaitingSince() != null) {
      put(numbers, place + " waiting_since", live.getWaitingSince().toEpochMilli());
    }
    // Which queue a bot and a leg belong to, facts say.
    if (!live.getSlice().equals("queue")) {
      put(numbers, place + " in_service", live.getInService());
      put(numbers, place + " bot_sessions", live.getBotSessions());
      put(numbers, place + " conversations", live.getConversations());
    }
    put(numbers, place + " agents_available", live.getAgentsAvailable());
    for (LiveAgents state : live.getAgents()) {
      put(numbers, place + " agents " + state.getState(), state.getAgents());
    }
  }

  private static void put(SortedMap<String, Long> numbers, String number, long value) {
    if (value != 0) {
      numbers.put(number, value);
    }
  }
}
