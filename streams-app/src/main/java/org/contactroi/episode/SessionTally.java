package org.contactroi.episode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Interaction;

/**
 * Bot sessions of one interaction that went alike. An interaction may have thousands of sessions;
 * what an episode needs to know of them are a few counts.
 *
 * @param answered the bot answered
 * @param handedOff a visit or a human leg of the interaction ends after the session's start
 * @param handoffFailed the customer was to get a person and did not
 * @param confirmed the task was fulfilled or the customer confirmed
 * @param rejected the customer rejected the answer
 * @param cameBack the customer reopened the interaction after it, which is a repeat
 * @param count how many, positive
 */
public record SessionTally(
    boolean answered,
    boolean handedOff,
    boolean handoffFailed,
    boolean confirmed,
    boolean rejected,
    boolean cameBack,
    long count) {

  private static final Comparator<SessionTally> BY_COURSE =
      Comparator.comparing(SessionTally::answered)
          .thenComparing(SessionTally::handedOff)
          .thenComparing(SessionTally::handoffFailed)
          .thenComparing(SessionTally::confirmed)
          .thenComparing(SessionTally::rejected)
          .thenComparing(SessionTally::cameBack);

  /** The tallies of sessions that somebody used, false before true, field by field. */
  static List<SessionTally> of(Interaction interaction) {
    List<Long> repeats = interaction.repeats();
    long lastRepeat = repeats.isEmpty() ? Long.MIN_VALUE : repeats.get(repeats.size() - 1);
    Map<SessionTally, Long> counts = new TreeMap<>(BY_COURSE);
    for (BotSession session : interaction.sessions()) {
      if (!session.notEngaged()) {
        counts.merge(of(session, lastRepeat > session.start()), 1L, Long::sum);
      }
    }
    List<SessionTally> tallies = new ArrayList<>(counts.size());
    counts.forEach((alike, count) -> tallies.add(alike.times(count)));
    return tallies;
  }

  private static SessionTally of(BotSession session, boolean cameBack) {
    return new SessionTally(
        session.answered(),
        session.handedOff(),
        session.handoffFailed(),
        session.confirmed(),
        session.rejected(),
        cameBack,
        1);
  }

  private SessionTally times(long times) {
    return new SessionTally(
        answered, handedOff, handoffFailed, confirmed, rejected, cameBack, times);
  }
}
