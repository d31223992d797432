package org.contactroi.simulator.count;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contactroi.simulator.scenario.Policy;

/**
 * Interactions of one customer about one thing.
 *
 * @param grouped the interactions that are grouped, in the order of their start
 */
record Episode(List<Member> grouped) {

  private static final long LONGEST = Duration.ofDays(60).toMillis();
  static final Comparator<Member> ORDER =
      Comparator.comparingLong(Member::start).thenComparing(Member::id, Utf8.ORDER);

  /**
   * Returns the episodes of one customer, or of one who is not identified.
   *
   * @param match the match that the rules of an episode name
   */
  static List<Episode> of(List<Member> ofCustomer, Function<Policy.Episodes, Policy.Match> match) {
    List<Episode> episodes = new ArrayList<>();
    for (Member member : ofCustomer.stream().sorted(ORDER).toList()) {
      Optional<Episode> last =
          episodes.stream()
              .filter(episode -> episode.takesIn(member, match))
              .reduce((earlier, later) -> later);
      last.ifPresentOrElse(
          episode -> episode.grouped.add(member),
          () -> episodes.add(new Episode(new ArrayList<>(List.of(member)))));
    }
    return episodes;
  }

  private boolean takesIn(Member member, Function<Policy.Episodes, Policy.Match> match) {
    return isIdentified()
        && member.start() <= end() + rules().repeatWindow()
        && member.start() <= first().start() + LONGEST
        && isAlike(member, match.apply(rules()));
  }

  private boolean isAlike(Member member, Policy.Match match) {
    String dimension = match.name().toLowerCase(Locale.ROOT);
    return match == Policy.Match.CUSTOMER
        || first().value(dimension).equals(member.value(dimension));
  }

  /** Returns the rules of its first interaction. */
  private Policy.Episodes rules() {
    return first().rules().episodes();
  }

  /** Returns until when a further interaction would belong to it. */
  long openUntil() {
    return end() + rules().repeatWindow();
  }

  Member first() {
    return grouped.get(0);
  }

  /** Returns all interactions, those that go on with others among them, in the order of starts. */
  List<Member> members() {
    return grouped.stream()
        .flatMap(member -> Stream.concat(Stream.of(member), member.joined().stream()))
        .sorted(ORDER)
        .toList();
  }

  /** Whether the customer sought any of its contacts: others count nowhere. */
  boolean counts() {
    return !inbound().isEmpty();
  }

  boolean isIdentified() {
    return first().customer() != null;
  }

  private long end() {
    return grouped.stream().mapToLong(Member::end).max().orElseThrow();
  }

  List<Member> inbound() {
    return grouped.stream().filter(member -> member.nature().isInbound()).toList();
  }

  /** Returns how often the customer got in touch. */
  long contacts() {
    return inbound().stream().mapToLong(member -> 1 + member.repeats().size()).sum();
  }

  /** Whether a contact follows a session of the member of an index. */
  boolean isFollowed(int index, Spell session) {
    List<Member> members = members();
    List<Member> later = members.subList(index + 1, members.size());
    return later.stream().anyMatch(other -> other.nature().isInbound())
        || members.get(index).repeats().stream().anyMatch(repeat -> repeat > session.start());
  }

  boolean isEligible() {
    return isIdentified() && (inbound().stream().anyMatch(Member::isHandled) || beginsInVain());
  }

  /** Whether a customer who was to get a person at the first contact got none. */
  private boolean beginsInVain() {
    return inbound().stream().limit(1).anyMatch(Member::isHandoffFailed);
  }

  /** Whether it is eligible and no contact follows the first inbound member that is handled. */
  boolean isResolvedAtFirstContact() {
    List<Member> inbound = inbound();
    return isEligible()
        && !beginsInVain()
        && inbound.get(inbound.size() - 1).isHandled()
        && inbound.stream().filter(Member::isHandled).count() == 1
        && inbound.stream().allMatch(member -> member.repeats().isEmpty());
  }

  /** Whether its last inbound member is handled in the end, identified or not. */
  boolean isResolved() {
    List<Member> inbound = inbound();
    return !inbound.isEmpty() && inbound.get(inbound.size() - 1).isHandledInTheEnd();
  }
}
