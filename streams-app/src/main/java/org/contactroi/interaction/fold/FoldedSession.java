package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.BotSession;

/**
 * A bot session.
 *
 * @param inVainSince when a person was first asked for and did not come, whoever came in the end,
 *     UTC ms; {@link Long#MAX_VALUE} for never
 */
record FoldedSession(BotSession session, long inVainSince) {

  static List<BotSession> sessions(List<FoldedSession> folded) {
    List<BotSession> sessions = new ArrayList<>(folded.size());
    for (FoldedSession each : folded) {
      sessions.add(each.session);
    }
    return sessions;
  }
}
