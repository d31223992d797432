package org.contactroi.simulator.center.people;

import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Staff.Grade;
import org.contactroi.simulator.scenario.Staff.Team;

/** Who sits on a seat of a team: how good, since when, until when. */
public final class Career {

  private static final double DAY = 86_400_000;
  private static final double YEAR = 365.25 * DAY;
  private static final long FOR_EVER = Long.MAX_VALUE;

  private final Team team;
  private final Seed seed;
  private final String seat;
  private final int generation;
  private final Grade grade;
  private final long hired;
  private final long leaves;

  private Career(Team team, Seed seed, Beginning beginning) {
    RandomStream random = seed.of(beginning.generation()).stream();
    double rate = team.career().perYear();
    // Between two moments at random, the time behind and the time ahead are alike.
    long behind = rate > 0 ? (long) (YEAR / rate * random.exponential()) : (long) YEAR;
    long ahead = rate > 0 ? (long) (YEAR / rate * random.exponential()) : FOR_EVER;
    this.team = team;
    this.seed = seed;
    this.seat = beginning.seat();
    this.generation = beginning.generation();
    this.grade = team.grades().pick(random);
    this.hired = generation == 0 ? beginning.at() - behind : beginning.at();
    this.leaves = ahead == FOR_EVER ? ahead : beginning.at() + ahead;
  }

  private record Beginning(String seat, int generation, long at) {}

  /**
   * Returns who sits there at the beginning.
   *
   * @param number of the seat in its team, from 1
   */
  public static Career first(Team team, Seed seed, int number, long at) {
    return new Career(team, seed, new Beginning(team.id() + "-" + number, 0, at));
  }

  /** Returns who sits there at a time. */
  public Career at(long now) {
    return now < leaves ? this : new Career(team, seed, new Beginning(seat, generation + 1, now));
  }

  /** Id of the agent. */
  public String id() {
    return generation == 0 ? seat : seat + "." + generation;
  }

  public Grade grade() {
    return grade;
  }

  /** Returns the multiple of the usual talk time. */
  public double pace(long now) {
    double learned = StrictMath.pow(0.5, (now - hired) / DAY / team.career().halves());
    return grade.pace() * (1 + (team.career().firstDay() - 1) * learned);
  }
}
