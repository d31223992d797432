package org.contactroi.simulator.truth;

import java.util.EnumSet;
import java.util.SortedMap;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.count.Tally;
import org.contactroi.simulator.count.Windows;
import org.contactroi.simulator.ledger.AgentState;

/** The totals of one tenant, to which contacts are added one by one. */
final class TenantTally {

  private final TenantRules rules;
  private final Tally tally;
  private long lastAt;

  TenantTally(String tenant, TenantRules rules) {
    this.rules = rules;
    this.tally =
        new Tally(tenant, rules.zone(), EnumSet.of(Windows.Length.HOUR, Windows.Length.DAY));
  }

  /** Adds a contact of which everything is known. */
  void add(Account account) {
    lastAt = Math.max(lastAt, account.lastAt());
    Chapters.of(account, rules).forEach(tally::add);
  }

  void add(AgentState state) {
    tally.add(state);
  }

  void remove(AgentState state) {
    tally.remove(state);
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
