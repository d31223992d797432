package org.contactroi.simulator.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins interactions that go on with others to those. */
final class Continuations {

  private Continuations() {}

  /**
   * Returns the interactions that are grouped: those that go on with no other, each with those that
   * go on with it. What goes on with one that nobody knows, that goes on with another itself or
   * that ended longer before than a repeat may follow, is of no episode.
   */
  static List<Member> joined(List<Member> all) {
    List<Member> later =
        all.stream().filter(member -> member.identity().previous() != null).toList();
    if (later.isEmpty()) {
      return all;
    }
    Map<String, List<Member>> known = byContact(all, later);
    IdentityHashMap<Member, List<Member>> joined = new IdentityHashMap<>();
    for (Member member : later) {
      earlier(member, known.getOrDefault(member.identity().previous(), List.of()))
          .filter(earlier -> earlier.identity().previous() == null)
          .filter(earlier -> member.start() <= earlier.end() + repeatWindow(earlier))
          .ifPresent(
              earlier -> joined.computeIfAbsent(earlier, none -> new ArrayList<>()).add(member));
    }
    return all.stream()
        .filter(member -> member.identity().previous() == null)
        .map(member -> joined.containsKey(member) ? member.joinedBy(joined.get(member)) : member)
        .toList();
  }

  private static long repeatWindow(Member member) {
    return member.rules().episodes().repeatWindow();
  }

  /** Those that others go on with. */
  private static Map<String, List<Member>> byContact(List<Member> all, List<Member> later) {
    Set<String> wanted =
        later.stream().map(member -> member.identity().previous()).collect(Collectors.toSet());
    Map<String, List<Member>> known = new HashMap<>();
    for (Member member : all) {
      String contact = member.identity().contact();
      if (wanted.contains(contact)) {
        known.computeIfAbsent(contact, none -> new ArrayList<>()).add(member);
      }
    }
    return known;
  }

  /** The latest that began before another or with it. */
  private static Optional<Member> earlier(Member member, List<Member> parts) {
    return parts.stream().filter(part -> part.start() <= member.start()).max(Episode.ORDER);
  }
}
