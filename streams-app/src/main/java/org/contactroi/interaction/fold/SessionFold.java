package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.BotReport;
import org.contactroi.interaction.event.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * Joins BOT and IVR legs to bot sessions.
 *
 * <p>A visit or a human leg lies between two bot legs when it starts after the first one's start
 * and not after the second one's. A session's bot and version are the last that its legs state.
 */
final class SessionFold {

  private final List<BotSession> sessions = new ArrayList<>(1);
  private final TreeSet<Long> breaks = new TreeSet<>();
  private long lastOtherEnd = Long.MIN_VALUE;
  private @Nullable FoldedLeg first;
  private @Nullable FoldedLeg previous;
  private @Nullable FoldedLeg reported;
  private @Nullable String botId;
  private @Nullable String botVersion;

  private SessionFold() {}

  /** The sessions by start, from legs and visits by start. */
  static List<BotSession> sessions(List<FoldedLeg> legs, List<Visit> visits) {
    SessionFold fold = new SessionFold();
    for (Visit visit : visits) {
      fold.addOther(visit.start(), visit.end());
    }
    for (FoldedLeg leg : legs) {
      if (leg.leg().isHuman()) {
        fold.addOther(leg.leg().start(), leg.leg().end());
      }
    }
    for (FoldedLeg leg : legs) {
      if (leg.leg().isBot()) {
        fold.addBot(leg);
      }
    }
    fold.close();
    return fold.sessions;
  }

  private void addOther(long start, long end) {
    breaks.add(start);
    lastOtherEnd = Math.max(lastOtherEnd, end);
  }

  private void addBot(FoldedLeg leg) {
    if (previous != null && isBreakBetween(previous.leg(), leg.leg())) {
      close();
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

  private void close() {
    if (first == null) {
      return;
    }
    BotReport report = reported == null ? null : reported.bot();
    long start = first.leg().start();
    sessions.add(
        new BotSession(
            start,
            botId,
            botVersion,
            report != null && report.isAnswered(),
            lastOtherEnd > start,
            report != null && report.isConfirmed(),
            report != null && report.confirmed() == Confirmation.NEGATIVE));
    first = null;
    previous = null;
    reported = null;
    botId = null;
    botVersion = null;
  }
}
