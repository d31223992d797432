package org.contactroi.kpi;

import java.util.List;
import org.contactroi.interaction.Activity;
import org.contactroi.interaction.FirstResponses;
import org.contactroi.interaction.HandledBy;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Sale;
import org.contactroi.interaction.Surveys;
import org.contactroi.interaction.Visit;
import org.jspecify.annotations.Nullable;

/** Adds up what one interaction contributes to the families that need no episode. */
final class InteractionContributions {

  private final Interaction interaction;
  private final Contributions contributions;
  private final Dimensions dimensions;

  InteractionContributions(Interaction interaction, Contributions contributions) {
    this.interaction = interaction;
    this.contributions = contributions;
    this.dimensions = Dimensions.of(interaction);
  }

  void add() {
    if (interaction.test()) {
      addAtEnd(Totals.builder(Family.VOLUME).add(Volume.EXCLUDED, 1));
      return;
    }
    interaction.legs().stream().filter(Leg::isHuman).forEach(this::addHandleTime);
    interaction.visits().forEach(this::addServiceLevel);
    addAtEnd(volume());
    addAtEnd(cost());
    addAtEnd(experience());
    addAtEnd(conversion());
    interaction.sales().forEach(this::addSale);
  }

  private void addAtEnd(Totals.Builder totals) {
    contributions.add(interaction.end(), dimensions, totals);
  }

  private void addHandleTime(Leg leg) {
    Totals.Builder totals =
        Totals.builder(Family.HANDLE_TIME).add(HandleTime.EFFORT_MS, leg.effort());
    if (leg.isHandled()) {
      totals
          .add(HandleTime.HANDLED_LEGS, 1)
          .add(HandleTime.TALK_MS, leg.talk())
          .add(HandleTime.HOLD_MS, leg.hold())
          .add(HandleTime.ACW_MS, leg.afterWork())
          .add(HandleTime.HANDLE_MS, leg.handle())
          .count(HandleTime.MISMATCH_LEGS, leg.mismatch())
          .count(HandleTime.IMPUTED_LEGS, leg.imputed())
          .count(HandleTime.CLOCK_STEP_LEGS, leg.clockStep())
          .add(HandleTime.HANDLE_HISTOGRAM, sample(leg.handle()));
    }
    contributions.add(leg.settle(), dimensions.withQueue(leg.queue()), totals);
  }

  private void addServiceLevel(Visit visit) {
    long waited = visit.waited();
    Totals.Builder totals =
        Totals.builder(Family.SERVICE_LEVEL)
            .add(ServiceLevel.VISITS, 1)
            .add(ServiceLevel.WAIT_MS, waited)
            .add(ServiceLevel.WAIT_HISTOGRAM, sample(waited));
    switch (visit.outcome()) {
      case ANSWERED ->
          totals
              .add(ServiceLevel.ANSWERED, 1)
              .add(ServiceLevel.WAIT_ANSWERED_MS, waited)
              .count(ServiceLevel.ANSWERED_IN_TIME, visit.answeredInTime());
      case ABANDONED ->
          totals.add(
              visit.shortAbandon() ? ServiceLevel.SHORT_ABANDONS : ServiceLevel.LONG_ABANDONS, 1);
      case FLOW_OUT, CALLBACK, TIMEOUT, NO_AGENTS, KEY_EXIT, TRANSFERRED, SYSTEM, UNKNOWN ->
          totals.add(ServiceLevel.OTHER_OUTCOMES, 1);
    }
    contributions.add(visit.end(), dimensions.withQueue(visit.queue()), totals);
  }

  private Totals.Builder volume() {
    Activity activity = interaction.activity();
    HandledBy handledBy = interaction.handledBy();
    return Totals.builder(Family.VOLUME)
        .count(Volume.INBOUND, interaction.isInbound())
        .count(Volume.OUTBOUND, !interaction.isInbound())
        .count(Volume.HANDLED_BY_HUMAN, handledBy == HandledBy.HUMAN)
        .count(Volume.BOT_ONLY, handledBy == HandledBy.BOT_ONLY)
        .count(Volume.HANDLED_BY_NONE, handledBy == HandledBy.NONE)
        .count(Volume.AFTER_HOURS, interaction.afterHours())
        .add(Volume.HANDLED_LEGS, handledLegs())
        .add(Volume.MESSAGES_CUSTOMER, activity.messagesCustomer())
        .add(Volume.MESSAGES_BOT, activity.messagesBot())
        .add(Volume.MESSAGES_AGENT, activity.messagesAgent())
        .add(Volume.MESSAGES_SYSTEM, activity.messagesSystem())
        .add(Volume.TRANSFERS_COMPLETED, activity.transfersCompleted())
        .add(Volume.TRANSFERS_FAILED, activity.transfersFailed())
        .add(Volume.ASSISTS_OFFERED, activity.assistsOffered())
        .add(Volume.ASSISTS_ACCEPTED, activity.assistsAccepted())
        .add(Volume.ORPHANS, activity.orphans());
  }

  private Totals.Builder cost() {
    HandledBy handledBy = interaction.handledBy();
    String channel = interaction.channel().name();
    List<Breakdown.Line> usage =
        interaction.usage().stream()
            .map(
                line ->
                    new Breakdown.Line(
                        List.of(line.resource().name(), line.key(), channel), line.quantity()))
            .toList();
    return Totals.builder(Family.COST)
        .count(Cost.HANDLED_BY_HUMAN, handledBy == HandledBy.HUMAN)
        .count(Cost.BOT_ONLY, handledBy == HandledBy.BOT_ONLY)
        .count(Cost.HANDLED_BY_NONE, handledBy == HandledBy.NONE)
        .add(Cost.HANDLED_LEGS, handledLegs())
        .add(Cost.SESSIONS, interaction.sessions().size())
        .add(Cost.USAGE, Breakdown.sum(usage));
  }

  private long handledLegs() {
    return interaction.legs().stream().filter(Leg::isHandled).count();
  }

  private Totals.Builder experience() {
    Surveys surveys = interaction.surveys();
    Totals.Builder totals =
        Totals.builder(Family.EXPERIENCE)
            .add(Experience.CSAT_OFFERED, surveys.csatOffered())
            .add(Experience.CSAT_ANSWERS, surveys.csatAnswers())
            .add(Experience.CSAT_TOP_BOX, surveys.csatTopBox())
            .add(Experience.NPS_PROMOTERS, surveys.npsPromoters())
            .add(Experience.NPS_PASSIVES, surveys.npsPassives())
            .add(Experience.NPS_DETRACTORS, surveys.npsDetractors())
            .add(Experience.CES_ANSWERS, surveys.cesAnswers())
            .add(Experience.CES_EASE_SUM, surveys.cesEase());
    addFirstResponses(totals);
    return totals;
  }

  private void addFirstResponses(Totals.Builder totals) {
    FirstResponses first = interaction.firstResponses();
    totals
        .count(Experience.FRT_ANY_COUNT, first.any() != null)
        .add(Experience.FRT_ANY_MS, orZero(first.any()))
        .add(Experience.FRT_ANY_HISTOGRAM, sample(first.any()))
        .count(Experience.FRT_BOT_COUNT, first.bot() != null)
        .add(Experience.FRT_BOT_MS, orZero(first.bot()))
        .add(Experience.FRT_BOT_HISTOGRAM, sample(first.bot()))
        .count(Experience.FRT_HUMAN_COUNT, first.human() != null)
        .add(Experience.FRT_HUMAN_MS, orZero(first.human()))
        .add(Experience.FRT_HUMAN_HISTOGRAM, sample(first.human()));
  }

  private Totals.Builder conversion() {
    boolean gained = interaction.sales().stream().anyMatch(Sale::isGain);
    return Totals.builder(Family.SALES)
        .count(Sales.INBOUND, interaction.isInbound())
        .count(Sales.CONVERTED, interaction.isInbound() && gained);
  }

  private void addSale(Sale sale) {
    List<String> key = List.of(sale.currency(), sale.kind().name(), sale.attribution().name());
    Breakdown line = Breakdown.of(key, 1, sale.amountMicros(), sale.marginMicros());
    contributions.add(sale.at(), dimensions, Totals.builder(Family.SALES).add(Sales.SALES, line));
  }

  private static Distribution sample(@Nullable Long value) {
    return value == null ? Distribution.EMPTY : Distribution.of(Histogram.bucket(value), 1);
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
