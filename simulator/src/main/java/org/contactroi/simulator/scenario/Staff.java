package org.contactroi.simulator.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.contactroi.simulator.random.Mix;
import org.jspecify.annotations.Nullable;

/**
 * Who works in a center.
 *
 * @param surveys how they like it
 */
public record Staff(List<Team> teams, Surveys surveys) {

  public Staff {
    teams = List.copyOf(teams);
  }

  /**
   * Surveys of the agents' satisfaction.
   *
   * @param perShift share of shifts at whose begin one is answered
   * @param pleased chance of each step up the scale without an assistant
   * @param pleasedAssisted the same with one
   */
  public record Surveys(double perShift, double pleased, double pleasedAssisted) {}

  /**
   * Pay grade of agents.
   *
   * @param id its id, the key of the rate card
   * @param pace multiple of the talk time of others
   * @param resolves multiple of the chance of others to resolve
   */
  public record Grade(String id, double pace, double resolves) {}

  /**
   * Agents who do the same.
   *
   * @param queues ids of the queues they serve
   * @param chats chats they hold at once, at least 1
   * @param slowdown what each further chat adds to the time of one, as share
   * @param career how they come, learn and go
   */
  public record Team(
      String id,
      List<String> queues,
      Mix<Grade> grades,
      int chats,
      double slowdown,
      Duty duty,
      Career career) {}

  /**
   * When a team works.
   *
   * @param shifts every agent has one
   * @param pauses in every shift
   * @param absence share of shifts that are missed
   * @param monitored share of legs that a supervisor listens to
   */
  public record Duty(List<Shift> shifts, List<Pause> pauses, double absence, double monitored) {

    public Duty {
      shifts = List.copyOf(shifts);
      pauses = List.copyOf(pauses);
    }
  }

  /**
   * A shift.
   *
   * @param agents how many have it
   * @param days on which it begins
   * @param from local time of its begin; null: it never ends
   * @param lasts length, ms
   * @param lastDay day of the run after which it is given up
   */
  public record Shift(
      int agents, Set<DayOfWeek> days, @Nullable LocalTime from, long lasts, int lastDay) {

    /** Returns a shift that never ends. */
    public static Shift endless(int agents) {
      return new Shift(agents, Set.of(), null, 0, Integer.MAX_VALUE);
    }
  }

  /**
   * A break, a training or a meeting.
   *
   * @param name state of the agent meanwhile
   * @param after how long after the begin of the shift at the earliest, ms
   * @param within time in which the agents of a shift begin it one after the other, ms
   * @param lasts how long it lasts, ms
   * @param isPaid whether it is paid
   */
  public record Pause(String name, long after, long within, long lasts, boolean isPaid) {}

  /**
   * How agents come, learn and go. Their talk takes {@code firstDay} times as long at first; what
   * is above 1 halves every {@code halves} days.
   *
   * @param firstDay multiple of the talk time on the first day
   * @param halves days
   * @param perYear share of agents who leave in a year; others follow them
   */
  public record Career(double firstDay, double halves, double perYear) {}
}
