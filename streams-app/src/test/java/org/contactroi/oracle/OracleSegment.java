package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.BotReport;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.jspecify.annotations.Nullable;

/** What the events of one segment_id say of a leg, before anything is inferred but its start. */
final class OracleSegment {

  /** Legs by start; of legs that start at once the one whose events come first. */
  static final Comparator<OracleSegment> ORDER =
      Comparator.<OracleSegment>comparingLong(OracleSegment::start)
          .thenComparingInt(segment -> segment.position);

  final String id;

  /** Where its first start, else its first end, stands among the events of the interaction. */
  final int position;

  private final List<InteractionEvent> events;

  private OracleSegment(String id, int position, List<InteractionEvent> events) {
    this.id = id;
    this.position = position;
    this.events = events;
  }

  /** A segment without start and without end is no leg. */
  static List<OracleSegment> of(List<InteractionEvent> interaction) {
    Map<String, List<InteractionEvent>> byId = new LinkedHashMap<>();
    for (InteractionEvent event : interaction) {
      String id = segmentId(event.getPayload());
      if (id != null) {
        byId.computeIfAbsent(id, none -> new ArrayList<>()).add(event);
      }
    }
    List<OracleSegment> segments = new ArrayList<>();
    byId.forEach(
        (id, events) -> {
          List<InteractionEvent> bounds = new ArrayList<>();
          bounds.addAll(OracleEvents.with(SegmentStarted.class, events));
          bounds.addAll(OracleEvents.with(SegmentEnded.class, events));
          if (!bounds.isEmpty()) {
            segments.add(new OracleSegment(id, interaction.indexOf(bounds.get(0)), events));
          }
        });
    segments.sort(ORDER);
    return segments;
  }

  private static @Nullable String segmentId(Object payload) {
    if (payload instanceof SegmentStarted started) {
      return started.getSegmentId();
    }
    if (payload instanceof SegmentEnded ended) {
      return ended.getSegmentId();
    }
    if (payload instanceof HoldStarted started) {
      return started.getSegmentId();
    }
    if (payload instanceof HoldEnded ended) {
      return ended.getSegmentId();
    }
    if (payload instanceof AfterWorkStarted started) {
      return started.getSegmentId();
    }
    return payload instanceof AfterWorkEnded ended ? ended.getSegmentId() : null;
  }

  /** Instants of its events with the payload, in order. */
  List<Long> instants(Class<?> payload) {
    return OracleEvents.with(payload, events).stream().map(OracleEvents::at).toList();
  }

  /** "The first start and the last end bound it." */
  Optional<Long> seenStart() {
    return instants(SegmentStarted.class).stream().findFirst();
  }

  Optional<Long> seenEnd() {
    List<Long> ends = instants(SegmentEnded.class);
    return ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1));
  }

  /** "missing start = end - reported parts": those that lie within a leg, talk and hold. */
  long start() {
    return seenStart().orElseGet(this::inferredStart);
  }

  private long inferredStart() {
    long talk = reported(ReportedTimes::getTalkMs).orElse(0L);
    long hold = reported(ReportedTimes::getHoldMs).orElse(0L);
    return seenEnd().orElseThrow() - talk - hold;
  }

  /** The part of the times as the source measured it, milliseconds. */
  Optional<Long> reported(Function<ReportedTimes, @Nullable Long> part) {
    return OracleEvents.firstStated(
        SegmentEnded.class,
        events,
        ended -> ended.getReported() == null ? null : part.apply(ended.getReported()));
  }

  /** "Unknown participant = BOT if `bot` is set, else AGENT PRIMARY." */
  Participant participant() {
    Participant unknown = botReports().isEmpty() ? Participant.AGENT : Participant.BOT;
    return either(SegmentStarted::getParticipant, SegmentEnded::getParticipant).orElse(unknown);
  }

  SegmentRole role() {
    return either(SegmentStarted::getRole, SegmentEnded::getRole).orElse(SegmentRole.PRIMARY);
  }

  /** The queue the leg itself names. */
  Optional<String> ownQueue() {
    return either(SegmentStarted::getQueueId, SegmentEnded::getQueueId);
  }

  /** What the starts say. */
  <V> Optional<V> stated(Function<SegmentStarted, @Nullable V> value) {
    return OracleEvents.firstStated(SegmentStarted.class, events, value);
  }

  /** Its reports of bots, by the event that carries them, in order. */
  List<InteractionEvent> botReports() {
    return OracleEvents.with(SegmentEnded.class, events).stream()
        .filter(event -> ((SegmentEnded) event.getPayload()).getBot() != null)
        .toList();
  }

  static BotReport botReport(InteractionEvent event) {
    return ((SegmentEnded) event.getPayload()).getBot();
  }

  private <V> Optional<V> either(
      Function<SegmentStarted, @Nullable V> ofStart, Function<SegmentEnded, @Nullable V> ofEnd) {
    return OracleEvents.firstStated(
        Object.class,
        events,
        payload -> {
          if (payload instanceof SegmentStarted started) {
            return ofStart.apply(started);
          }
          return payload instanceof SegmentEnded ended ? ofEnd.apply(ended) : null;
        });
  }
}
