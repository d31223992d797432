package org.contactroi.record;

import java.time.Instant;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Offer;
import org.contactroi.interaction.Reopening;
import org.contactroi.interaction.Sale;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.interaction.event.OfferOutcome;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.event.Role;
import org.contactroi.interaction.event.SaleKind;
import org.contactroi.outputs.LegFact;
import org.contactroi.outputs.OfferFact;
import org.contactroi.outputs.ReopeningFact;
import org.contactroi.outputs.SaleFact;
import org.contactroi.outputs.SessionFact;
import org.contactroi.outputs.VisitFact;

/** What happened in an interaction, one by one, to and from its contracts. */
final class CourseRecords {

  private CourseRecords() {}

  static LegFact toAvro(Leg leg) {
    return LegFact.newBuilder()
        .setSegmentId(leg.segmentId())
        .setParticipant(leg.participant().name())
        .setRole(leg.role().name())
        .setParticipantId(leg.participantId())
        .setAgentGrade(leg.agentGrade())
        .setQueue(leg.queue())
        .setBotVersion(leg.botVersion())
        .setStart(Instant.ofEpochMilli(leg.start()))
        .setEnd(Instant.ofEpochMilli(leg.end()))
        .setSettle(Instant.ofEpochMilli(leg.settle()))
        .setSettleSeen(leg.settleSeen())
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
        .setOpen(leg.open())
        .build();
  }

  static Leg toDomain(LegFact leg) {
    return new Leg(
        leg.getSegmentId(),
        Participant.valueOf(leg.getParticipant()),
        Role.valueOf(leg.getRole()),
        leg.getParticipantId(),
        leg.getAgentGrade(),
        leg.getBotVersion(),
        leg.getQueue(),
        leg.getStart().toEpochMilli(),
        leg.getEnd().toEpochMilli(),
        leg.getSettle().toEpochMilli(),
        leg.getSettleSeen(),
        leg.getTalkMs(),
        leg.getHoldMs(),
        leg.getAcwMs(),
        leg.getHandleMs(),
        leg.getEffortMs(),
        leg.getMismatch(),
        leg.getImputed(),
        leg.getClockStep(),
        leg.getOpen());
  }

  static VisitFact toAvro(Visit visit) {
    return VisitFact.newBuilder()
        .setVisitId(visit.visitId())
        .setQueue(visit.queue())
        .setStart(Instant.ofEpochMilli(visit.start()))
        .setEnd(Instant.ofEpochMilli(visit.end()))
        .setOutcome(visit.outcome().name())
        .setWaitMs(visit.waited())
        .setAnsweredInTime(visit.answeredInTime())
        .setShortAbandon(visit.shortAbandon())
        .setImputed(visit.imputed())
        .setEndInferred(visit.endInferred())
        .build();
  }

  static Visit toDomain(VisitFact visit) {
    return new Visit(
        visit.getVisitId(),
        visit.getQueue(),
        visit.getStart().toEpochMilli(),
        visit.getEnd().toEpochMilli(),
        QueueOutcome.valueOf(visit.getOutcome()),
        visit.getWaitMs(),
        visit.getAnsweredInTime(),
        visit.getShortAbandon(),
        visit.getImputed(),
        visit.getEndInferred());
  }

  static SessionFact toAvro(BotSession session) {
    return SessionFact.newBuilder()
        .setStart(Instant.ofEpochMilli(session.start()))
        .setBotId(session.botId())
        .setBotVersion(session.botVersion())
        .setAnswered(session.answered())
        .setHandedOff(session.handedOff())
        .setHandoffFailed(session.handoffFailed())
        .setNotEngaged(session.notEngaged())
        .setConfirmed(session.confirmed())
        .setRejected(session.rejected())
        .build();
  }

  static BotSession toDomain(SessionFact session) {
    return new BotSession(
        session.getStart().toEpochMilli(),
        session.getBotId(),
        session.getBotVersion(),
        session.getAnswered(),
        session.getHandedOff(),
        session.getHandoffFailed(),
        session.getNotEngaged(),
        session.getConfirmed(),
        session.getRejected());
  }

  static OfferFact toAvro(Offer offer) {
    Long offered = offer.offered();
    return OfferFact.newBuilder()
        .setSegmentId(offer.segmentId())
        .setAgentId(offer.agent())
        .setQueue(offer.queue())
        .setOffered(offered == null ? null : Instant.ofEpochMilli(offered))
        .setClosed(Instant.ofEpochMilli(offer.closed()))
        .setOutcome(offer.outcome().name())
        .build();
  }

  static Offer toDomain(OfferFact offer) {
    Instant offered = offer.getOffered();
    return new Offer(
        offer.getSegmentId(),
        offer.getAgentId(),
        offer.getQueue(),
        offered == null ? null : offered.toEpochMilli(),
        offer.getClosed().toEpochMilli(),
        OfferOutcome.valueOf(offer.getOutcome()));
  }

  static SaleFact toAvro(Sale sale) {
    return SaleFact.newBuilder()
        .setAt(Instant.ofEpochMilli(sale.at()))
        .setOrderId(sale.orderId())
        .setKind(sale.kind().name())
        .setCurrency(sale.currency())
        .setAttribution(sale.attribution().name())
        .setAmountMicros(sale.amountMicros())
        .setMarginMicros(sale.marginMicros())
        .build();
  }

  static Sale toDomain(SaleFact sale) {
    return new Sale(
        sale.getAt().toEpochMilli(),
        sale.getOrderId(),
        SaleKind.valueOf(sale.getKind()),
        sale.getCurrency(),
        Attribution.valueOf(sale.getAttribution()),
        sale.getAmountMicros(),
        sale.getMarginMicros());
  }

  static ReopeningFact toAvro(Reopening reopening) {
    return new ReopeningFact(Instant.ofEpochMilli(reopening.at()), reopening.repeat());
  }

  static Reopening toDomain(ReopeningFact fact) {
    return new Reopening(fact.getAt().toEpochMilli(), fact.getIsRepeat());
  }
}
