package org.contactroi.simulator.center;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.contactroi.events.Channel;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.center.people.Population;
import org.contactroi.simulator.center.time.Calendar;
import org.contactroi.simulator.center.time.LocalClock;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Issue;
import org.contactroi.simulator.scenario.Medium;
import org.contactroi.simulator.scenario.Tenant;

/** The center of a tenant: its parts, which find one another here. */
final class Center {

  private final Tenant tenant;
  private final Run run;
  private final Calendar calendar;
  private final Journal journal;
  private final Seed seed;
  private final LocalClock clock;
  private final Population population;
  private final Automation automation;
  private final Floor floor;
  private final Reception reception;
  private final Closing closing;
  private final Map<Channel, Medium> media = new EnumMap<>(Channel.class);
  private final Map<String, Issue> issues = new HashMap<>();
  private final Mix<Channel> channels;
  private long unfinished;

  Center(Tenant tenant, Run run, Surroundings surroundings) {
    this.tenant = tenant;
    this.run = run;
    this.calendar = surroundings.calendar();
    this.journal = surroundings.journal();
    this.seed = new Seed(run.seed()).of(tenant.id());
    this.clock = new LocalClock(tenant.place().zone());
    this.population = population(surroundings.pseudonyms());
    this.channels = channels();
    tenant.service().issues().forEach(issue -> issues.put(issue.key(), issue));
    this.automation = new Automation(this);
    this.floor = new Floor(this);
    this.reception = new Reception(this);
    this.closing = new Closing(this);
  }

  private Population population(Pseudonyms pseudonyms) {
    long size = Math.max(1, Math.round(tenant.customers().population() * run.size()));
    Seed all = seed.of("customers");
    Population.Identity identity = new Population.Identity(tenant.id(), all, pseudonyms);
    return new Population(tenant.customers(), size, identity);
  }

  private Mix<Channel> channels() {
    Map<Channel, Double> weights = new EnumMap<>(Channel.class);
    for (Medium medium : tenant.service().media()) {
      media.put(medium.channel(), medium);
      weights.put(medium.channel(), medium.intake().weight());
    }
    return Mix.of(weights);
  }

  /**
   * What all centers of a simulation share.
   *
   * @param journal where it is written
   * @param pseudonyms keys of customers
   */
  record Surroundings(Calendar calendar, Journal journal, Pseudonyms pseudonyms) {}

  /** Plans what begins by itself: contacts, incidents, shifts. */
  void open() {
    new Arrivals(this).begin();
    new Incidents(this).begin();
    floor.open();
  }

  /** Sends everybody home. */
  void close(long now) {
    floor.close(now);
  }

  /** Something began that is brought to its end even if the simulation is to end. */
  void begun() {
    unfinished++;
  }

  /** It came to its end. */
  void finished() {
    unfinished--;
  }

  boolean isFinished() {
    return unfinished == 0;
  }

  /** Returns whether a contact may begin at a time. */
  boolean isOpenAt(long time) {
    return time < run.endMillis();
  }

  Medium medium(Channel channel) {
    Medium medium = media.get(channel);
    if (medium == null) {
      throw new IllegalArgumentException(channel + " is no channel of " + tenant.id());
    }
    return medium;
  }

  Issue issue(String key) {
    Issue issue = issues.get(key);
    if (issue == null) {
      throw new IllegalArgumentException(key + " is no issue of " + tenant.id());
    }
    return issue;
  }

  /** Returns by which channels customers come about an issue. */
  Mix<Channel> channels(Issue issue) {
    Mix<Channel> own = issue.channels();
    return own == null ? channels : own;
  }

  Tenant tenant() {
    return tenant;
  }

  Run run() {
    return run;
  }

  Calendar calendar() {
    return calendar;
  }

  Journal journal() {
    return journal;
  }

  Seed seed() {
    return seed;
  }

  LocalClock clock() {
    return clock;
  }

  Population population() {
    return population;
  }

  Automation automation() {
    return automation;
  }

  Floor floor() {
    return floor;
  }

  Reception reception() {
    return reception;
  }

  Closing closing() {
    return closing;
  }
}
