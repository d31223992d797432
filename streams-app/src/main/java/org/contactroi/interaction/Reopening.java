package org.contactroi.interaction;

import java.util.List;

/**
 * The customer reopened an interaction that had begun before.
 *
 * @param at UTC ms
 * @param repeat something had been handled: it is a contact of its own, and a repeat
 */
public record Reopening(long at, boolean repeat) {

  /** A handled leg or a handled session began after the last of them; ever, when there is none. */
  public static boolean isHandledAfter(
      List<Reopening> reopenings, List<Leg> legs, List<BotSession> sessions) {
    long last = reopenings.isEmpty() ? Long.MIN_VALUE : reopenings.get(reopenings.size() - 1).at();
    return legs.stream().anyMatch(leg -> leg.isHandled() && leg.start() >= last)
        || sessions.stream().anyMatch(session -> session.isHandled() && session.start() >= last);
  }
}
