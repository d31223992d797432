package org.contactroi.simulator.center;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contactroi.simulator.center.people.Person;
import org.contactroi.simulator.center.time.LocalClock;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Demand;
import org.contactroi.simulator.scenario.Issue;

/** Customers with something new: a Poisson process with a rate that changes, by thinning. */
final class Arrivals {

  private static final double DAY = 86_400_000;

  private final Center center;
  private final Demand demand;
  private final RandomStream times;
  private final Seed needs;
  private final Mix<Issue> issues;
  private final double peak;
  private final double gapAtPeak;
  private double time;
  private long count;
  private long quarter = Long.MIN_VALUE;
  private double factor;

  Arrivals(Center center) {
    this.center = center;
    this.demand = center.tenant().demand();
    this.times = center.seed().of("arrivals").stream();
    this.needs = center.seed().of("needs");
    this.peak = demand.peak();
    this.gapAtPeak = DAY / (demand.perDay() * center.run().size() * peak);
    Map<Issue, Double> weights = new LinkedHashMap<>();
    center.tenant().service().issues().forEach(issue -> weights.put(issue, issue.weight()));
    this.issues = Mix.of(weights);
  }

  void begin() {
    time = center.run().from().toEpochMilli();
    planNext();
  }

  private void planNext() {
    do {
      time += gapAtPeak * times.exponential();
    } while (center.isOpenAt((long) time) && times.unit() * peak >= factor((long) time));
    if (center.isOpenAt((long) time)) {
      center.calendar().at((long) time, this::arrive);
    }
  }

  private void arrive(long now) {
    Seed seed = needs.of(count++);
    Person person = center.population().anyone(seed.of("person").stream());
    Issue issue = issues.pick(seed.of("issue").stream());
    center.reception().receive(now, Need.first(seed, person, issue));
    planNext();
  }

  private double factor(long millis) {
    long asked = LocalClock.quarter(millis);
    if (asked != quarter) {
      quarter = asked;
      LocalClock clock = center.clock();
      factor = demand.hours().get(clock.hour(millis)) * demand.factor(clock.date(millis));
    }
    return factor;
  }
}
