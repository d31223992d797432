package org.contactroi.topology;

import java.time.Instant;
import java.util.TreeMap;
import org.contactroi.interaction.Activity;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Channel;
import org.contactroi.interaction.Direction;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Participant;
import org.contactroi.interaction.QueueOutcome;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.Role;
import org.contactroi.interaction.Visit;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.outputs.LegFact;
import org.contactroi.outputs.SessionFact;
import org.contactroi.outputs.VisitFact;
import org.jspecify.annotations.Nullable;

/** The fact of an interaction as published and stored, to and from the domain. */
final class FactRecords {

  private FactRecords() {}

  static InteractionFact toAvro(Interaction interaction, String policyVersion) {
    Activity activity = interaction.activity();
    ResolutionSignals signals = interaction.signals();
    return InteractionFact.newBuilder()
        .setTenantId(interaction.tenant())
        .setInteractionId(interaction.id())
        .setChannel(interaction.channel().name())
        .setDirection(interaction.direction().name())
        .setQueue(interaction.queue())
        .setIssue(interaction.issue())
        .setAttributes(new TreeMap<>(interaction.attributes()))
        .setStart(Instant.ofEpochMilli(interaction.start()))
        .setEnd(Instant.ofEpochMilli(interaction.end()))
        .setEndInferred(interaction.endInferred())
        .setTest(interaction.test())
        .setIdentified(interaction.customerKey() != null)
        .setHandledBy(interaction.handledBy().name())
        .setEligibleForBot(interaction.eligibleForBot())
        .setEligibleForHandoff(interaction.eligibleForHandoff())
        .setLegs(interaction.legs().stream().map(FactRecords::toAvro).toList())
        .setVisits(interaction.visits().stream().map(FactRecords::toAvro).toList())
        .setSessions(interaction.sessions().stream().map(FactRecords::toAvro).toList())
        .setMessagesCustomer(activity.messagesCustomer())
        .setMessagesBot(activity.messagesBot())
        .setMessagesAgent(activity.messagesAgent())
        .setMessagesSystem(activity.messagesSystem())
        .setTransfersCompleted(activity.transfersCompleted())
        .setTransfersFailed(activity.transfersFailed())
        .setAssistsOffered(activity.assistsOffered())
        .setAssistsAccepted(activity.assistsAccepted())
        .setSurveyYes(signals.surveyYes())
        .setSurveyAnswers(signals.surveyAnswers())
        .setAgentFlag(signals.agentFlag())
        .setOrphans(activity.orphans())
        .setEvents(activity.events())
        .setPolicyVersion(policyVersion)
        .build();
  }

  static Interaction toDomain(InteractionFact fact, @Nullable String customerKey) {
    return new Interaction(
        fact.getTenantId(),
        fact.getInteractionId(),
        Channel.valueOf(fact.getChannel()),
        Direction.valueOf(fact.getDirection()),
        customerKey,
        fact.getQueue(),
        fact.getIssue(),
        fact.getAttributes(),
        fact.getStart().toEpochMilli(),
        fact.getEnd().toEpochMilli(),
        fact.getEndInferred(),
        fact.getTest(),
        fact.getEligibleForBot(),
        fact.getEligibleForHandoff(),
        fact.getLegs().stream().map(FactRecords::toDomain).toList(),
        fact.getVisits().stream().map(FactRecords::toDomain).toList(),
        fact.getSessions().stream().map(FactRecords::toDomain).toList(),
        activity(fact),
        new ResolutionSignals(fact.getSurveyYes(), fact.getSurveyAnswers(), fact.getAgentFlag()));
  }

  private static Activity activity(InteractionFact fact) {
    return new Activity(
        fact.getMessagesCustomer(),
        fact.getMessagesBot(),
        fact.getMessagesAgent(),
        fact.getMessagesSystem(),
        fact.getTransfersCompleted(),
        fact.getTransfersFailed(),
        fact.getAssistsOffered(),
        fact.getAssistsAccepted(),
        fact.getOrphans(),
        fact.getEvents());
  }

  private static LegFact toAvro(Leg leg) {
    return LegFact.newBuilder()
        .setSegmentId(leg.segmentId())
        .setParticipant(leg.participant().name())
        .setRole(leg.role().name())
        .setQueue(leg.queue())
        .setBotVersion(leg.botVersion())
        .setStart(Instant.ofEpochMilli(leg.start()))
        .setEnd(Instant.ofEpochMilli(leg.end()))
        .setSettle(Instant.ofEpochMilli(leg.settle()))
        .setTalkMs(leg.talk())
        .setHoldMs(leg.hold())
        .setAcwMs(leg.afterWork())
        .setHandleMs(leg.handle())
        .setEffortMs(leg.effort())
        .setHandled(leg.isHandled())
        .setHuman(leg.isHuman())
        .setMismatch(leg.mismatch())
        .setImputed(leg.imputed())
        .setClockStep(leg.clockStep())
        .build();
  }

  private static Leg toDomain(LegFact leg) {
    return new Leg(
        leg.getSegmentId(),
        Participant.valueOf(leg.getParticipant()),
        Role.valueOf(leg.getRole()),
        leg.getQueue(),
        leg.getBotVersion(),
        leg.getStart().toEpochMilli(),
        leg.getEnd().toEpochMilli(),
        leg.getSettle().toEpochMilli(),
        leg.getTalkMs(),
        leg.getHoldMs(),
        leg.getAcwMs(),
        leg.getHandleMs(),
        leg.getEffortMs(),
        leg.getMismatch(),
        leg.getImputed(),
        leg.getClockStep());
  }

  private static VisitFact toAvro(Visit visit) {
    return VisitFact.newBuilder()
        .setVisitId(visit.visitId())
        .setQueue(visit.queue())
        .setStart(Instant.ofEpochMilli(visit.start()))
        .setEnd(Instant.ofEpochMilli(visit.end()))
        .setOutcome(visit.outcome().name())
        .setWaitMs(visit.waited())
        .setImputed(visit.imputed())
        .build();
  }

  private static Visit toDomain(VisitFact visit) {
    return new Visit(
        visit.getVisitId(),
        visit.getQueue(),
        visit.getStart().toEpochMilli(),
        visit.getEnd().toEpochMilli(),
        QueueOutcome.valueOf(visit.getOutcome()),
        visit.getWaitMs(),
        visit.getImputed());
  }

  private static SessionFact toAvro(BotSession session) {
    return SessionFact.newBuilder()
        .setStart(Instant.ofEpochMilli(session.start()))
        .setBotVersion(session.botVersion())
        .setAnswered(session.answered())
        .setHandedOff(session.handedOff())
        .setConfirmed(session.confirmed())
        .setRejected(session.rejected())
        .build();
  }

  private static BotSession toDomain(SessionFact session) {
    return new BotSession(
        session.getStart().toEpochMilli(),
        session.getBotVersion(),
        session.getAnswered(),
        session.getHandedOff(),
        session.getConfirmed(),
        session.getRejected());
  }
}
