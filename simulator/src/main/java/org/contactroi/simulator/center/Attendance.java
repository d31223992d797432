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
  private static final long PAUSES_WITHIN = 2_700_000;

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

  /** Plans the first shift on or after a day that is not over. */
  private void plan(long now, LocalDate earliest, LocalTime time) {
    LocalDate day = earliest;
    while (!isOnDuty(day) || center.clock().at(day, time) + shift.lasts() <= now) {
      day = day.plusDays(1);
    }
    LocalDate found = day;
    RandomStream random = seed.of(day.toEpochDay()).stream();
    long begin = center.clock().at(day, time) + random.below(PUNCTUAL_WITHIN);
    long end = center.clock().at(day, time) + shift.lasts() + random.below(PUNCTUAL_WITHIN);
    boolean isThere = !random.chance(duty().absence());
    center
        .calendar()
        .at(
            Math.max(now, begin),
            at -> {
              if (isThere) {
                work(at, new Stay(begin, end, random));
              }
              plan(end, found.plusDays(1), time);
            });
  }

  private boolean isOnDuty(LocalDate day) {
    return shift.days().contains(day.getDayOfWeek());
  }

  private Duty duty() {
    return agent.crew().team().duty();
  }

  private record Stay(long begin, long end, RandomStream random) {}

  private void work(long now, Stay stay) {
    agent.signOn(now);
    center.floor().survey(now, agent, stay.random());
    for (Pause pause : duty().pauses()) {
      long at = stay.begin() + pause.after() + stay.random().below(PAUSES_WITHIN);
      if (at >= now && at < stay.end()) {
        center.calendar().at(at, then -> agent.pause(then, pause));
      }
    }
    center.calendar().at(Math.max(now, stay.end()), agent::signOff);
  }
}
