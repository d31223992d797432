package org.contactroi.simulator.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An agent entered a state.
 *
 * @param tenant id of the tenant
 * @param agent id of the agent
 * @param team id of the team, null if nobody says
 */
public record AgentState(String tenant, String agent, @Nullable String team, long at, State state) {

  /**
   * A state.
   *
   * @param isRoutable whether work can be offered
   * @param isProductive whether it counts as productive time
   * @param isPaid whether it counts as paid time
   */
  public record State(String name, boolean isRoutable, boolean isProductive, boolean isPaid) {}
}
