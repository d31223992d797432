package org.contactroi.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.simulator.Damage;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.center.Simulation;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.scenario.Fault;
import org.contactroi.simulator.scenario.Reporting;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Shares;
import org.contactroi.simulator.scenario.Tenant;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultyEventsTest {

  private static final Instant MONDAY = Instant.parse("2026-01-04T23:00:00Z");
  private static final double OFTEN = 0.1;
  private static final Duration LATENESS = Duration.ofDays(21);

  private final List<Mark> unseen = new ArrayList<>();
  private final List<Mark> shifted = new ArrayList<>();
  private final List<ContactReopened> reopened = new ArrayList<>();
  private final List<ContactId> tests = new ArrayList<>();

  private final Ledger ledger =
      new Ledger() {
        @Override
        public void unseen(Mark mark) {
          unseen.add(mark);
        }

        @Override
        public void shifted(Mark mark, long by) {
          shifted.add(mark);
        }

        @Override
        public void seemsReopened(ContactReopened contact) {
          reopened.add(contact);
        }

        @Override
        public void seemsTest(ContactId contact) {
          tests.add(contact);
        }
      };

  /** What arrived, and how. */
  private record Arrived(List<SpecificRecord> events, List<Damage> damages) {

    List<InteractionEvent> interactionEvents() {
      return events.stream()
          .filter(InteractionEvent.class::isInstance)
          .map(InteractionEvent.class::cast)
          .toList();
    }
  }

  private Arrived arrived(int days, Fault... faults) {
    Map<Fault, Double> shares = new EnumMap<>(Fault.class);
    for (Fault fault : faults) {
      shares.put(fault, OFTEN);
    }
    Scenario scenario = withFaults(new Shares<>(shares));
    Run run =
        Run.from(5, MONDAY)
            .withSize(0.02)
            .withEnd(new Run.End(MONDAY.plus(Duration.ofDays(days)), null));
    EventSource events = new Simulation(scenario, run, new Pseudonyms(Pseudonyms.DEMO_KEY), ledger);
    FaultyEvents faulty = new FaultyEvents(events, scenario, run.seed(), ledger);
    Arrived arrived = new Arrived(new ArrayList<>(), new ArrayList<>());
    while (faulty.hasNext()) {
      arrived.events().add(faulty.next());
      arrived.damages().add(faulty.damage());
    }
    return arrived;
  }

  private static Scenario withFaults(Shares<Fault> faults) {
    Scenario plain = Scenarios.of(Scenarios.DEFAULT);
    Tenant it = plain.tenants().get(0);
    Tenant faulty =
        new Tenant(
            it.id(),
            it.place(),
            it.demand(),
            it.customers(),
            it.service(),
            it.staff(),
            it.rollout(),
            new Shares<>(Map.of()),
            new Reporting(it.reporting().policy(), faults, null));
    return new Scenario(plain.name(), plain.about(), plain.period(), List.of(faulty));
  }

  private static Set<List<Object>> identities(List<InteractionEvent> events) {
    Set<List<Object>> identities = new HashSet<>();
    events.forEach(event -> identities.add(List.of(event.getInteractionId(), event.getEventId())));
    return identities;
  }

  @Test
  void withoutFaultsAllArriveAsTheyWereSent() {
    Arrived arrived = arrived(1);

    assertThat(arrived.events()).hasSizeGreaterThan(1_000);
    assertThat(arrived.damages()).containsOnly(Damage.NONE);
    assertThat(identities(arrived.interactionEvents())).hasSameSizeAs(arrived.interactionEvents());
    assertThat(unseen).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"DUPLICATES", "SHUFFLED", "STRAGGLERS", "REVISIONS"})
  void whatChangesNothingIsNotDeclared(Fault fault) {
    List<InteractionEvent> sent = arrived(2).interactionEvents();

    List<InteractionEvent> arrived = arrived(2, fault).interactionEvents();

    assertThat(arrived).isNotEqualTo(sent);
    assertThat(identities(arrived)).isEqualTo(identities(sent));
    assertThat(unseen).isEmpty();
    assertThat(shifted).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"MISSING_STARTS", "MISSING_ENDS", "TOO_LATE"})
  void whatNeverArrivesIsUnseen(Fault fault) {
    List<InteractionEvent> sent = arrived(2).interactionEvents();

    List<InteractionEvent> arrived = arrived(2, fault).interactionEvents();

    assertThat(unseen).isNotEmpty();
    assertThat(arrived).hasSize(sent.size() - unseen.size());
  }

  @Test
  void whatIsTooLateIsPassedInItsPartitionWhateverTheirNumber() {
    List<InteractionEvent> arrived = arrived(30, Fault.TOO_LATE).interactionEvents();

    for (int partitions : List.of(1, 3, 12, PartitionClocks.MOST_PARTITIONS)) {
      assertThat(tooLate(arrived, partitions)).as("%d partitions", partitions).isGreaterThan(300);
      assertThat(tooLate(arrived, partitions)).isEqualTo(tooLate(arrived, 1));
    }
  }

  /** Counts as the pipeline does: earlier than what its partition has reached, minus R. */
  private static int tooLate(List<InteractionEvent> events, int partitions) {
    Map<Integer, Instant> reached = new HashMap<>();
    int count = 0;
    for (InteractionEvent event : events) {
      int partition = PartitionClocks.hash(Marks.contact(event)) % partitions;
      Instant clock = reached.getOrDefault(partition, Instant.MIN);
      if (!clock.equals(Instant.MIN) && event.getOccurredAt().isBefore(clock.minus(LATENESS))) {
        count++;
      } else if (event.getOccurredAt().isAfter(clock)) {
        reached.put(partition, event.getOccurredAt());
      }
    }
    return count;
  }

  @Test
  void stragglersAreNeverTooLate() {
    List<InteractionEvent> arrived =
        arrived(30, Fault.STRAGGLERS, Fault.DUPLICATES, Fault.REVISIONS).interactionEvents();

    assertThat(tooLate(arrived, 1)).isZero();
  }

  @Test
  void futureStampsAreMoreThanAnHourAheadAndUnseen() {
    List<InteractionEvent> arrived = arrived(2, Fault.FUTURE_STAMPS).interactionEvents();

    assertThat(unseen).isNotEmpty();
    assertThat(arrived)
        .filteredOn(
            event -> event.getOccurredAt().isAfter(event.getObservedAt().plusSeconds(3_600)))
        .hasSameSizeAs(unseen);
  }

  @Test
  void damagedEventsAreUnseen() {
    Arrived arrived = arrived(2, Fault.CORRUPT_BYTES, Fault.UNKNOWN_SCHEMAS);

    assertThat(arrived.damages()).contains(Damage.values());
    long damagedOfContacts = 0;
    for (int i = 0; i < arrived.events().size(); i++) {
      boolean isOfContact = arrived.events().get(i) instanceof InteractionEvent;
      damagedOfContacts += isOfContact && arrived.damages().get(i) != Damage.NONE ? 1 : 0;
    }
    assertThat(damagedOfContacts).isEqualTo(unseen.size());
  }

  @Test
  void everyRetractionTakesBackSomethingThatArrives() {
    List<InteractionEvent> arrived = arrived(2, Fault.RETRACTIONS).interactionEvents();
    List<InteractionEvent> retractions =
        arrived.stream().filter(InteractionEvent::getRetracted).toList();

    assertThat(retractions).hasSizeGreaterThan(unseen.size());
    assertThat(unseen).isNotEmpty();
    assertThat(identities(arrived.stream().filter(event -> !event.getRetracted()).toList()))
        .containsAll(identities(retractions));
  }

  @Test
  void clockStepsTestTrafficAndReopeningsAreDeclared() {
    List<InteractionEvent> arrived =
        arrived(3, Fault.CLOCK_STEPS, Fault.TEST_TRAFFIC, Fault.REOPENED).interactionEvents();

    assertThat(arrived)
        .filteredOn(event -> !event.getOccurredAt().equals(event.getObservedAt()))
        .hasSameSizeAs(shifted);
    assertThat(arrived)
        .filteredOn(event -> event.getPayload() instanceof InteractionStarted)
        .filteredOn(InteractionEvent::getIsTest)
        .extracting(event -> new ContactId(event.getTenantId(), event.getInteractionId()))
        .containsAll(tests);
    assertThat(arrived)
        .filteredOn(event -> event.getEventId().startsWith("reopened-"))
        .hasSameSizeAs(reopened);
    assertThat(tests).isNotEmpty();
    assertThat(reopened).isNotEmpty();
  }

  @Test
  void equalRunsArriveEqually() {
    assertThat(arrived(3, Fault.values())).isEqualTo(arrived(3, Fault.values()));
  }
}
