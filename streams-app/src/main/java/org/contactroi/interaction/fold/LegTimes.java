package org.contactroi.interaction.fold;

import org.contactroi.interaction.HalfEven;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.ReportedTimes;
import org.jspecify.annotations.Nullable;

/**
 * Durations of a leg, ms. A reported part wins over the derived one, part by part.
 *
 * @param talk end - start - hold
 * @param hold between the hold events; unmatched ones end or start with the leg
 * @param afterWork between the after-work events. It follows the segment: an end without a start
 *     begins at the segment's end, a start without an end lasts to the segment's end, and not at
 *     all when that has passed
 * @param handle talk + hold + after-work, and dialing + contacting when outbound
 * @param length from start to end
 */
record LegTimes(Part talk, Part hold, Part afterWork, long handle, long length) {

  /** More than this between a reported and a derived part is a mismatch, ms. */
  private static final long TOLERANCE = 1_000;

  private static final long MILLI = 1_000;

  /** Of a leg of which nobody knows how long it took. */
  static final LegTimes NONE = new LegTimes(Part.NONE, Part.NONE, Part.NONE, 0, 0);

  /**
   * The durations.
   *
   * @param until where the leg ends, UTC ms
   * @param cap where what came too late is taken to be, UTC ms; null for where it is
   */
  static LegTimes of(LegDraft draft, long until, @Nullable Long cap, boolean outbound) {
    long start = draft.start();
    long end = cap != null && draft.isEndedLate() ? cap : until;
    ReportedTimes reported = draft.reported();
    Part hold =
        Part.of(reported.hold(), draft.holds().total(start, end, cap), draft.holds().isSeen());
    Part afterWork = afterWork(draft.afterWork(), reported.afterWork(), end, cap);
    long derivedTalk = Math.subtractExact(end - start, hold.length());
    Part talk = Part.of(reported.talk(), derivedTalk, !draft.isImputed());
    long handled = Math.addExact(Math.addExact(talk.length(), hold.length()), afterWork.length());
    long reached = outbound ? reaching(reported) : 0;
    return new LegTimes(
        talk, hold, afterWork, Math.addExact(handled, reached), possible(end - start));
  }

  private static Part afterWork(
      IntervalSum work, @Nullable Long reported, long end, @Nullable Long cap) {
    long openTo = Math.max(end, work.lastStart(end, cap));
    return Part.of(reported, work.total(end, openTo, cap), work.isSeen());
  }

  private static long reaching(ReportedTimes reported) {
    return Math.addExact(LegDraft.orZero(reported.dial()), LegDraft.orZero(reported.contacting()));
  }

  /** (handle - after-work) / concurrency + after-work, half even, ms. */
  long effort(long concurrencyMilli) {
    long shared = HalfEven.divide(handle - afterWork.length(), MILLI, concurrencyMilli);
    return shared + afterWork.length();
  }

  private static long possible(long derived) {
    return Math.min(Math.max(0, derived), Interaction.LONGEST_MS);
  }

  boolean isMismatch() {
    return talk.mismatch || hold.mismatch || afterWork.mismatch;
  }

  boolean isClockStep() {
    return talk.clockStep || hold.clockStep || afterWork.clockStep;
  }

  /**
   * One part of the handle time.
   *
   * @param length effective length, ms, never negative or above {@link Interaction#LONGEST_MS}
   * @param mismatch reported and derived are both known and more than 1 s apart
   * @param clockStep the derived length was negative and taken as 0
   */
  record Part(long length, boolean mismatch, boolean clockStep) {

    private static final Part NONE = new Part(0, false, false);

    static Part of(@Nullable Long reported, long derived, boolean derivable) {
      long possible = possible(derived);
      boolean clockStep = derived < 0;
      if (reported == null) {
        return new Part(possible, false, clockStep);
      }
      boolean apart = Math.abs(reported - possible) > TOLERANCE;
      return new Part(reported, derivable && apart, clockStep);
    }
  }
}
