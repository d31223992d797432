package org.contactroi.episode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.InteractionId;
import org.jspecify.annotations.Nullable;

/** Groups the interactions of one customer to episodes. */
public final class EpisodeGrouping {

  /** An interaction that starts more than this after its episode's first start begins a new one. */
  public static final Duration LONGEST = Duration.ofDays(60);

  private final Purpose purpose;
  private final EpisodeRulesAt rulesAt;
  private final List<Chain> chains = new ArrayList<>();

  /** Of each match the episode begun last per value: once it takes in no more it never will. */
  private final Map<Match, Map<String, Chain>> open = new EnumMap<>(Match.class);

  /** Those that go on with another, by that. */
  private final Map<InteractionId, List<Member>> joining = new HashMap<>(0);

  private EpisodeGrouping(Purpose purpose, EpisodeRulesAt rulesAt) {
    this.purpose = purpose;
    this.rulesAt = rulesAt;
  }

  /**
   * The episodes, by (start, id) of their first interactions.
   *
   * <p>An interaction joins the episode that takes it in, of several the one begun last: one that
   * it has the value of the episode's match in common with, and after whose latest end so far it
   * does not start by more than the episode's repeat window, so one that overlaps joins; nor by
   * more than 60 days after its first start, which holds for one that overlaps too: no episode goes
   * on for ever. Otherwise it begins an episode, under the rules valid at its own start. One that
   * goes on with another is where that is, which then ends at the later of both ends.
   *
   * @param membersOfOneCustomer in any order; those that are not identified are an episode each
   */
  public static List<Episode> group(
      Collection<Member> membersOfOneCustomer, Purpose purpose, EpisodeRulesAt rulesAt) {
    EpisodeGrouping grouping = new EpisodeGrouping(purpose, rulesAt);
    List<Member> ordered = new ArrayList<>(membersOfOneCustomer.size());
    for (Member member : membersOfOneCustomer) {
      if (member.joins() == null) {
        ordered.add(member);
      } else {
        grouping.joining.computeIfAbsent(member.joins(), none -> new ArrayList<>()).add(member);
      }
    }
    ordered.sort(Member.ORDER);
    ordered.forEach(grouping::add);
    return grouping.chains.stream().map(Chain::toEpisode).toList();
  }

  private void add(Member member) {
    Chain chain = member.identified() ? joined(member) : null;
    if (chain == null) {
      chain = begin(member);
    }
    chain.add(member);
    joining.getOrDefault(member.id(), List.of()).forEach(chain::add);
  }

  private @Nullable Chain joined(Member member) {
    Chain latest = null;
    for (Map.Entry<Match, Map<String, Chain>> byValue : open.entrySet()) {
      Chain chain = byValue.getValue().get(byValue.getKey().valueOf(member));
      if (chain != null && chain.takesIn(member) && chain.isBegunAfter(latest)) {
        latest = chain;
      }
    }
    return latest;
  }

  private Chain begin(Member first) {
    Chain chain = new Chain(chains.size(), first, rulesAt.at(first.start()));
    chains.add(chain);
    if (first.identified()) {
      open.computeIfAbsent(chain.match(), m -> new HashMap<>())
          .put(chain.match().valueOf(first), chain);
    }
    return chain;
  }

  /** An episode that may still grow. */
  private final class Chain {
    private final int number;
    private final EpisodeRules rules;
    private final List<Member> members = new ArrayList<>(1);
    private final long start;
    private long latestEnd;

    Chain(int number, Member first, EpisodeRules rules) {
      this.number = number;
      this.rules = rules;
      this.start = first.start();
      this.latestEnd = first.end();
    }

    Match match() {
      return rules.match(purpose);
    }

    boolean isBegunAfter(@Nullable Chain other) {
      return other == null || number > other.number;
    }

    boolean takesIn(Member member) {
      return member.start() <= latestEnd + rules.repeatWindow().toMillis()
          && member.start() <= start + LONGEST.toMillis();
    }

    void add(Member member) {
      members.add(member);
      latestEnd = Math.max(latestEnd, member.end());
    }

    Episode toEpisode() {
      members.sort(Member.ORDER);
      return new Episode(purpose, match(), rules.repeatWindow(), rules.version(), members);
    }
  }
}
