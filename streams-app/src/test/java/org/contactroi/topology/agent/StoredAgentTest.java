package org.contactroi.topology.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.agent.AgentAnswer;
import org.contactroi.agent.AgentMoment;
import org.contactroi.agent.AgentSpan;
import org.contactroi.agent.AgentState;
import org.contactroi.agent.AgentWork;
import org.contactroi.agent.Handling;
import org.contactroi.agent.Ring;
import org.contactroi.agent.Span;
import org.contactroi.agent.Timeline;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.event.OfferOutcome;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Occupancy;
import org.contactroi.topology.stage.Ageing;
import org.contactroi.topology.stage.AgentMessage;
import org.contactroi.topology.stage.InboxTest;
import org.contactroi.topology.stage.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of an agent gives the differences that add up to the totals of the whole set. */
@ExtendWith(RandomNumbers.class)
class StoredAgentTest {

  private static final long HOUR_MS = Duration.ofHours(1).toMillis();
  private static final long DAY_MS = Duration.ofDays(1).toMillis();
  private static final long BEGIN = Instant.parse("2026-02-01T00:00:00Z").toEpochMilli();
  private static final Span EVER = new Span(BEGIN - 40 * DAY_MS, BEGIN + 400 * DAY_MS);
  private static final String AGENT = "acme/jo";

  private final Map<ByteBuffer, AgentRecord> decoded = new HashMap<>();
  private final Map<String, AgentRecord> events = new HashMap<>();
  private final Map<String, AgentMessage.Worked> parts = new HashMap<>();
  private final Map<Cell, Totals> sent = new HashMap<>();
  private TenantCalendar calendar = new TenantCalendar(ZoneId.of("UTC"));
  private KeyValueStore<String, byte[]> store;
  private Ageing ageing;
  private int wires;

  @BeforeEach
  void open() {
    store = InboxTest.bytesStore("agents");
    ageing = new Ageing(InboxTest.bytesStore("by-day"));
  }

  private StoredAgent agent() {
    return new StoredAgent(
        AGENT,
        new AgentEntries(store, AGENT),
        ageing,
        wire -> Objects.requireNonNull(decoded.get(ByteBuffer.wrap(wire))));
  }

  /** An event with a body of its own. */
  private AgentRecord event(String id, long at, int revision, @Nullable AgentState state) {
    return remember(id, at, revision, state, null);
  }

  private AgentRecord remember(
      String id, long at, int revision, @Nullable AgentState state, @Nullable AgentAnswer answer) {
    boolean retracted = state == null && answer == null;
    byte[] wire = ByteBuffer.allocate(9).putInt(5, wires++).array();
    AgentRecord event =
        new AgentRecord(
            id,
            at,
            new Revision(revision, retracted, wire),
            state,
            state == null ? null : "any",
            answer);
    decoded.put(ByteBuffer.wrap(wire), event);
    return event;
  }

  private AgentRecord state(String id, long at, @Nullable String team) {
    return event(id, at, 0, new AgentState(id, at, "acd", null, team, true, true));
  }

  private void take(List<AgentRecord> added, List<AgentMessage.Worked> legs) {
    for (AgentRecord event : added) {
      events.merge(
          event.eventId(),
          event,
          (known, now) -> now.revision().winsOver(known.revision()) ? now : known);
    }
    legs.forEach(part -> parts.put(part.part(), part));
    agent()
        .take(added, legs, calendar)
        .forEach((place, totals) -> sent.merge(place, totals, Totals::plus));
    sent.values().removeIf(Totals::isZero);
  }

  private Map<Cell, Totals> expected() {
    List<AgentState> states = new ArrayList<>();
    Map<String, AgentAnswer> answers = new HashMap<>();
    for (AgentRecord event : events.values()) {
      if (event.state() != null) {
        states.add(event.state());
      }
      if (event.answer() != null) {
        answers.merge(
            event.answer().surveyId(), event.answer(), BinaryOperator.maxBy(AgentMoment.ORDER));
      }
    }
    List<Handling> legs = new ArrayList<>();
    List<Ring> rings = new ArrayList<>();
    for (AgentMessage.Worked part : parts.values()) {
      legs.addAll(part.work().legs());
      rings.addAll(part.work().rings());
    }
    return AgentSpan.contributions(
        EVER,
        new Timeline(states),
        new AgentWork(legs, rings),
        List.copyOf(answers.values()),
        calendar);
  }

  private void forget(long time) {
    for (String key : ageing.takeBefore("acme", time)) {
      String day = key.substring(AGENT.length() + 1);
      agent().forget(StoredDay.day(day), time);
    }
  }

  private int entries() {
    int entries = 0;
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        all.next();
        entries++;
      }
    }
    return entries;
  }

  private AgentRecord randomEvent(Random random, String id, long at) {
    if (random.nextInt(4) == 0) {
      return answer(id, at, random);
    }
    AgentState state =
        random.nextInt(8) == 0
            ? null
            : new AgentState(
                id,
                at,
                random.nextBoolean() ? "acd" : "wfm",
                random.nextBoolean() ? null : (long) random.nextInt(3),
                random.nextInt(3) > 0 ? null : random.nextBoolean() ? "red" : "blue",
                random.nextBoolean(),
                random.nextBoolean());
    return event(id, at, random.nextInt(3), state);
  }

  private AgentRecord answer(String id, long at, Random random) {
    Long seq = random.nextBoolean() ? null : (Long) (long) random.nextInt(3);
    String survey = id.contains(".") ? id.substring(0, id.indexOf('.')) : "s" + random.nextInt(5);
    AgentAnswer answer = new AgentAnswer(id, at, "wfm", seq, survey, random.nextInt(10_001));
    return remember(id, at, random.nextInt(3), null, answer);
  }

  private static AgentMessage.Worked randomPart(Random random, String id, long around) {
    List<Handling> legs = new ArrayList<>();
    long last = around;
    for (int left = random.nextInt(4); left > 0; left--) {
      long start = around + random.nextInt(48) * HOUR_MS / 2;
      long settle = start + random.nextInt(100) * HOUR_MS / 4;
      legs.add(new Handling(start, settle, random.nextInt(10_000_000)));
      last = Math.max(last, settle);
    }
    List<Ring> rings = new ArrayList<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      long closed = around + random.nextInt(48) * HOUR_MS / 2;
      OfferOutcome[] outcomes = OfferOutcome.values();
      OfferOutcome outcome = outcomes[random.nextInt(outcomes.length)];
      Long length = random.nextBoolean() ? null : (Long) (long) random.nextInt(60_000);
      rings.add(new Ring("q" + random.nextInt(2), closed, outcome, length));
      last = Math.max(last, closed);
    }
    return new AgentMessage.Worked(id, Span.day(last), new AgentWork(legs, rings));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe"})
  void everyOrderOfEverythingAddsUpToTheTotalsOfTheSet(String zone, Random random) {
    calendar = new TenantCalendar(ZoneId.of(zone));
    for (int round = 0; round < 150; round++) {
      int days = 1 + random.nextInt(round % 2 == 0 ? 5 : 120);
      List<AgentRecord> added = new ArrayList<>();
      List<AgentMessage.Worked> legs = new ArrayList<>();
      for (int left = random.nextInt(4); left > 0; left--) {
        String id = "e" + random.nextInt(60);
        added.add(randomEvent(random, id, BEGIN + random.nextInt(days * 24) * HOUR_MS));
        added.add(added.get(random.nextInt(added.size())));
      }
      if (random.nextBoolean()) {
        String part = "p" + random.nextInt(20);
        legs.add(randomPart(random, part, BEGIN + random.nextInt(days * 24) * HOUR_MS));
      }
      Collections.shuffle(added, random);

      take(added, legs);

      assertThat(sent).as("round %d", round).isEqualTo(expected());
    }
  }

  /** How much is kept depends on what is drawn, so the seeds are always the same. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsForgottenIsNotNeededAnyMore(long seed) {
    Random random = new Random(seed);
    long lateness = 5 * DAY_MS;
    Handling old = new Handling(BEGIN + HOUR_MS, BEGIN + 3 * HOUR_MS, 50);
    for (int day = 0; day < 200; day++) {
      long time = BEGIN + day * DAY_MS;
      List<AgentMessage.Worked> legs = new ArrayList<>();
      legs.add(worked("long", Span.day(time), day < 120 ? List.of(old) : List.of()));
      legs.add(randomPart(random, "p" + day / 2, time));
      legs.add(reachingBack(random, "back" + day, time));
      String id = "e" + day / 3 + "." + random.nextInt(3);

      take(List.of(randomEvent(random, id, time - random.nextInt(120) * HOUR_MS)), legs);
      forget(time - lateness - Timeline.REACH_MS);

      assertThat(Contributions.difference(sent, expected()))
          .as("seed %d day %d", seed, day)
          .isEmpty();
    }
    // An answer has four entries.
    assertThat(entries()).as("seed %d", seed).isLessThan(500);

    forget(BEGIN + 300 * DAY_MS);

    assertThat(entries()).as("the last state tells the team from then on").isLessThan(2);
  }

  /** A leg that ends now and may be as long as a leg can be. */
  private static AgentMessage.Worked reachingBack(Random random, String id, long time) {
    long length = random.nextInt(20) == 0 ? Timeline.REACH_MS : random.nextInt(9) * HOUR_MS;
    return worked(
        id, Span.day(time), List.of(new Handling(time - length, time, random.nextInt(1_000))));
  }

  private static AgentMessage.Worked worked(String part, long lastDay, List<Handling> legs) {
    return new AgentMessage.Worked(part, lastDay, new AgentWork(legs, List.of()));
  }

  @Test
  void aDayOfTenThousandLegsIsKeptInSmallValues() {
    List<AgentMessage.Worked> legs = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      long start = BEGIN + i * 8_000L;
      legs.add(
          worked(
              "interaction-%05d".formatted(i),
              Span.day(start),
              List.of(new Handling(start, start + 6_000, 6_000))));
    }

    take(List.of(state("in", BEGIN, "red"), state("out", BEGIN + DAY_MS, "red")), legs);

    assertThat(sent).isEqualTo(expected()).hasSize(24);
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> assertThat(entry.value.length).isLessThan(4_096));
    }
  }

  @Test
  void aStateBetweenTwoOthersDaysApartChangesWhatLiesBetweenThem() {
    take(List.of(state("a", BEGIN, "red"), state("c", BEGIN + 9 * DAY_MS, "blue")), List.of());

    take(List.of(state("b", BEGIN + 4 * DAY_MS + HOUR_MS, null)), List.of());
    take(List.of(event("b", BEGIN + 5 * DAY_MS, 1, null)), List.of());

    assertThat(sent).isEqualTo(expected()).hasSize(9 * 24);
  }

  @Test
  void statesThatContributeNothingAreForgottenToo() {
    AgentState off = new AgentState("a", BEGIN, "acd", null, "red", false, false);
    AgentRecord on = state("b", BEGIN + HOUR_MS, "red");
    take(List.of(event("a", BEGIN, 0, off), on, event("c", BEGIN + 1, 0, null)), List.of());

    forget(BEGIN + 2 * DAY_MS);

    assertThat(sent).isEmpty();
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void anAgentWhoseNameBeginsAnothersIsAnother() {
    take(List.of(state("a", BEGIN, "red"), state("b", BEGIN + HOUR_MS, "red")), List.of());
    StoredAgent other =
        new StoredAgent(
            "acme/j",
            new AgentEntries(store, "acme/j"),
            ageing,
            wire -> state("none", BEGIN, null));

    assertThat(
            other.take(
                List.of(),
                List.of(worked("p", 0, List.of(new Handling(BEGIN, BEGIN + 1, 1)))),
                calendar))
        .containsOnlyKeys(new Cell(Occupancy.FAMILY, BEGIN, Dimensions.ofTeam("unknown"), ""));
  }
}
