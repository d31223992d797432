package org.contactroi.simulator.synthetic;

import java.util.List;

/** The agents of the demonstration center: a team for every queue, each with a grade. */
final class Agents {

  private static final int TEAM_SIZE = 24;
  private static final List<String> GRADES = List.of("junior", "regular", "regular", "senior");

  private Agents() {}

  /**
   * An agent.
   *
   * @param id opaque id
   * @param grade what the agent is paid by
   */
  record Agent(String id, String grade) {}

  /** Returns someone of a queue's team. */
  static Agent of(String queue, Dice dice) {
    int number = (int) dice.below(TEAM_SIZE);
    return new Agent(queue + "-agent-" + (number + 1), GRADES.get(number % GRADES.size()));
  }
}
