package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
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
import org.contactroi.simulator.count.Utf8;
import org.jspecify.annotations.Nullable;

/** What the events of one segment_id say of a leg, before anything is inferred but its start. */
final class OracleSegment {

  /** "Legs are in the order of start and segment_id". */
  static final Comparator<OracleSegment> ORDER =
      Comparator.<OracleSegment>comparingLong(OracleSegment::start)
          .thenComparing(segment -> segment.id, Utf8.ORDER);

  final String id;

  private final List<InteractionEvent> events;

  private OracleSegment(String id, List<InteractionEvent> events) {
    this.id = id;
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
          OracleSegment segment = new OracleSegment(id, events);
          if (segment.seenStart().isPresent() || segment.seenEnd().isPresent()) {
            segments.add(segment);
          }
        });
    segments.sort(ORDER);
    return segments;
  }

  /** The leg that an event is of; null if of none. */
  static @Nullable String segmentId(Object payload) {
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

  /** The same as {@code when} tells it. */
  List<Long> instants(Class<?> payload, ToLongFunction<InteractionEvent> when) {
    return OracleEvents.with(payload, events).stream().mapToLong(when).boxed().toList();
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

  /** "reported durations ... are those of the last end that has them". */
  <V> Optional<V> reported(Function<ReportedTimes, @Nullable V> part) {
    return OracleEvents.payloads(SegmentEnded.class, events).stream()
        .map(SegmentEnded::getReported)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .map(part);
  }

  /** "Unknown participant = BOT if `bot` is set, else AGENT PRIMARY." */
  Participant participant() {
    Participant unknown = botReports().isEmpty() ? Participant.AGENT : Participant.BOT;
    return namedParticipant().orElse(unknown);
  }

  boolean isHuman() {
    return participant() == Participant.AGENT || participant() == Participant.SUPERVISOR;
  }

  private Optional<Participant> namedParticipant() {
    return either(SegmentStarted::getParticipant, SegmentEnded::getParticipant);
  }

  /** "A role nobody stated is primary", and "a known participant's unknown role is not". */
  SegmentRole role() {
    Optional<SegmentRole> known = either(SegmentStarted::getRole, SegmentEnded::getRole);
    boolean saidUnknown =
        Stream.concat(
                OracleEvents.payloads(SegmentStarted.class, events).stream()
                    .map(SegmentStarted::getRole),
                OracleEvents.payloads(SegmentEnded.class, events).stream()
                    .map(SegmentEnded::getRole))
            .anyMatch(role -> role == SegmentRole.UNKNOWN);
    boolean isUnknown = saidUnknown && namedParticipant().isPresent();
    return known.orElse(isUnknown ? SegmentRole.UNKNOWN : SegmentRole.PRIMARY);
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
