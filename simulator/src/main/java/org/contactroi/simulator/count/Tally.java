package org.contactroi.simulator.count;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.scenario.Policy;

/** The totals of one tenant, to which interactions and states of agents are added one by one. */
public final class Tally {

  private final Sums sums;
  private final Pool pool = new Pool();
  private final Map<String, AgentTime> agents = new HashMap<>();
  private final Map<String, List<Member>> customers = new HashMap<>();

  /**
   * Creates an empty one.
   *
   * @param zone of hours and days
   * @param lengths of the windows that are wanted
   */
  public Tally(String tenant, ZoneId zone, Set<Windows.Length> lengths) {
    this.sums = new Sums(tenant, zone, lengths);
  }

  /** Adds an interaction of which everything is known. */
  public void add(Countable interaction) {
    new InteractionFigures(interaction, sums).add();
    if (interaction.nature().discarded() != null || interaction.isUnengaged()) {
      return;
    }
    Member member = Member.of(interaction, pool);
    String customer =
        member.customer() == null ? "interaction " + member.id() : "customer " + member.customer();
    customers.computeIfAbsent(customer, unseen -> new ArrayList<>(1)).add(member);
    for (Turn turn : interaction.turns()) {
      String agent = turn.who().id();
      if (turn.isHuman() && agent != null) {
        agent(agent).note(turn);
      }
    }
  }

  /** Adds an event that belongs to no interaction, under the rules of its time. */
  public void addOrphan(long at, Rules rules) {
    if (rules.slices().contains(Policy.Slice.ALL)) {
      Amounts amounts = new Amounts().add("orphans", 1);
      sums.add("volume", at, Map.of(), List.of(Policy.Slice.ALL), amounts);
    }
  }

  /** Adds that an agent entered a state, after those before. */
  public void add(AgentState state) {
    agent(state.agent()).note(state);
  }

  /** Takes a state back. */
  public void remove(AgentState state) {
    agent(state.agent()).unsee(state);
  }

  private AgentTime agent(String id) {
    return agents.computeIfAbsent(id, unseen -> new AgentTime());
  }

  /** Returns when the last state was entered; 0 without any. */
  public long lastStateAt() {
    return agents.values().stream().mapToLong(AgentTime::lastAt).max().orElse(0);
  }

  /** Returns the totals by key, of everything that was added; nothing can be added after it. */
  public SortedMap<String, Amounts> totals() {
    customers.values().forEach(this::addEpisodes);
    customers.clear();
    agents.values().forEach(agent -> agent.addTo(sums));
    agents.clear();
    return sums.byKey();
  }

  private void addEpisodes(List<Member> members) {
    EpisodeFigures figures = new EpisodeFigures(sums);
    Episode.of(members, Policy.Episodes::bot).forEach(figures::addBots);
    Episode.of(members, Policy.Episodes::fcr).forEach(figures::addResolution);
  }
}
