package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.BotReport;
import org.contactroi.interaction.event.Confirmation;
import org.contactroi.interaction.event.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Joins BOT and IVR legs to bot sessions.
 *
 * <p>A visit, a human leg or a reopening by the customer lies between two bot legs when it starts
 * after the first one's start and not after the second one's. A session's bot and version are the
 * last that its legs state.
 */
final class SessionFold {

  private final List<FoldedSession> sessions = new ArrayList<>(1);
  private final TreeSet<Long> breaks = new TreeSet<>();
  private final TreeSet<Long> failures = new TreeSet<>();
  private final boolean isSilent;
  private long lastOtherEnd = Long.MIN_VALUE;
  private @Nullable FoldedLeg first;
  private @Nullable FoldedLeg previous;
  private @Nullable FoldedLeg reported;
  private @Nullable String botId;
  private @Nullable String botVersion;

  private SessionFold(Set<Long> failedTransfers, boolean isSilent) {
    this.failures.addAll(failedTransfers);
    this.isSilent = isSilent;
  }

  /**
   * The sessions by start, from legs and visits by start.
   *
   * @param failedTransfers to a person, when they began, UTC ms
   * @param reopenings by the customer, UTC ms
   * @param isSilent the customer did nothing, as far as the interaction shows
   */
  static List<FoldedSession> sessions(
      List<FoldedLeg> legs,
      List<Visit> visits,
      Set<Long> failedTransfers,
      List<Long> reopenings,
      boolean isSilent) {
    SessionFold fold = new SessionFold(failedTransfers, isSilent);
    fold.breaks.addAll(reopenings);
    for (Visit visit : visits) {
      fold.addOther(visit.start(), visit.end());
    }
    for (FoldedLeg leg : legs) {
      if (leg.leg().isHuman()) {
        fold.addOther(leg.leg().start(), leg.leg().end());
      } else if (leg.leg().participant() == Participant.VOICEMAIL) {
        fold.failures.add(leg.leg().start());
      }
    }
    for (FoldedLeg leg : legs) {
      if (leg.leg().isBot()) {
        fold.addBot(leg);
      }
    }
    fold.close(Long.MAX_VALUE);
    return fold.sessions;
  }

  private void addOther(long start, long end) {
    breaks.add(start);
    lastOtherEnd = Math.max(lastOtherEnd, end);
  }

  private void addBot(FoldedLeg leg) {
    if (previous != null && isBreakBetween(previous.leg(), leg.leg())) {
      close(leg.leg().start());
    }
    first = first == null ? leg : first;
    previous = leg;
    botId = leg.leg().participantId() == null ? botId : leg.leg().participantId();
    botVersion = leg.leg().botVersion() == null ? botVersion : leg.leg().botVersion();
    if (leg.bot() != null && isLater(leg)) {
      reported = leg;
    }
  }

  private boolean isBreakBetween(Leg earlier, Leg later) {
    Long last = breaks.floor(later.start());
    return last != null && last > earlier.start();
  }

  private boolean isLater(FoldedLeg leg) {
    return reported == null || leg.botReportedAt() > reported.botReportedAt();
  }

  /** Ends a session before the start of the next one, UTC ms. */
  private void close(long next) {
    if (first == null) {
      return;
    }
    BotReport report = reported == null ? null : reported.bot();
    long start = first.leg().start();
    boolean handedOff = lastOtherEnd > start;
    boolean notEngaged = isSilent && report != null && report.isNotEngaged();
    long inVainSince = inVainSince(report, start, next);
    sessions.add(
        new FoldedSession(
            new BotSession(
                start,
                botId,
                botVersion,
                report != null && report.isAnswered(),
                handedOff,
                !handedOff && !notEngaged && inVainSince < Long.MAX_VALUE,
                notEngaged,
                report != null && report.isConfirmed(),
                report != null && report.confirmed() == Confirmation.NEGATIVE),
            inVainSince));
    first = null;
    previous = null;
    reported = null;
    botId = null;
    botVersion = null;
  }

  /** Since when the customer was to get a person, as the bot, a transfer or a voicemail says. */
  private long inVainSince(@Nullable BotReport report, long start, long next) {
    if (report != null && report.handoffReason() != null) {
      return start;
    }
    Long failure = failures.ceiling(start);
    return failure == null || failure >= next ? Long.MAX_VALUE : failure;
  }
}
