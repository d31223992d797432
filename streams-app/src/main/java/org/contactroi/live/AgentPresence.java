package org.contactroi.live;

import java.time.Duration;

/**
 * The state an agent is in.
 *
 * @param state as the source names it
 * @param team {@code unknown} when none is known
 * @param isAvailable work can be offered
 * @param until when it says nothing any more if no other follows, UTC ms
 */
public record AgentPresence(String state, String team, boolean isAvailable, long until) {

  /** No state says for longer what an agent does now. */
  public static final Duration LIMIT = Duration.ofHours(24);

  /** A state that began at an instant, UTC ms. */
  public static AgentPresence since(long at, String state, String team, boolean isAvailable) {
    return new AgentPresence(state, team, isAvailable, at + LIMIT.toMillis());
  }
}
