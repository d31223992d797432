package org.contactroi.simulator.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What episodes add to the families that need them. */
final class EpisodeFigures {

  private final Sums sums;

  EpisodeFigures(Sums sums) {
    this.sums = sums;
  }

  private void add(String family, Member member, Amounts amounts) {
    sums.add(family, member.start(), member.values(), member.rules().slices(), amounts);
  }

  /** Adds on which days a customer got in touch, and how often. */
  void addDays(List<Member> ofCustomer) {
    Map<Long, List<Member>> byDay = new TreeMap<>();
    for (Member member : ofCustomer.stream().sorted(Episode.ORDER).toList()) {
      if (member.customer() != null && member.nature().isInbound()) {
        byDay
            .computeIfAbsent(sums.windows().day(member.start()), unseen -> new ArrayList<>())
            .add(member);
      }
    }
    for (List<Member> ofDay : byDay.values()) {
      Amounts amounts = new Amounts().add("daily_customers", 1).add("daily_contacts", ofDay.size());
      add("first-contact-resolution", ofDay.get(0), amounts);
    }
  }

  /** Adds an episode of the match of containment and saving. */
  void addBots(Episode episode) {
    List<Member> members = episode.members();
    for (int index = 0; index < members.size(); index++) {
      add("containment", members.get(index), containment(episode, members, index));
    }
    if (episode.first().nature().isInbound()) {
      add("saving", episode.first(), saving(episode));
    }
  }

  private static Amounts containment(Episode episode, List<Member> members, int index) {
    Member member = members.get(index);
    int sessions = member.spells().size();
    boolean isEligible = member.nature().isEligibleForBot();
    Amounts amounts =
        new Amounts().count("eligible", isEligible).count("involved", isEligible && sessions > 0);
    if (!member.nature().isEligibleForHandoff()) {
      return amounts.add("sessions_without_handoff", sessions);
    }
    for (Spell spell : member.spells()) {
      amounts
          .add("sessions", 1)
          .count("rejected_by_customer", spell.verdict().isRejected())
          .add(step(spell, episode.isFollowed(index, spell)), 1);
    }
    return sessions > 0 ? amounts.day("open_until", episode.openUntil()) : amounts;
  }

  /** The step of the ladder that a session stands on: the first that applies. */
  private static String step(Spell spell, boolean isFollowed) {
    Spell.Verdict verdict = spell.verdict();
    if (spell.fate() != Spell.Fate.KEPT) {
      return spell.fate() == Spell.Fate.HANDED_OFF ? "handed_off" : "handoff_failed";
    }
    if (!verdict.isAnswered() || verdict.isRejected()) {
      return "abandoned_unanswered";
    }
    if (isFollowed) {
      return "failed_repeat";
    }
    return verdict.isConfirmed() ? "resolved_confirmed" : "resolved_assumed";
  }

  private static Amounts saving(Episode episode) {
    String channel = episode.first().value("channel");
    String issue = episode.first().value("issue");
    long handled = episode.inbound().stream().mapToLong(Member::handledContacts).sum();
    Amounts amounts =
        new Amounts()
            .day("open_until", episode.openUntil())
            .line(
                "cells",
                List.of(channel, issue),
                1,
                episode.contacts(),
                handled,
                episode.members().stream().mapToLong(Member::effort).sum(),
                episode.isResolved() ? 1 : 0);
    for (Member member : episode.members()) {
      for (Usage.Line line : member.usage()) {
        amounts.line(
            "usage",
            List.of(channel, issue, line.resource(), line.key(), member.value("channel")),
            line.quantity());
      }
    }
    return amounts;
  }

  /** Adds an episode of the match of first-contact resolution. */
  void addResolution(Episode episode) {
    boolean isIdentified = episode.isIdentified();
    long inbound = isIdentified ? episode.contacts() : 0;
    Amounts amounts =
        new Amounts()
            .add("episodes", 1)
            .count("identified", isIdentified)
            .count("eligible", episode.isEligible())
            .count("resolved_first_contact", episode.isResolvedAtFirstContact())
            .add("identified_inbound", inbound)
            .add("repeats", Math.max(0, inbound - 1))
            .day("open_until", episode.openUntil());
    for (Member member : episode.members()) {
      Boolean flag = member.word().flag();
      amounts
          .add("survey_yes", member.word().yes())
          .add("survey_answers", member.word().answers())
          .count("agent_flags", flag != null)
          .count("agent_flag_yes", flag != null && flag);
    }
    add("first-contact-resolution", episode.first(), amounts);
  }
}
