package org.contactroi.episode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contactroi.interaction.Interaction;

/** Groups the interactions of one customer to episodes. */
public final class EpisodeGrouping {

  /** An interaction that starts more than this after its episode's first start begins a new one. */
  public static final Duration LONGEST = Duration.ofDays(60);

  private final List<Chain> chains = new ArrayList<>();
  private final Map<String, Chain> openByValue = new HashMap<>();
  private final Match match;
  private final long repeatWindow;

  private EpisodeGrouping(Match match, Duration repeatWindow) {
    if (repeatWindow.isNegative()) {
      throw new IllegalArgumentException("repeat window is negative: " + repeatWindow);
    }
    this.match = match;
    this.repeatWindow = repeatWindow.toMillis();
  }

  /**
   * The episodes, by (start, id) of their first interactions; tests are left out.
   *
   * <p>An interaction begins a new episode when it starts more than the repeat window after the
   * latest end so far, so one that overlaps joins, or more than 60 days after the episode's first
   * start, which holds for one that overlaps too: no episode goes on for ever.
   *
   * @param interactionsOfOneCustomer of one tenant and customer, in any order; those without a
   *     customer are an episode each
   * @param repeatWindow W, not negative
   * @throws IllegalArgumentException when they are of two customers
   */
  public static List<Episode> group(
      Collection<Interaction> interactionsOfOneCustomer, Match match, Duration repeatWindow) {
    List<Interaction> ordered = new ArrayList<>(interactionsOfOneCustomer.size());
    for (Interaction interaction : interactionsOfOneCustomer) {
      if (!interaction.test()) {
        ordered.add(interaction);
      }
    }
    ordered.sort(Episode.ORDER);
    requireOneCustomer(ordered);
    EpisodeGrouping grouping = new EpisodeGrouping(match, repeatWindow);
    ordered.forEach(grouping::add);
    return grouping.episodes();
  }

  private static void requireOneCustomer(List<Interaction> interactions) {
    for (Interaction interaction : interactions) {
      Interaction first = interactions.get(0);
      if (!interaction.tenant().equals(first.tenant())
          || !Objects.equals(interaction.customerKey(), first.customerKey())) {
        throw new IllegalArgumentException(
            "interactions " + first.id() + " and " + interaction.id() + " are of two customers");
      }
    }
  }

  private void add(Interaction interaction) {
    String value = match.valueOf(interaction);
    Chain open = openByValue.get(value);
    if (open == null || !joins(interaction, open)) {
      open = new Chain(interaction);
      chains.add(open);
      openByValue.put(value, open);
    }
    open.add(interaction);
  }

  private boolean joins(Interaction interaction, Chain open) {
    long start = interaction.start();
    return interaction.customerKey() != null
        && start <= Math.addExact(open.latestEnd, repeatWindow)
        && start <= Math.addExact(open.start, LONGEST.toMillis());
  }

  private List<Episode> episodes() {
    List<Episode> episodes = new ArrayList<>(chains.size());
    for (Chain chain : chains) {
      Interaction first = chain.members.get(0);
      episodes.add(new Episode(first.tenant(), match, chain.members));
    }
    return episodes;
  }

  /** An episode that may still grow. */
  private static final class Chain {
    private final List<Interaction> members = new ArrayList<>(1);
    private final long start;
    private long latestEnd;

    Chain(Interaction first) {
      start = first.start();
      latestEnd = first.end();
    }

    void add(Interaction member) {
      members.add(member);
      latestEnd = Math.max(latestEnd, member.end());
    }
  }
}
