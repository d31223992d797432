package org.contactroi.simulator.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.simulator.Pseudonyms;
import org.junit.jupiter.api.Test;

class SyntheticSourceTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final List<InteractionEvent> THREE_DAYS =
      events(42, new Scenario.Limit(Duration.ofDays(3), null));

  private static List<InteractionEvent> events(long seed, Scenario.Limit limit) {
    SyntheticSource source =
        new SyntheticSource(
            new Scenario("demo", seed, 60, MONDAY, ZoneId.of("UTC"), limit),
            new Pseudonyms(Pseudonyms.DEMO_KEY));
    List<InteractionEvent> events = new ArrayList<>();
    source.forEachRemaining(events::add);
    return events;
  }

  private static <T> List<String> idsOf(Class<T> type, Function<T, String> id) {
    return THREE_DAYS.stream()
        .filter(event -> type.isInstance(event.getPayload()))
        .map(event -> event.getInteractionId() + " " + id.apply(type.cast(event.getPayload())))
        .toList();
  }

  private static ByteBuffer bytes(InteractionEvent event) {
    try {
      return event.toByteBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void sameSeedGivesTheSameBytes() {
    List<InteractionEvent> again = events(42, new Scenario.Limit(Duration.ofDays(3), null));

    assertThat(again.stream().map(SyntheticSourceTest::bytes))
        .containsExactlyElementsOf(THREE_DAYS.stream().map(SyntheticSourceTest::bytes).toList());
  }

  @Test
  void anotherSeedGivesOtherEvents() {
    List<InteractionEvent> other = events(43, new Scenario.Limit(Duration.ofDays(3), null));

    assertThat(other.get(0).getOccurredAt()).isNotEqualTo(THREE_DAYS.get(0).getOccurredAt());
    assertThat(other).hasSizeGreaterThan(1_000).isNotEqualTo(THREE_DAYS);
  }

  @Test
  void eventsComeInTheOrderOfTheirTime() {
    assertThat(THREE_DAYS).extracting(InteractionEvent::getOccurredAt).isSorted();
    assertThat(THREE_DAYS.get(0).getOccurredAt()).isAfterOrEqualTo(MONDAY);
  }

  @Test
  void identitiesAreUnique() {
    assertThat(THREE_DAYS)
        .extracting(event -> event.getInteractionId() + " " + event.getEventId())
        .doesNotHaveDuplicates();
  }

  /** Compares as sets: pairing thousands of ids one by one takes seconds. */
  private static void assertPaired(List<String> begun, List<String> ended) {
    assertThat(new HashSet<>(begun)).hasSize(begun.size()).isEqualTo(new HashSet<>(ended));
    assertThat(ended).hasSameSizeAs(begun).hasSizeGreaterThan(1_000);
  }

  @Test
  void everyVisitEnteredIsExitedOnce() {
    assertPaired(
        idsOf(QueueEntered.class, QueueEntered::getVisitId),
        idsOf(QueueExited.class, QueueExited::getVisitId));
  }

  @Test
  void everyLegStartedIsEndedOnce() {
    assertPaired(
        idsOf(SegmentStarted.class, SegmentStarted::getSegmentId),
        idsOf(SegmentEnded.class, SegmentEnded::getSegmentId));
  }

  @Test
  void everyKindOfPayloadOccurs() {
    Set<String> kinds = new TreeSet<>();
    THREE_DAYS.forEach(event -> kinds.add(event.getPayload().getClass().getSimpleName()));

    List<String> contract =
        InteractionEvent.getClassSchema().getField("payload").schema().getTypes().stream()
            .map(Schema::getName)
            .toList();
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(contract);
  }

  @Test
  void reportedTimesAreThoseOfTheLeg() {
    Map<String, Instant> started = new HashMap<>();
    int reported = 0;
    for (InteractionEvent event : THREE_DAYS) {
      if (event.getPayload() instanceof SegmentStarted leg) {
        started.put(event.getInteractionId() + leg.getSegmentId(), event.getOccurredAt());
      } else if (event.getPayload() instanceof SegmentEnded leg && leg.getReported() != null) {
        Instant start = started.get(event.getInteractionId() + leg.getSegmentId());
        long length = Duration.between(start, event.getOccurredAt()).toMillis();
        assertThat(leg.getReported().getTalkMs() + leg.getReported().getHoldMs()).isEqualTo(length);
        reported++;
      }
    }
    assertThat(reported).isGreaterThan(100);
  }

  @Test
  void scoresAreOnTheirScales() {
    assertThat(THREE_DAYS)
        .extracting(InteractionEvent::getPayload)
        .filteredOn(SurveyAnswered.class::isInstance)
        .extracting(SurveyAnswered.class::cast)
        .isNotEmpty()
        .allSatisfy(
            answer ->
                assertThat(answer.getScore())
                    .isBetween(answer.getScaleMin(), answer.getScaleMax()));
  }

  @Test
  void someCustomersComeBackAndSomeAreNotIdentified() {
    Set<String> seen = new HashSet<>();
    int repeats = 0;
    int unidentified = 0;
    for (InteractionEvent event : THREE_DAYS) {
      if (event.getPayload() instanceof InteractionStarted started) {
        String customer = started.getCustomerKey();
        unidentified += customer == null ? 1 : 0;
        repeats += customer != null && !seen.add(customer) ? 1 : 0;
      }
    }
    assertThat(repeats).isGreaterThan(100);
    assertThat(unidentified).isGreaterThan(100);
  }

  @Test
  void numberOfEventsIsExactIfItIsGiven() {
    assertThat(events(42, new Scenario.Limit(null, 1_234L)))
        .isEqualTo(THREE_DAYS.subList(0, 1_234));
  }

  @Test
  void estimateOfADurationIsNearTheTruth() {
    long expected =
        new Scenario(
                "demo",
                42,
                60,
                MONDAY,
                ZoneId.of("UTC"),
                new Scenario.Limit(Duration.ofDays(3), null))
            .expectedEvents()
            .orElseThrow();

    assertThat((double) THREE_DAYS.size() / expected).isBetween(0.8, 1.2);
  }

  @Test
  void arrivalsFollowTheHourOfTheLocalDay() {
    long night = startedBetween(0, 6);
    long day = startedBetween(9, 15);

    assertThat(day).isGreaterThan(3 * night);
  }

  private static long startedBetween(int fromHour, int toHour) {
    return THREE_DAYS.stream()
        .filter(event -> event.getPayload() instanceof InteractionStarted)
        .map(event -> event.getOccurredAt().atZone(ZoneId.of("UTC")).getHour())
        .filter(hour -> hour >= fromHour && hour < toHour)
        .count();
  }

  @Test
  void wrongQuantitiesNameTheValueAndWhatIsAllowed() {
    assertThatThrownBy(() -> Quantities.perHour("-3"))
        .hasMessageStartingWith("--rate '-3' is not a number of interactions per hour");
    assertThatThrownBy(() -> Quantities.duration("soon"))
        .hasMessage("--duration 'soon' is not a duration such as 90s, 30m, 8h, 30d or PT8H");
    assertThatThrownBy(() -> new Scenario.Limit(null, 0L)).hasMessage("events 0 is below 1");
  }

  @Test
  void ratesAndDurationsAreReadWithTheirUnits() {
    assertThat(Quantities.perHour("600")).isEqualTo(600);
    assertThat(Quantities.perHour("2/s")).isEqualTo(7_200);
    assertThat(Quantities.perHour("48/d")).isEqualTo(2);
    assertThat(Quantities.duration("8h")).isEqualTo(Duration.ofHours(8));
    assertThat(Quantities.duration("PT8H")).isEqualTo(Duration.ofHours(8));
  }
}
