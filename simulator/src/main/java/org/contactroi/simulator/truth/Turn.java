package org.contactroi.simulator.truth;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A participant's part of an interaction, as it is to be counted.
 *
 * @param leg what really happened
 * @param seen what is seen of it
 * @param start when it began, as seen; else before the end by what the source reported
 * @param end when it ended, as seen; else with the next primary turn or the interaction
 * @param queue its own, else that of the last stay before it, else the interaction's
 * @param times what the time went into
 */
record Turn(Leg leg, Sight seen, long start, long end, String queue, TurnTimes times) {

  private static final Comparator<Sight> ORDER =
      Comparator.comparingLong(Sight::start).thenComparing(sight -> sight.leg().id());

  /**
   * What is seen of a leg.
   *
   * @param leg the leg
   * @param started when it is seen to begin, null for never
   * @param ended when it is seen to end, null for never
   */
  record Sight(Leg leg, @Nullable Long started, @Nullable Long ended) {

    /** Returns what the source reported, which comes with the end. */
    Leg.@Nullable Parts reported() {
      return ended != null && leg.isReported() ? leg.parts() : null;
    }

    long start() {
      if (started != null) {
        return started;
      }
      Leg.Parts reported = reported();
      long length = reported == null ? 0 : reported.talk() + reported.hold();
      return Objects.requireNonNull(ended) - length;
    }
  }

  /** Returns all of an interaction, by start. */
  static List<Turn> all(Chapter chapter) {
    List<Sight> sights = sights(chapter);
    return sights.stream().map(sight -> of(sight, sights, chapter)).toList();
  }

  /** Returns the queues that legs name themselves, in the order of the legs. */
  static List<String> statedQueues(Chapter chapter) {
    return sights(chapter).stream()
        .map(sight -> sight.leg().queue())
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Sight> sights(Chapter chapter) {
    return Stream.concat(chapter.all(Moment.LEG_STARTED), chapter.all(Moment.LEG_ENDED))
        .map(each -> (Leg) each.fact())
        .distinct()
        .map(
            leg ->
                new Sight(
                    leg,
                    chapter.when(Moment.LEG_STARTED, leg.id()),
                    chapter.when(Moment.LEG_ENDED, leg.id())))
        .sorted(ORDER)
        .toList();
  }

  private static Turn of(Sight sight, List<Sight> all, Chapter chapter) {
    Long ended = sight.ended();
    long end = ended == null ? nextPrimary(sight, all, chapter.end()) : ended;
    String own = sight.leg().queue();
    String queue = own == null ? queueBefore(sight.start(), chapter) : own;
    TurnTimes times = TurnTimes.of(sight, end, chapter);
    return new Turn(sight.leg(), sight, sight.start(), end, queue, times);
  }

  private static long nextPrimary(Sight sight, List<Sight> all, long otherwise) {
    return all.stream()
        .filter(other -> other.leg().who().role() == SegmentRole.PRIMARY)
        .filter(other -> other.start() > sight.start())
        .mapToLong(Sight::start)
        .min()
        .orElse(otherwise);
  }

  private static String queueBefore(long start, Chapter chapter) {
    Stay last = null;
    for (Stay stay : chapter.stays()) {
      if (stay.end() <= start && (last == null || stay.end() >= last.end())) {
        last = stay;
      }
    }
    return last == null || last.queue().equals(Chapter.UNKNOWN) ? chapter.queue() : last.queue();
  }

  boolean isHuman() {
    Participant participant = leg.who().participant();
    return participant == Participant.AGENT || participant == Participant.SUPERVISOR;
  }

  boolean isHandled() {
    return leg.who().participant() == Participant.AGENT && leg.who().role() == SegmentRole.PRIMARY;
  }

  /** Whether it is a bot or a menu. */
  boolean isAutomatic() {
    return isBot() || leg.who().participant() == Participant.IVR;
  }

  boolean isBot() {
    return leg.who().participant() == Participant.BOT;
  }

  boolean isImputed() {
    return seen.started() == null || seen.ended() == null;
  }

  /** Who it was; only its begin says so. */
  @Nullable String participant() {
    return seen.started() == null ? null : leg.who().id();
  }

  @Nullable String grade() {
    return seen.started() == null ? null : leg.who().grade();
  }

  /** The bot's version, else its id, null if its begin is not seen. */
  @Nullable String bot() {
    String version = leg.who().botVersion();
    return version == null || seen.started() == null ? participant() : version;
  }

  /** What a bot says of it, which comes with the end. */
  @Nullable BotVerdict verdict(Chapter chapter) {
    return seen.ended() == null ? null : chapter.told().verdicts().get(leg.id());
  }

  /** (handle - after-contact work) / contacts at once + after-contact work, ms. */
  long effort() {
    int atOnce = seen.started() == null ? 1 : leg.who().concurrency();
    long with = times.handle() - times.afterWork().length();
    return HalfEven.divide(with, atOnce) + times.afterWork().length();
  }

  /** When the after-contact work ends, as seen; else the end and its length. */
  long settled() {
    Long seenEnd = times.workEnded();
    return seenEnd == null ? end + times.afterWork().length() : seenEnd;
  }

  /** Whether it is known when it settled. */
  boolean isSettleKnown() {
    boolean isOpen = times.workStarted() != null && times.workEnded() == null;
    return seen.ended() != null && (seen.reported() != null || !isOpen);
  }

  boolean isMismatch() {
    return times.talk().isMismatch() || times.hold().isMismatch() || times.afterWork().isMismatch();
  }

  boolean isClockStep() {
    return times.talk().isClockStep()
        || times.hold().isClockStep()
        || times.afterWork().isClockStep();
  }
}
