package org.contactroi.simulator.truth;

import java.util.stream.Stream;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.count.Turn;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/** Finds out what the time of a turn went into. What is reported wins over what moments say. */
final class TurnTimes {

  /** Reported and derived lengths that differ by more do not match, ms. */
  private static final long TOLERANCE = 1_000;

  private TurnTimes() {}

  /**
   * A part of the time.
   *
   * @param length its length, ms
   * @param isMismatch whether reported and derived lengths do not match
   * @param isClockStep whether the derived length is negative
   */
  private record Part(long length, boolean isMismatch, boolean isClockStep) {

    /**
     * Decides between two lengths.
     *
     * @param isDerivable whether moments say anything of it
     */
    static Part of(@Nullable Long reported, long derived, boolean isDerivable) {
      long possible = Math.max(0, derived);
      boolean isApart = reported != null && Math.abs(reported - possible) > TOLERANCE;
      return new Part(reported == null ? possible : reported, isDerivable && isApart, derived < 0);
    }
  }

  /** Those of a turn of which nobody says when it ended. */
  static Turn.Times none(long end) {
    return new Turn.Times(0, 0, 0, 0, 0, end, false, new Turn.Flaws(true, false, false));
  }

  static Turn.Times of(Sight sight, long end, Chapter chapter) {
    String id = sight.leg().id();
    Long workStarted = bound(sight, Moment.AFTER_WORK_STARTED, chapter);
    Long workEnded = bound(sight, Moment.AFTER_WORK_ENDED, chapter);
    Long left = bound(sight, Moment.LEG_ENDED, chapter);
    long bound = left == null ? end : left;
    boolean isWhole = sight.started() != null && sight.ended() != null;
    Leg.Parts reported = sight.reported();
    Part hold = hold(sight, bound, chapter);
    Part work =
        Part.of(
            reported == null ? null : reported.afterWork(),
            work(workStarted, workEnded, bound),
            workStarted != null || workEnded != null);
    Part talk =
        Part.of(
            reported == null ? null : reported.talk(),
            bound - sight.start() - hold.length(),
            isWhole);
    Long settled = chapter.when(Moment.AFTER_WORK_ENDED, id);
    boolean isOpen = workStarted != null && workEnded == null;
    return new Turn.Times(
        Math.max(0, bound - sight.start()),
        talk.length(),
        hold.length(),
        work.length(),
        talk.length() + hold.length() + work.length() + reaching(reported, chapter),
        settled == null ? end + work.length() : settled,
        sight.ended() != null && (reported != null || !isOpen),
        new Turn.Flaws(
            !isWhole,
            Stream.of(talk, hold, work).anyMatch(Part::isMismatch),
            Stream.of(talk, hold, work).anyMatch(Part::isClockStep)));
  }

  /** When it is seen, as far as it tells how long a turn was whose begin is seen too. */
  private static @Nullable Long bound(Sight sight, Moment moment, Chapter chapter) {
    String id = sight.leg().id();
    return sight.started() == null
        ? chapter.when(moment, id)
        : chapter.bound(moment, id, sight.start());
  }

  /** Dialing and contacting of an outbound contact, ms. */
  private static long reaching(Leg.@Nullable Parts reported, Chapter chapter) {
    return reported == null || chapter.isInbound() ? 0 : reported.dial() + reported.contacting();
  }

  /** Ends without a start began with the turn, starts without an end last to its end. */
  private static Part hold(Sight sight, long end, Chapter chapter) {
    long derived = 0;
    int open = 0;
    boolean isSeen = false;
    for (Seen each : chapter.seen()) {
      boolean isStart = each.is(Moment.HOLD_STARTED, sight.leg().id());
      if (isStart || each.is(Moment.HOLD_ENDED, sight.leg().id())) {
        long at = sight.started() == null ? each.at() : chapter.bound(each, sight.start());
        derived += isStart ? -at : at;
        open += isStart ? 1 : -1;
        isSeen = true;
      }
    }
    derived += open * (open > 0 ? end : sight.start());
    Leg.Parts reported = sight.reported();
    return Part.of(reported == null ? null : reported.hold(), derived, isSeen);
  }

  /** It follows the turn: without a start it began at the end of the turn. */
  private static long work(@Nullable Long started, @Nullable Long ended, long end) {
    if (started == null) {
      return ended == null ? 0 : ended - end;
    }
    return (ended == null ? Math.max(end, started) : ended) - started;
  }
}
