package org.contactroi.simulator.center;

import java.time.LocalTime;
import java.util.List;
import org.contactroi.simulator.center.people.Person;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Demand.Incident;
import org.contactroi.simulator.scenario.Demand.Occurrence;
import org.contactroi.simulator.scenario.Issue;

/** Bursts of contacts about one issue, beside the usual ones. */
final class Incidents {

  private static final double HOUR = 3_600_000;

  private final Center center;

  Incidents(Center center) {
    this.center = center;
  }

  void begin() {
    List<Incident> incidents = center.tenant().demand().incidents();
    for (int i = 0; i < incidents.size(); i++) {
      plan(incidents.get(i), center.seed().of("incident").of(i));
    }
  }

  private void plan(Incident incident, Seed seed) {
    long from = center.run().from().toEpochMilli();
    Occurrence when = incident.when();
    Long gap = when.meanGap();
    if (gap != null) {
      planNext(from, new Series(incident, gap, seed.stream(), seed));
    } else if (when.day() != null) {
      LocalTime at = when.at() == null ? LocalTime.MIDNIGHT : when.at();
      long begin = center.clock().at(center.automation().date(when.day()), at);
      if (begin >= from) {
        center.calendar().at(begin, now -> burst(now, incident, seed));
      }
    }
  }

  /** Incidents of one kind that come again and again. */
  private record Series(Incident incident, double gap, RandomStream gaps, Seed seed) {}

  private void planNext(long now, Series series) {
    long begin = now + 1 + (long) (series.gap() * series.gaps().exponential());
    center
        .calendar()
        .at(
            begin,
            at -> {
              burst(at, series.incident(), series.seed().of(at));
              planNext(at, series);
            });
  }

  private void burst(long now, Incident incident, Seed seed) {
    new Burst(incident, seed, now + incident.lasts()).planNext(now);
  }

  /** One incident: contacts at a constant rate until it is over. */
  private final class Burst {

    private final Issue issue;
    private final double gap;
    private final Seed seed;
    private final RandomStream times;
    private final long end;
    private long count;

    Burst(Incident incident, Seed seed, long end) {
      this.issue = center.issue(incident.issue());
      this.gap = HOUR / (incident.perHour() * center.run().size());
      this.seed = seed;
      this.times = seed.of("times").stream();
      this.end = end;
    }

    void planNext(long now) {
      long time = now + (long) (gap * times.exponential() + 0.5);
      if (time < end && center.isOpenAt(time)) {
        center.calendar().at(time, this::arrive);
      }
    }

    private void arrive(long now) {
      Seed own = seed.of(count++);
      Person person = center.population().anyone(own.of("person").stream());
      center.reception().receive(now, Need.first(own, person, issue));
      planNext(now);
    }
  }
}
