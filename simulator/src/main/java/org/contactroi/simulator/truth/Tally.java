package org.contactroi.simulator.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.contactroi.simulator.scenario.Policy;

/** The totals of one tenant, to which contacts are added one by one. */
final class Tally {

  private final Rules rules;
  private final Sums sums;
  private final Pool pool = new Pool();
  private final Map<String, AgentTime> agents = new HashMap<>();
  private final Map<String, List<Member>> customers = new HashMap<>();
  private long lastAt;

  Tally(String tenant, Rules rules) {
    this.rules = rules;
    this.sums = new Sums(tenant, rules);
  }

  /** Returns the agent of an id. */
  AgentTime agent(String id) {
    return agents.computeIfAbsent(id, unseen -> new AgentTime());
  }

  /** Adds a contact of which everything is known. */
  void add(Account account) {
    lastAt = Math.max(lastAt, account.lastAt());
    for (Chapter chapter : Chapters.of(account, rules)) {
      new InteractionFigures(chapter, sums).add();
      if (!chapter.isTest()) {
        add(chapter);
      }
    }
  }

  private void add(Chapter chapter) {
    Member member = Member.of(chapter, pool);
    String customer = member.customer() == null ? "interaction " + member.id() : member.customer();
    customers.computeIfAbsent(customer, unseen -> new ArrayList<>(1)).add(member);
    for (Turn turn : chapter.turns()) {
      String agent = turn.participant();
      if (turn.isHuman() && agent != null) {
        agent(agent).note(turn);
      }
    }
  }

  /** Returns when the last thing happened. */
  long lastAt() {
    long ofAgents = agents.values().stream().mapToLong(AgentTime::lastAt).max().orElse(0);
    return Math.max(lastAt, ofAgents);
  }

  /** Returns the totals by key, of everything that was added. */
  SortedMap<String, Amounts> totals() {
    lastAt = lastAt();
    customers.values().forEach(this::addEpisodes);
    customers.clear();
    agents.values().forEach(agent -> agent.addTo(sums));
    agents.clear();
    return sums.byKey();
  }

  private void addEpisodes(List<Member> members) {
    Policy.Episodes episodes = rules.policy().episodes();
    EpisodeFigures figures = new EpisodeFigures(sums, episodes.repeatWindow());
    Episode.of(members, episodes.bot(), episodes.repeatWindow()).forEach(figures::addBots);
    Episode.of(members, episodes.fcr(), episodes.repeatWindow()).forEach(figures::addResolution);
  }
}
