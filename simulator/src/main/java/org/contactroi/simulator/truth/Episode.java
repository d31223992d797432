package org.contactroi.simulator.truth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.contactroi.simulator.scenario.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Interactions of one customer about one thing.
 *
 * @param members in the order of their start
 */
record Episode(List<Member> members) {

  private static final long LONGEST = Duration.ofDays(60).toMillis();
  private static final Comparator<Member> ORDER =
      Comparator.comparingLong(Member::start).thenComparing(Member::id);

  /** Returns the episodes of one customer, or of one who is not identified. */
  static List<Episode> of(List<Member> ofCustomer, Policy.Match match, long repeatWindow) {
    List<Episode> episodes = new ArrayList<>();
    for (Member member : ofCustomer.stream().sorted(ORDER).toList()) {
      Episode last = member.customer() == null ? null : last(episodes, member, match);
      if (last != null && last.takesIn(member, repeatWindow)) {
        last.members.add(member);
      } else {
        episodes.add(new Episode(new ArrayList<>(List.of(member))));
      }
    }
    return episodes;
  }

  private static @Nullable Episode last(List<Episode> episodes, Member member, Policy.Match match) {
    return episodes.stream()
        .filter(episode -> isAlike(episode.first(), member, match))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static boolean isAlike(Member one, Member other, Policy.Match match) {
    String dimension = match.name().toLowerCase(Locale.ROOT);
    return match == Policy.Match.CUSTOMER || one.value(dimension).equals(other.value(dimension));
  }

  private boolean takesIn(Member member, long repeatWindow) {
    return member.start() <= end() + repeatWindow && member.start() <= first().start() + LONGEST;
  }

  Member first() {
    return members.get(0);
  }

  boolean isIdentified() {
    return first().customer() != null;
  }

  long end() {
    return members.stream().mapToLong(Member::end).max().orElseThrow();
  }

  List<Member> inbound() {
    return members.stream().filter(member -> member.nature().isInbound()).toList();
  }

  /** Whether an inbound member follows one. */
  boolean isFollowed(Member member) {
    List<Member> later = members.subList(members.indexOf(member) + 1, members.size());
    return later.stream().anyMatch(other -> other.nature().isInbound());
  }

  boolean isEligible() {
    return isIdentified() && inbound().stream().anyMatch(member -> member.nature().isHandled());
  }

  boolean isResolvedAtFirstContact() {
    List<Member> inbound = inbound();
    List<Member> handled = inbound.stream().filter(member -> member.nature().isHandled()).toList();
    return isEligible() && handled.get(0).equals(inbound.get(inbound.size() - 1));
  }

  boolean isResolved() {
    List<Member> inbound = inbound();
    return isEligible() && inbound.get(inbound.size() - 1).nature().isHandled();
  }
}
