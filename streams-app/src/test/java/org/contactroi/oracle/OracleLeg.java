package org.contactroi.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.contactroi.simulator.count.Spell;
import org.contactroi.simulator.count.Turn;
import org.contactroi.simulator.ledger.Leg;

/** One participant's part of an interaction. Times are milliseconds. */
final class OracleLeg {

  private static final int MILLI = 1_000;
  private static final long TOLERANCE_MS = 1_000;

  /** "never taken as longer than 366 days". */
  static final long LONGEST = Duration.ofDays(366).toMillis();

  final OracleSegment segment;
  final Participant participant;
  final SegmentRole role;
  final String queue;
  final long start;
  final long end;

  /** When it ended, as far as durations are derived from it. */
  private final long derivedEnd;

  private final ToLongFunction<InteractionEvent> derived;

  final boolean imputed;
  final long talk;
  final long hold;
  final long acw;
  final long handle;
  final long settle;

  /** Nothing says when it ended: it was, and took no time. */
  final boolean open;

  boolean mismatch;
  boolean clockStep;

  /**
   * When a leg ended of which no end was seen.
   *
   * @param isSaid whether anything says so
   */
  private record MissingEnd(long at, boolean isSaid) {}

  private OracleLeg(OracleSegment segment, MissingEnd missing, OracleInteraction interaction) {
    this.segment = segment;
    this.participant = segment.participant();
    this.role = segment.role();
    this.queue = queue(segment, interaction);
    this.start = segment.start();
    this.end = segment.seenEnd().orElse(missing.at);
    this.open = segment.isHuman() && segment.seenEnd().isEmpty() && !missing.isSaid;
    this.derived = derived(interaction);
    List<Long> derivedEnds = segment.instants(SegmentEnded.class, derived);
    this.derivedEnd = derivedEnds.isEmpty() ? end : derivedEnds.get(derivedEnds.size() - 1);
    this.imputed = segment.seenStart().isEmpty() || segment.seenEnd().isEmpty();
    this.hold =
        part(
            sum(
                segment.instants(HoldStarted.class, derived),
                segment.instants(HoldEnded.class, derived),
                start,
                derivedEnd),
            segment.reported(ReportedTimes::getHoldMs));
    this.acw = part(afterWork(), segment.reported(ReportedTimes::getAcwMs));
    // "talk = end - start - effective hold"
    this.talk = talk(segment.reported(ReportedTimes::getTalkMs));
    // "handle = talk + hold + acw (+ dial + contacting when OUTBOUND)"
    this.handle = talk + hold + acw + (interaction.inbound ? 0 : dialAndContacting());
    this.settle = settle();
  }

  /** "only derived durations are capped at the part's end"; what bounds them has to be seen. */
  private ToLongFunction<InteractionEvent> derived(OracleInteraction interaction) {
    return segment.seenStart().isPresent()
        ? event -> interaction.capped(event, start)
        : OracleEvents::at;
  }

  /** All legs, by start. */
  static List<OracleLeg> of(OracleInteraction interaction) {
    List<OracleSegment> segments = OracleSegment.of(interaction.events);
    List<OracleLeg> legs = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      OracleSegment segment = segments.get(i);
      // "Missing end = start of the next PRIMARY leg, else the interaction's end"
      MissingEnd missing =
          segments.subList(i + 1, segments.size()).stream()
              .filter(later -> later.start() > segment.start())
              .filter(later -> later.role() == SegmentRole.PRIMARY)
              .findFirst()
              .map(next -> new MissingEnd(next.start(), true))
              .orElseGet(() -> missingEnd(segment, interaction));
      legs.add(new OracleLeg(segment, missing, interaction));
    }
    return legs;
  }

  /** Of people somebody has to say it; all else ends with the interaction. */
  private static MissingEnd missingEnd(OracleSegment segment, OracleInteraction interaction) {
    return interaction
        .part
        .endSaid(segment.start())
        .map(at -> new MissingEnd(segment.isHuman() ? at : interaction.end, true))
        .orElse(new MissingEnd(interaction.end, false));
  }

  /** "its own, else that of the last visit exited at or before its start, else the ...'s". */
  private static String queue(OracleSegment segment, OracleInteraction interaction) {
    if (segment.ownQueue().isPresent()) {
      return segment.ownQueue().get();
    }
    OracleVisit last = null;
    for (OracleVisit visit : interaction.visits) {
      if (visit.exit <= segment.start() && (last == null || visit.exit >= last.exit)) {
        last = visit;
      }
    }
    return last == null ? interaction.queue : last.queue.orElse(interaction.queue);
  }

  /** "sum of HoldEnded - sum of HoldStarted, unmatched ones ending or starting with the leg". */
  private static Optional<Long> sum(List<Long> starts, List<Long> ends, long from, long to) {
    if (starts.isEmpty() && ends.isEmpty()) {
      return Optional.empty();
    }
    long sum = 0;
    for (long instant : ends) {
      sum += instant;
    }
    for (long instant : starts) {
      sum -= instant;
    }
    for (int i = ends.size(); i < starts.size(); i++) {
      sum += to;
    }
    for (int i = starts.size(); i < ends.size(); i++) {
      sum -= from;
    }
    return Optional.of(sum);
  }

  /**
   * "follows the leg: an end without a start began at the leg's end; a start without an end ..."
   */
  private Optional<Long> afterWork() {
    List<Long> starts = segment.instants(AfterWorkStarted.class, derived);
    List<Long> ends = segment.instants(AfterWorkEnded.class, derived);
    long lastStart = starts.isEmpty() ? derivedEnd : starts.get(starts.size() - 1);
    return sum(starts, ends, derivedEnd, Math.max(derivedEnd, lastStart));
  }

  private long talk(Optional<Long> reported) {
    long measured = derivedEnd - start - hold;
    if (segment.seenStart().isPresent() && segment.seenEnd().isPresent()) {
      return part(Optional.of(measured), reported);
    }
    // A start or an end that was not seen contradicts no report.
    clockStep |= measured < 0;
    return reported.orElse(measured(measured));
  }

  /** "Negative derived durations are 0 ... A reported part wins over the derived one". */
  private long part(Optional<Long> derived, Optional<Long> reported) {
    clockStep |= derived.isPresent() && derived.get() < 0;
    long measured = measured(derived.orElse(0L));
    mismatch |=
        derived.isPresent()
            && reported.isPresent()
            && Math.abs(measured - reported.get()) > TOLERANCE_MS;
    return reported.orElse(measured);
  }

  /** The duration, never below 0 and never above 366 days. */
  static long measured(long duration) {
    return Math.min(LONGEST, Math.max(0, duration));
  }

  private long dialAndContacting() {
    return segment.reported(ReportedTimes::getDialMs).orElse(0L)
        + segment.reported(ReportedTimes::getContactingMs).orElse(0L);
  }

  /** "Settle = after-work end, else segment end + effective acw." */
  private long settle() {
    List<Long> ends = segment.instants(AfterWorkEnded.class);
    return ends.isEmpty() ? end + acw : ends.get(ends.size() - 1);
  }

  /** "if its end was, and so was that of all after-contact work that began, or its length". */
  boolean isSettleSeen() {
    int begun = segment.instants(AfterWorkStarted.class).size();
    boolean workEndsSeen =
        begun <= segment.instants(AfterWorkEnded.class).size()
            || segment.reported(ReportedTimes::getAcwMs).isPresent();
    return segment.seenEnd().isPresent() && workEndsSeen;
  }

  /** "effort divides by it when stated, else by live_concurrency". Thousandths. */
  private long concurrency() {
    int atItsStart = segment.stated(SegmentStarted::getLiveConcurrency).orElse(1);
    return segment.reported(ReportedTimes::getAverageConcurrencyMilli).orElse(MILLI * atItsStart);
  }

  /** "counts as a fact and never as a quantity", unless it is known how long it took. */
  private Turn.Times times() {
    Turn.Flaws flaws = new Turn.Flaws(imputed, mismatch, clockStep);
    return open
        ? new Turn.Times(0, 0, 0, 0, 0, start, false, flaws)
        : new Turn.Times(
            measured(derivedEnd - start), talk, hold, acw, handle, settle, isSettleSeen(), flaws);
  }

  /** As it is counted; {@code events} are those of the interaction. */
  Turn turn(List<InteractionEvent> events) {
    return new Turn(
        segment.id,
        new Leg.Who(
            participant,
            segment.stated(SegmentStarted::getParticipantId).orElse(null),
            role,
            segment.stated(SegmentStarted::getAgentGrade).orElse(null),
            segment.stated(SegmentStarted::getBotVersion).orElse(null),
            segment.stated(SegmentStarted::getLiveConcurrency).orElse(1)),
        queue,
        start,
        end,
        open,
        concurrency(),
        times(),
        segment.botReports().stream()
            .reduce((earlier, later) -> later)
            .map(
                last ->
                    new Turn.Word(
                        Spell.Verdict.of(OracleSegment.botReport(last)), events.indexOf(last)))
            .orElse(null));
  }
}
