package org.contactroi.simulator.center;

import java.time.LocalDate;
import java.time.LocalTime;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Staff.Duty;
import org.contactroi.simulator.scenario.Staff.Pause;
import org.contactroi.simulator.scenario.Staff.Shift;

/** When an agent is there: shift after shift, with breaks that are not all at one time. */
final class Attendance {

  private static final long PUNCTUAL_WITHIN = 180_000;

  private final Center center;
  private final Agent agent;
  private final Shift shift;
  private final Seed seed;

  Attendance(Center center, Agent agent, Shift shift, Seed seed) {
    this.center = center;
    this.agent = agent;
    this.shift = shift;
    this.seed = seed;
  }

  void begin() {
    long from = center.run().from().toEpochMilli();
    LocalTime time = shift.from();
    if (time == null) {
      center.calendar().at(from, agent::signOn);
    } else {
      plan(from, center.clock().date(from).minusDays(1), time);
    }
  }

  /** Plans the first shift on or after a day that is not over, unless it has been given up. */
  private void plan(long now, LocalDate earliest, LocalTime time) {
    LocalDate day = earliest;
    while (!isOnDuty(day) || center.clock().at(day, time) + shift.lasts() <= now) {
      day = day.plusDays(1);
    }
    if (center.automation().day(day) <= shift.lastDay()) {
      Stay stay = stay(day, time);
      center.calendar().at(Math.max(now, stay.begin()), at -> work(at, stay));
    }
  }

  private boolean isOnDuty(LocalDate day) {
    return shift.days().contains(day.getDayOfWeek());
  }

  /** One shift on one day. */
  private record Stay(LocalDate day, LocalTime time, long begin, long end, RandomStream random) {}

  private Stay stay(LocalDate day, LocalTime time) {
    RandomStream random = seed.of(day.toEpochDay()).stream();
    long begin = center.clock().at(day, time);
    long end = begin + shift.lasts();
    return new Stay(
        day,
        time,
        begin + random.below(PUNCTUAL_WITHIN),
        end + random.below(PUNCTUAL_WITHIN),
        random);
  }

  private void work(long now, Stay stay) {
    Duty duty = agent.crew().team().duty();
    if (!stay.random().chance(duty.absence())) {
      agent.signOn(now);
      center.floor().survey(now, agent, stay.random());
      duty.pauses().forEach(pause -> plan(now, stay, pause));
      center.calendar().at(Math.max(now, stay.end()), agent::signOff);
    }
    plan(stay.end(), stay.day().plusDays(1), stay.time());
  }

  private void plan(long now, Stay stay, Pause pause) {
    long begin = stay.begin() + pause.after() + stay.random().below(pause.within() + 1);
    if (begin >= now && begin < stay.end()) {
      center.calendar().at(begin, at -> agent.pause(at, pause));
    }
  }
}
