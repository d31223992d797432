package org.contactroi.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Interactions of one customer about one thing, in the order of their start. */
final class OracleEpisode {

  /** "order (start, interaction id bytes)". */
  private static final Comparator<OracleInteraction> ORDER =
      Comparator.<OracleInteraction>comparingLong(interaction -> interaction.start)
          .thenComparing(interaction -> interaction.id, Utf8.ORDER);

  private static final long LONGEST = Duration.ofDays(60).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  final List<OracleInteraction> members = new ArrayList<>();
  final boolean identified;

  /** "an episode [uses] the one valid at its first start". */
  final OraclePolicy policy;

  private OracleEpisode(OracleInteraction first) {
    members.add(first);
    identified = first.customer != null;
    policy = first.policy;
  }

  /** All episodes by the match that the policies name for one purpose. */
  static List<OracleEpisode> of(
      List<OracleInteraction> interactions, Function<OraclePolicy, OracleMatch> match) {
    List<OracleEpisode> episodes = new ArrayList<>();
    Map<List<String>, List<OracleInteraction>> customers = new LinkedHashMap<>();
    for (OracleInteraction interaction : interactions) {
      if (interaction.test) {
        continue; // "Tests are no members."
      }
      if (interaction.customer == null) {
        // "Without a customer_key: an episode of one, not identified."
        episodes.add(new OracleEpisode(interaction));
      } else {
        customers
            .computeIfAbsent(
                List.of(interaction.tenant, interaction.customer), none -> new ArrayList<>())
            .add(interaction);
      }
    }
    customers.values().forEach(ofCustomer -> episodes.addAll(ofOneCustomer(ofCustomer, match)));
    return episodes;
  }

  private static List<OracleEpisode> ofOneCustomer(
      List<OracleInteraction> interactions, Function<OraclePolicy, OracleMatch> match) {
    interactions.sort(ORDER);
    List<OracleEpisode> begun = new ArrayList<>();
    for (OracleInteraction interaction : interactions) {
      OracleEpisode latest = null;
      for (OracleEpisode episode : begun) {
        if (episode.takesIn(interaction, match.apply(episode.policy))) {
          latest = episode;
        }
      }
      if (latest == null) {
        begun.add(new OracleEpisode(interaction));
      } else {
        latest.members.add(interaction);
      }
    }
    return begun;
  }

  /** Not "more than W after the latest end so far, or more than 60 d after the first start". */
  private boolean takesIn(OracleInteraction interaction, OracleMatch match) {
    return match.isSame(first(), interaction)
        && interaction.start <= latestEnd() + policy.repeatWindow()
        && interaction.start <= first().start + LONGEST;
  }

  OracleInteraction first() {
    return members.get(0);
  }

  private long latestEnd() {
    return members.stream().mapToLong(member -> member.end).max().orElseThrow();
  }

  /** "UTC day of latest end + W". */
  long openUntil() {
    return Math.floorDiv(latestEnd() + policy.repeatWindow(), DAY);
  }

  List<OracleInteraction> inbound() {
    return members.stream().filter(member -> member.inbound).toList();
  }

  /** "inbound members of identified episodes other than the first inbound one". */
  int repeats() {
    return identified ? Math.max(0, inbound().size() - 1) : 0;
  }

  /** "identified and has a handled inbound interaction". */
  boolean isEligible() {
    return identified && inbound().stream().anyMatch(OracleInteraction::isHandled);
  }

  /** "eligible, and no inbound member is later than the first handled inbound one". */
  boolean isResolvedAtFirstContact() {
    for (OracleInteraction member : inbound()) {
      if (member.isHandled()) {
        return isEligible() && !isFollowed(member);
      }
    }
    return false;
  }

  /** "eligible, and its last inbound member is handled". */
  boolean isResolved() {
    return isEligible() && inbound().get(inbound().size() - 1).isHandled();
  }

  /** Whether an inbound member is later than the member. */
  boolean isFollowed(OracleInteraction member) {
    return members.subList(members.indexOf(member) + 1, members.size()).stream()
        .anyMatch(later -> later.inbound);
  }

  /** The class of a session of the member: "disjoint, first that applies". */
  String ladderClass(OracleSession session, OracleInteraction member) {
    if (session.handedOff) {
      return "handed_off";
    }
    if (!session.isAnswered() || session.isRejected()) {
      return "abandoned_unanswered";
    }
    if (isFollowed(member)) {
      return "failed_repeat";
    }
    return session.isConfirmed() ? "resolved_confirmed" : "resolved_assumed";
  }
}
