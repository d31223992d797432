package org.contactroi.kpi;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.episode.Episode;
import org.contactroi.episode.LadderClass;
import org.contactroi.episode.Member;
import org.contactroi.episode.SessionTally;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.UsageLine;

/** Adds up what one episode contributes to the families of its purpose. */
final class EpisodeContributions {

  private final Episode episode;
  private final Contributions contributions;
  private final Distribution openUntil;

  EpisodeContributions(Episode episode, Contributions contributions) {
    this.episode = episode;
    this.contributions = contributions;
    this.openUntil = Distribution.of(episode.openUntil(), 1);
  }

  void add() {
    switch (episode.purpose()) {
      case BOT -> {
        addContainment();
        addSaving();
      }
      case FCR -> addResolution();
    }
  }

  private void addAtStart(Totals.Builder totals) {
    contributions.add(episode.start(), Dimensions.of(episode.first()), totals);
  }

  /** The sessions of a member are sliced by the version of the member's own rules. */
  private void addContainment() {
    List<List<LadderClass>> ladder = episode.ladder();
    for (int i = 0; i < ladder.size(); i++) {
      Member member = episode.members().get(i);
      contributions.add(
          member.start(),
          Dimensions.of(member),
          member.policyVersion(),
          containment(member, ladder.get(i)));
    }
  }

  private Totals.Builder containment(Member member, List<LadderClass> classes) {
    long sessions = member.sessionCount();
    Totals.Builder totals =
        Totals.builder(Family.CONTAINMENT)
            .count(Containment.ELIGIBLE, member.eligibleForBot())
            .count(Containment.INVOLVED, member.eligibleForBot() && sessions > 0);
    if (!member.eligibleForHandoff()) {
      return totals.add(Containment.SESSIONS_WITHOUT_HANDOFF, sessions);
    }
    totals
        .add(Containment.SESSIONS, sessions)
        .add(Containment.REJECTED_BY_CUSTOMER, rejected(member))
        .add(Containment.OPEN_UNTIL, sessions > 0 ? openUntil : Distribution.EMPTY);
    for (int i = 0; i < classes.size(); i++) {
      totals.add(measure(classes.get(i)), member.sessions().get(i).count());
    }
    return totals;
  }

  private static long rejected(Member member) {
    return member.sessions().stream()
        .filter(SessionTally::rejected)
        .mapToLong(SessionTally::count)
        .sum();
  }

  private static Containment measure(LadderClass ladderClass) {
    return switch (ladderClass) {
      case HANDED_OFF -> Containment.HANDED_OFF;
      case ABANDONED_UNANSWERED -> Containment.ABANDONED_UNANSWERED;
      case FAILED_REPEAT -> Containment.FAILED_REPEAT;
      case RESOLVED_CONFIRMED -> Containment.RESOLVED_CONFIRMED;
      case RESOLVED_ASSUMED -> Containment.RESOLVED_ASSUMED;
    };
  }

  /** An episode that we began ourselves saves nothing. */
  private void addSaving() {
    Member first = episode.first();
    if (first.inbound()) {
      List<String> cell = List.of(first.channel().name(), first.issue());
      addAtStart(
          Totals.builder(Family.SAVING)
              .add(Saving.OPEN_UNTIL, openUntil)
              .add(Saving.CELLS, savingCell(cell))
              .add(Saving.USAGE, usage(first)));
    }
  }

  private Breakdown savingCell(List<String> cell) {
    long handled = 0;
    long effort = 0;
    for (Member member : episode.members()) {
      handled += member.inbound() && member.handledByHuman() ? 1 : 0;
      effort = Math.addExact(effort, member.effort());
    }
    return Breakdown.of(
        cell, 1, episode.inbound().size(), handled, effort, episode.isResolved() ? 1 : 0);
  }

  private Breakdown usage(Member first) {
    List<Breakdown.Line> lines = new ArrayList<>();
    for (Member member : episode.members()) {
      for (UsageLine line : member.usage()) {
        List<String> key =
            List.of(
                first.channel().name(),
                first.issue(),
                line.resource().name(),
                line.key(),
                member.channel().name());
        lines.add(new Breakdown.Line(key, line.quantity()));
      }
    }
    return Breakdown.sum(lines);
  }

  private void addResolution() {
    boolean identified = episode.isIdentified();
    Totals.Builder totals =
        Totals.builder(Family.FIRST_CONTACT_RESOLUTION)
            .add(FirstContactResolution.EPISODES, 1)
            .count(FirstContactResolution.IDENTIFIED, identified)
            .count(FirstContactResolution.ELIGIBLE, episode.isEligible())
            .count(
                FirstContactResolution.RESOLVED_FIRST_CONTACT, episode.isResolvedAtFirstContact())
            .add(
                FirstContactResolution.IDENTIFIED_INBOUND,
                identified ? episode.inbound().size() : 0)
            .add(FirstContactResolution.REPEATS, episode.repeats())
            .add(FirstContactResolution.OPEN_UNTIL, openUntil);
    for (Member member : episode.members()) {
      addSignals(totals, member.signals());
    }
    addAtStart(totals);
  }

  private static void addSignals(Totals.Builder totals, ResolutionSignals signals) {
    Boolean flag = signals.agentFlag();
    totals
        .add(FirstContactResolution.SURVEY_YES, signals.surveyYes())
        .add(FirstContactResolution.SURVEY_ANSWERS, signals.surveyAnswers())
        .count(FirstContactResolution.AGENT_FLAGS, flag != null)
        .count(FirstContactResolution.AGENT_FLAG_YES, flag != null && flag);
  }
}
