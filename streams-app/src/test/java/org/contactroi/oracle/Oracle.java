package org.contactroi.oracle;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.count.Tally;
import org.contactroi.simulator.count.TotalsJson;
import org.contactroi.simulator.count.Windows;

/**
 * Every published key of topic {@code totals} and what its record says, from a list of accepted
 * events in any order, duplicates and corrections among them.
 */
public final class Oracle {

  private Oracle() {}

  /**
   * Totals by key {@code tenant/family/slice/value/window/start}, in the order of the keys.
   *
   * @param policies versions of each tenant's policy, at least one
   */
  public static SortedMap<String, OracleTotals> totals(
      List<AcceptedEvent> events,
      List<AcceptedAgentEvent> agentEvents,
      Map<String, List<OraclePolicy>> policies) {
    OraclePolicies versions = new OraclePolicies(policies);
    Map<String, Tally> tallies = new HashMap<>();
    for (List<InteractionEvent> whole : OracleEvents.byInteraction(events)) {
      String tenantId = whole.get(0).getTenantId();
      Tally tally = tally(tallies, tenantId, versions);
      OracleSilence silence = OracleSilence.of(whole, versions);
      for (OracleSilence.Named each : silence.interactions) {
        tally.add(new OracleInteraction(each, versions).countable());
      }
      silence.orphans.stream()
          .map(OracleEvents::at)
          .forEach(at -> tally.addOrphan(at, versions.at(tenantId, at).rules()));
    }
    for (AgentEvent event : OracleAgents.of(agentEvents)) {
      OracleAgents.addTo(tally(tallies, event.getTenantId(), versions), event);
    }
    SortedMap<String, OracleTotals> totals = new TreeMap<>();
    tallies.forEach(
        (tenant, tally) -> {
          Windows windows = new Windows(versions.zone(tenant));
          tally
              .totals()
              .forEach((key, amounts) -> totals.put(key, record(tenant, key, amounts, windows)));
        });
    return totals;
  }

  private static OracleTotals record(String tenant, String key, Amounts amounts, Windows windows) {
    String[] parts = key.split("/", -1);
    Windows.Length length = Windows.Length.valueOf(parts[4].toUpperCase(Locale.ROOT));
    long end = windows.end(length, Instant.parse(parts[5]).toEpochMilli());
    return OracleTotals.of(tenant, key, Instant.ofEpochMilli(end), TotalsJson.of(key, amounts));
  }

  private static Tally tally(Map<String, Tally> tallies, String tenant, OraclePolicies policies) {
    return tallies.computeIfAbsent(
        tenant,
        none -> new Tally(tenant, policies.zone(tenant), EnumSet.allOf(Windows.Length.class)));
  }
}
