package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.events.InteractionEvent;
import org.contactroi.outputs.TotalsRecord;

/**
 * Every published key of topic {@code totals} and its record, from a list of accepted events in any
 * order, duplicates and corrections among them.
 */
public final class Oracle {

  private Oracle() {}

  /**
   * Totals by key {@code tenant/family/slice/value/window/start}, in the order of the keys.
   *
   * @param policies versions of each tenant's policy, at least one
   */
  public static SortedMap<String, TotalsRecord> totals(
      List<AcceptedEvent> events,
      List<AcceptedAgentEvent> agentEvents,
      Map<String, List<OraclePolicy>> policies) {
    OraclePolicies versions = new OraclePolicies(policies);
    List<OracleInteraction> interactions = interactions(events, versions);
    OracleTotals totals = new OracleTotals(versions);
    for (OracleInteraction interaction : interactions) {
      OracleInteractionFamilies.of(interaction).forEach(totals::add);
    }
    for (OracleEpisode episode :
        OracleEpisode.of(interactions, policy -> policy.episodes().botMatch())) {
      OracleEpisodeFamilies.ofBotEpisode(episode).forEach(totals::add);
    }
    for (OracleEpisode episode :
        OracleEpisode.of(interactions, policy -> policy.episodes().fcrMatch())) {
      totals.add(OracleEpisodeFamilies.ofFcrEpisode(episode));
    }
    for (OracleAgent agent : OracleAgent.of(agentEvents, interactions)) {
      OracleWindows windows = new OracleWindows(versions.zone(agent.tenant));
      OracleOccupancy.of(agent, windows).forEach(totals::add);
    }
    return totals.records();
  }

  /** The same as text: one canonical JSON per key. */
  public static SortedMap<String, String> json(SortedMap<String, TotalsRecord> totals) {
    SortedMap<String, String> json = new TreeMap<>();
    totals.forEach((key, record) -> json.put(key, record.getTotals().toString()));
    return json;
  }

  private static List<OracleInteraction> interactions(
      List<AcceptedEvent> events, OraclePolicies policies) {
    List<OracleInteraction> interactions = new ArrayList<>();
    for (List<InteractionEvent> whole : OracleEvents.byInteraction(events)) {
      for (OraclePart part : OraclePart.cut(whole, policies)) {
        interactions.add(new OracleInteraction(part, policies));
      }
    }
    return interactions;
  }
}
