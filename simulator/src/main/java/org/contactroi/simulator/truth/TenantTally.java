package org.contactroi.simulator.truth;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.count.OpenTime;
import org.contactroi.simulator.count.Rules;
import org.contactroi.simulator.count.Span;
import org.contactroi.simulator.count.Tally;
import org.contactroi.simulator.count.Windows;
import org.contactroi.simulator.ledger.AgentAnswer;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.scenario.Policy;
import org.contactroi.simulator.scenario.Tenant;

/** The totals of one tenant, to which contacts are added one by one. */
final class TenantTally {

  private final Policy policy;
  private final Rules rules;
  private final Tally tally;
  private long lastAt;

  TenantTally(Tenant tenant) {
    ZoneId zone = tenant.place().zone();
    this.policy = tenant.reporting().policy();
    this.rules =
        new Rules(
            policy.episodes(),
            policy.waiting(),
            at -> isOpen(at, zone),
            new OpenTime(zone, date -> hours(date.getDayOfWeek()))::between,
            policy.slices());
    this.tally = new Tally(tenant.id(), zone, EnumSet.of(Windows.Length.HOUR, Windows.Length.DAY));
  }

  private boolean isOpen(long at, ZoneId zone) {
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
    return policy.opening().isOpen(local.getDayOfWeek(), local.get(ChronoField.MINUTE_OF_DAY));
  }

  private List<Span> hours(DayOfWeek day) {
    return policy.opening().on(day).map(span -> new Span(span.from(), span.to())).stream().toList();
  }

  /** Adds a contact of which everything is known. */
  void add(Account account) {
    lastAt = Math.max(lastAt, account.lastAt());
    Chapters.count(account, policy.silence(), rules, tally);
  }

  void add(AgentState state) {
    tally.add(state);
  }

  void remove(AgentState state) {
    tally.remove(state);
  }

  void add(AgentAnswer answer) {
    tally.add(answer);
  }

  void remove(AgentAnswer answer) {
    tally.remove(answer);
  }

  /** Returns when the last thing happened that totals are about. */
  long lastAt() {
    return lastAt;
  }

  /** Returns the totals by key, of everything that was added. */
  SortedMap<String, Amounts> totals() {
    lastAt = Math.max(lastAt, tally.lastStateAt());
    return tally.totals();
  }
}
