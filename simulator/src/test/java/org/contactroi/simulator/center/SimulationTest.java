package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferRequested;
import org.contactroi.simulator.EventTopic;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

class SimulationTest {

  /** Of the first 50 000 events: a machine, a JVM or a draw that differs changes it. */
  private static final String FINGERPRINT =
      "cefc63af0cf03f2e5a7bab160d01d36beed0f94a34dee39a0c93b070d3e96e12";

  private static final List<SpecificRecord> DAYS = events(Shop.SCENARIO, Shop.withAi(4));

  /** Days on which only what is usual happens. */
  private static final List<SpecificRecord> PLAIN_DAYS = events(Shop.PLAIN, Shop.withAi(2));

  private static List<SpecificRecord> events(Scenario scenario, Run run) {
    List<SpecificRecord> events = new ArrayList<>();
    Shop.happen(scenario, run, Ledger.NONE, events::add);
    return events;
  }

  private static Stream<InteractionEvent> interactionEvents(List<SpecificRecord> events) {
    return events.stream()
        .filter(InteractionEvent.class::isInstance)
        .map(InteractionEvent.class::cast);
  }

  private static <T> List<String> idsOf(Class<T> type, Function<T, String> id) {
    return interactionEvents(PLAIN_DAYS)
        .filter(event -> type.isInstance(event.getPayload()))
        .map(event -> event.getInteractionId() + " " + id.apply(type.cast(event.getPayload())))
        .toList();
  }

  private static byte[] bytes(SpecificRecord event) {
    try {
      if (event instanceof InteractionEvent interaction) {
        return interaction.toByteBuffer().array();
      }
      return event instanceof AgentEvent agent
          ? agent.toByteBuffer().array()
          : ((CustomerEvent) event).toByteBuffer().array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint(List<SpecificRecord> events) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    events.forEach(event -> digest.update(bytes(event)));
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void theSameRunGivesTheSameBytesOnEveryMachine() throws NoSuchAlgorithmException {
    List<SpecificRecord> first =
        events(Shop.SCENARIO, Shop.withAi(1).withEnd(new Run.End(null, 50_000L)));

    assertThat(first).hasSize(50_000);
    assertThat(fingerprint(first)).isEqualTo(FINGERPRINT);
    assertThat(fingerprint(DAYS.subList(0, 50_000))).isEqualTo(FINGERPRINT);
  }

  @Test
  void anotherSeedGivesOtherEvents() {
    List<SpecificRecord> other = events(Shop.SCENARIO, Shop.withAi(4).withSeed(43));

    assertThat(other).isNotEqualTo(DAYS).hasSizeGreaterThan(20_000);
  }

  @Test
  void eventsComeInTheOrderOfTheirTime() {
    assertThat(DAYS)
        .extracting(event -> EventTopic.of(event).observedAt(event))
        .isSorted()
        .first()
        .satisfies(first -> assertThat(first).isAfterOrEqualTo(Shop.MONDAY));
  }

  @Test
  void identitiesAreUnique() {
    assertThat(
            interactionEvents(DAYS)
                .filter(event -> !event.getRetracted())
                .map(event -> event.getInteractionId() + " " + event.getEventId()))
        .doesNotHaveDuplicates();
    assertThat(
            DAYS.stream()
                .filter(AgentEvent.class::isInstance)
                .map(event -> ((AgentEvent) event).getEventId()))
        .doesNotHaveDuplicates();
  }

  /** Compares as sets: pairing thousands of ids one by one takes seconds. */
  private static void assertPaired(List<String> begun, List<String> ended) {
    assertThat(new HashSet<>(begun)).hasSize(begun.size()).isEqualTo(new HashSet<>(ended));
    assertThat(ended).hasSameSizeAs(begun).isNotEmpty();
  }

  @Test
  void everythingThatBeginsEndsOnce() {
    assertPaired(
        idsOf(QueueEntered.class, QueueEntered::getVisitId),
        idsOf(QueueExited.class, QueueExited::getVisitId));
    assertPaired(
        idsOf(SegmentStarted.class, SegmentStarted::getSegmentId),
        idsOf(SegmentEnded.class, SegmentEnded::getSegmentId));
    assertPaired(
        idsOf(TransferRequested.class, TransferRequested::getTransferId),
        idsOf(TransferClosed.class, TransferClosed::getTransferId));
  }

  @Test
  void everyInteractionEndsOnceMoreThanItIsReopened() {
    Map<String, Integer> open = new HashMap<>();
    interactionEvents(PLAIN_DAYS)
        .forEach(
            event -> {
              Object payload = event.getPayload();
              boolean begins =
                  payload instanceof InteractionStarted || payload instanceof InteractionReopened;
              int change = begins ? 1 : payload instanceof InteractionEnded ? -1 : 0;
              open.merge(event.getInteractionId(), change, Integer::sum);
            });

    assertThat(open).hasSizeGreaterThan(1_000);
    assertThat(open.values()).containsOnly(0);
  }

  @Test
  void noContactBeginsAfterTheEnd() {
    Instant end = Shop.MONDAY.plusSeconds(4 * 86_400);

    assertThat(interactionEvents(DAYS).filter(e -> e.getPayload() instanceof InteractionStarted))
        .extracting(InteractionEvent::getOccurredAt)
        .allSatisfy(at -> assertThat(at).isBefore(end));
  }

  @Test
  void everyKindOfPayloadOccurs() {
    Set<String> kinds = new TreeSet<>();
    interactionEvents(DAYS).forEach(e -> kinds.add(e.getPayload().getClass().getSimpleName()));

    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            InteractionEvent.getClassSchema().getField("payload").schema().getTypes().stream()
                .map(Schema::getName)
                .toList());
  }

  @Test
  void shareGrowsFromZeroToOne() {
    Simulation simulation = Shop.simulation(Shop.SCENARIO, Shop.withAi(1), Ledger.NONE);
    assertThat(simulation.share()).hasValue(0);
    double last = 0;
    while (simulation.hasNext()) {
      simulation.next();
      double share = simulation.share().orElseThrow();
      assertThat(share).isBetween(last, 1.0);
      last = share;
    }

    assertThat(last).isEqualTo(1);
  }

  @Test
  void endlessRunHasNoShare() {
    assertThat(Shop.simulation(Shop.SCENARIO, Run.from(1, Shop.MONDAY), Ledger.NONE).share())
        .isEmpty();
  }
}
