package org.contactroi.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.InteractionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A history is what its seed says, and has everything in it that can happen. */
class HistoryTest {

  private static final int EVENTS = 2_000;
  private static final Duration HOUR = Duration.ofHours(1);

  private static List<InteractionEvent> events(History history) {
    return history.inputs().stream()
        .filter(Input::isGood)
        .map(Input::value)
        .filter(InteractionEvent.class::isInstance)
        .map(InteractionEvent.class::cast)
        .toList();
  }

  private static Set<String> payloads(Stream<Object> payloads) {
    return payloads
        .map(payload -> ((SpecificRecord) payload).getSchema().getName())
        .collect(Collectors.toSet());
  }

  private static Set<String> kinds(Schema envelope) {
    return envelope.getField("payload").schema().getTypes().stream()
        .map(Schema::getName)
        .collect(Collectors.toSet());
  }

  /** Records that share an identity, one list each. */
  private static Collection<List<InteractionEvent>> identities(History history) {
    Map<List<String>, List<InteractionEvent>> identities = new HashMap<>();
    for (InteractionEvent event : events(history)) {
      identities
          .computeIfAbsent(
              List.of(event.getTenantId(), event.getInteractionId(), event.getEventId()),
              identity -> new ArrayList<>())
          .add(event);
    }
    return identities.values();
  }

  private static Predicate<List<InteractionEvent>> some(Predicate<InteractionEvent> rule) {
    return records -> records.stream().anyMatch(rule);
  }

  @Test
  void theSameSeedGivesTheSameHistory() {
    assertThat(History.of(7)).isEqualTo(History.of(7)).isNotEqualTo(History.of(8));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyKindOfEventOccurs(long seed) {
    History history = History.of(seed);
    Stream<Object> ofAgents =
        history.inputs().stream()
            .map(Input::value)
            .filter(AgentEvent.class::isInstance)
            .map(event -> ((AgentEvent) event).getPayload());

    assertThat(history.inputs().stream().filter(Input::isGood)).hasSizeGreaterThanOrEqualTo(EVENTS);
    assertThat(payloads(events(history).stream().map(InteractionEvent::getPayload)))
        .isEqualTo(kinds(InteractionEvent.getClassSchema()));
    assertThat(payloads(ofAgents)).isEqualTo(kinds(AgentEvent.getClassSchema()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void recordsOfOneIdentityAreRepeatedRevisedRetractedAndInConflict(long seed) {
    assertThat(identities(History.of(seed)))
        .as("repeated")
        .anyMatch(records -> records.size() > 1 && Set.copyOf(records).size() == 1)
        .as("in conflict")
        .anyMatch(
            records ->
                Set.copyOf(records).size() > 1
                    && records.stream().map(InteractionEvent::getRevision).distinct().count() == 1)
        .as("revised")
        .anyMatch(some(event -> event.getRevision() > 0 && !event.getRetracted()))
        .as("retracted")
        .anyMatch(some(InteractionEvent::getRetracted))
        .as("test traffic")
        .anyMatch(some(InteractionEvent::getIsTest));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void eventsComeLateAndFromClocksThatAreWrong(long seed) {
    assertThat(History.of(seed).inputs())
        .as("days late")
        .anyMatch(input -> input.arrival().isAfter(input.time().plus(Duration.ofDays(2))))
        .as("from the future")
        .anyMatch(input -> input.time().isAfter(input.arrival().plus(HOUR)));
  }
}
