package org.contactroi.simulator.count;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.contactroi.simulator.ledger.AgentAnswer;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.scenario.Policy;

/** The totals of one tenant, to which interactions and states of agents are added one by one. */
public final class Tally {

  private final Sums sums;
  private final Pool pool = new Pool();
  private final Map<String, AgentTime> agents = new HashMap<>();
  private final List<Member> members = new ArrayList<>();

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
    members.add(Member.of(interaction, pool));
    for (Offered offer : interaction.offers()) {
      agent(offer.agent()).note(offer, interaction.queue(offer));
    }
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

  /** Adds that an agent answered a survey, after the answers before. */
  public void add(AgentAnswer answer) {
    agent(answer.agent()).note(answer);
  }

  /** Takes a state back. */
  public void remove(AgentState state) {
    agent(state.agent()).unsee(state);
  }

  /** Takes an answer back. */
  public void remove(AgentAnswer answer) {
    agent(answer.agent()).unsee(answer);
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
    byCustomer().values().forEach(this::addCustomer);
    members.clear();
    agents.values().forEach(agent -> agent.addTo(sums));
    agents.clear();
    return sums.byKey();
  }

  /** The interactions that are grouped, by customer; each for itself without one. */
  private Map<String, List<Member>> byCustomer() {
    Map<String, List<Member>> customers = new HashMap<>();
    for (Member member : Continuations.joined(members)) {
      String customer =
          member.customer() == null ? "interaction " + member.id() : "of " + member.customer();
      customers.computeIfAbsent(customer, unseen -> new ArrayList<>(1)).add(member);
    }
    return customers;
  }

  private void addCustomer(List<Member> ofCustomer) {
    EpisodeFigures figures = new EpisodeFigures(sums);
    figures.addDays(ofCustomer);
    episodes(ofCustomer, Policy.Episodes::bot).forEach(figures::addBots);
    episodes(ofCustomer, Policy.Episodes::fcr).forEach(figures::addResolution);
  }

  private static List<Episode> episodes(
      List<Member> ofCustomer, Function<Policy.Episodes, Policy.Match> match) {
    return Episode.of(ofCustomer, match).stream().filter(Episode::counts).toList();
  }
}
