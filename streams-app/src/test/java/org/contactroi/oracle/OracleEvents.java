package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyOffered;
import org.contactroi.simulator.count.Utf8;
import org.jspecify.annotations.Nullable;

/** Which events of an interaction take part, in which order, and what the first of them say. */
final class OracleEvents {

  /** "(occurred_at, source_system, source_seq with null first, rank, event_id ...)". */
  private static final Comparator<InteractionEvent> ORDER =
      Comparator.comparing(OracleEvents::at)
          .thenComparing(InteractionEvent::getSourceSystem, Utf8.ORDER)
          .thenComparing(
              InteractionEvent::getSourceSeq, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(OracleEvents::rank)
          .thenComparing(InteractionEvent::getEventId, Utf8.ORDER);

  private OracleEvents() {}

  /** The instant of the event, milliseconds. */
  static long at(InteractionEvent event) {
    return event.getOccurredAt().toEpochMilli();
  }

  /** The events that take part, by (tenant, interaction), in order. */
  static Collection<List<InteractionEvent>> byInteraction(List<AcceptedEvent> accepted) {
    Map<List<String>, List<InteractionEvent>> interactions = new LinkedHashMap<>();
    for (AcceptedEvent winner : winners(accepted)) {
      InteractionEvent event = winner.event();
      if (!event.getRetracted()) {
        List<String> id = List.of(event.getTenantId(), event.getInteractionId());
        interactions.computeIfAbsent(id, none -> new ArrayList<>()).add(event);
      }
    }
    interactions.values().forEach(events -> events.sort(ORDER));
    return interactions.values();
  }

  private static Collection<AcceptedEvent> winners(List<AcceptedEvent> accepted) {
    Map<List<String>, AcceptedEvent> winners = new LinkedHashMap<>();
    for (AcceptedEvent record : accepted) {
      InteractionEvent event = record.event();
      List<String> identity =
          List.of(event.getTenantId(), event.getInteractionId(), event.getEventId());
      winners.merge(identity, record, (a, b) -> b.winsOver(a) ? b : a);
    }
    return winners.values();
  }

  /** "rank: Started, all others, Ended, Reopened". */
  private static int rank(InteractionEvent event) {
    Object payload = event.getPayload();
    if (payload instanceof InteractionStarted) {
      return 0;
    }
    if (payload instanceof InteractionEnded) {
      return 2;
    }
    return payload instanceof InteractionReopened ? 3 : 1;
  }

  /** "Activity: all payloads but surveys, sales, assertions, AI usage", and discards. */
  static boolean isActivity(InteractionEvent event) {
    Object payload = event.getPayload();
    return !(payload instanceof SurveyOffered
        || payload instanceof SurveyAnswered
        || payload instanceof SaleRecorded
        || payload instanceof ResolutionAsserted
        || payload instanceof AiUsageRecorded
        || payload instanceof InteractionDiscarded);
  }

  /** The events with the payload, in order. */
  static List<InteractionEvent> with(Class<?> payload, List<InteractionEvent> events) {
    return events.stream().filter(event -> payload.isInstance(event.getPayload())).toList();
  }

  /** The payloads of the kind, in order. */
  static <P> List<P> payloads(Class<P> kind, List<InteractionEvent> events) {
    return with(kind, events).stream().map(event -> kind.cast(event.getPayload())).toList();
  }

  /** "first non-null in that order"; UNKNOWN states nothing. */
  static <P, V> Optional<V> firstStated(
      Class<P> kind, List<InteractionEvent> events, Function<P, @Nullable V> value) {
    for (P payload : payloads(kind, events)) {
      V stated = value.apply(payload);
      if (isStated(stated)) {
        return Optional.of(stated);
      }
    }
    return Optional.empty();
  }

  /** Whether the value says anything: neither null nor the constant UNKNOWN of an enum. */
  static boolean isStated(@Nullable Object value) {
    boolean unknown = value instanceof Enum<?> constant && constant.name().equals("UNKNOWN");
    return value != null && !unknown;
  }
}
