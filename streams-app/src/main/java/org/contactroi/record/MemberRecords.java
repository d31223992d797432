package org.contactroi.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.contactroi.episode.LadderClass;
import org.contactroi.episode.Member;
import org.contactroi.episode.SessionTally;
import org.contactroi.interaction.InteractionId;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.event.Channel;
import org.contactroi.outputs.EpisodeMember;

/** Members of episodes, to and from their contract. */
public final class MemberRecords {

  private MemberRecords() {}

  /** A member by itself, whose sessions have no class yet. */
  public static EpisodeMember toAvro(Member member) {
    return toAvro(member, List.of());
  }

  /**
   * A member of an episode.
   *
   * @param classes of its sessions, tally by tally; empty when they have none
   */
  public static EpisodeMember toAvro(Member member, List<LadderClass> classes) {
    ResolutionSignals signals = member.signals();
    InteractionId joins = member.joins();
    return EpisodeMember.newBuilder()
        .setInteractionId(member.id().text())
        .setResumedAt(FactRecords.resumedAt(member.id()))
        .setIdentified(member.identified())
        .setInbound(member.inbound())
        .setJoins(joins == null ? null : joins.text())
        .setJoinsResumedAt(joins == null ? null : FactRecords.resumedAt(joins))
        .setStart(Instant.ofEpochMilli(member.start()))
        .setEnd(Instant.ofEpochMilli(member.end()))
        .setChannel(member.channel().name())
        .setQueue(member.queue())
        .setIssue(member.issue())
        .setBot(member.bot())
        .setAttributes(new TreeMap<>(member.attributes()))
        .setHandled(member.handled())
        .setHandledInTheEnd(member.handledInTheEnd())
        .setRepeats(member.repeats())
        .setHandledContacts(member.handledContacts())
        .setEligibleForBot(member.eligibleForBot())
        .setEligibleForHandoff(member.eligibleForHandoff())
        .setSessions(sessions(member.sessions(), classes))
        .setSurveyYes(signals.surveyYes())
        .setSurveyAnswers(signals.surveyAnswers())
        .setAgentFlag(signals.agentFlag())
        .setEffortMs(member.effort())
        .setUsage(member.usage().stream().map(UsageRecords::toAvro).toList())
        .setPolicyVersion(member.policyVersion())
        .build();
  }

  public static Member toDomain(EpisodeMember member) {
    String joins = member.getJoins();
    return new Member(
        FactRecords.id(member.getInteractionId(), member.getResumedAt()),
        member.getIdentified(),
        member.getInbound(),
        joins == null ? null : FactRecords.id(joins, member.getJoinsResumedAt()),
        member.getStart().toEpochMilli(),
        member.getEnd().toEpochMilli(),
        Channel.valueOf(member.getChannel()),
        member.getQueue(),
        member.getIssue(),
        member.getBot(),
        member.getAttributes(),
        member.getHandled(),
        member.getHandledInTheEnd(),
        member.getRepeats(),
        member.getHandledContacts(),
        member.getEligibleForBot(),
        member.getEligibleForHandoff(),
        member.getSessions().stream().map(MemberRecords::toDomain).toList(),
        new ResolutionSignals(
            member.getSurveyYes(), member.getSurveyAnswers(), member.getAgentFlag()),
        member.getEffortMs(),
        member.getUsage().stream().map(UsageRecords::toDomain).toList(),
        member.getPolicyVersion());
  }

  private static List<org.contactroi.outputs.SessionTally> sessions(
      List<SessionTally> tallies, List<LadderClass> classes) {
    List<org.contactroi.outputs.SessionTally> sessions = new ArrayList<>(tallies.size());
    for (int i = 0; i < tallies.size(); i++) {
      SessionTally tally = tallies.get(i);
      sessions.add(
          new org.contactroi.outputs.SessionTally(
              tally.answered(),
              tally.handedOff(),
              tally.handoffFailed(),
              tally.confirmed(),
              tally.rejected(),
              tally.cameBack(),
              tally.count(),
              classes.isEmpty() ? null : classes.get(i).name()));
    }
    return sessions;
  }

  private static SessionTally toDomain(org.contactroi.outputs.SessionTally tally) {
    return new SessionTally(
        tally.getAnswered(),
        tally.getHandedOff(),
        tally.getHandoffFailed(),
        tally.getConfirmed(),
        tally.getRejected(),
        tally.getCameBack(),
        tally.getCount());
  }
}
