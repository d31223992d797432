package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contactroi.events.AssistUsed;
import org.contactroi.events.Author;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.MessageSent;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SurveyKind;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;

/** Contributions of one interaction by itself. */
final class OracleInteractionFamilies {

  private final OracleInteraction interaction;
  private final List<OracleContribution> contributions = new ArrayList<>();

  private OracleInteractionFamilies(OracleInteraction interaction) {
    this.interaction = interaction;
  }

  static List<OracleContribution> of(OracleInteraction interaction) {
    OracleInteractionFamilies families = new OracleInteractionFamilies(interaction);
    if (interaction.test) {
      // "counted in `excluded`, nowhere else"
      families.atEnd(OracleFamily.VOLUME, new OracleQuantities().add("excluded", 1));
    } else {
      families.addAll();
    }
    return families.contributions;
  }

  private void addAll() {
    interaction.legs.stream().filter(OracleLeg::isHuman).forEach(this::addHandleTime);
    interaction.visits.forEach(this::addServiceLevel);
    atEnd(OracleFamily.VOLUME, volume());
    atEnd(OracleFamily.COST, cost());
    atEnd(OracleFamily.EXPERIENCE, experience());
    atEnd(OracleFamily.SALES, conversion());
    OracleEvents.with(SaleRecorded.class, interaction.events).forEach(this::addSale);
  }

  private void atEnd(OracleFamily family, OracleQuantities quantities) {
    contributions.add(OracleContribution.of(interaction, family, interaction.end, quantities));
  }

  private void addHandleTime(OracleLeg leg) {
    OracleQuantities quantities = new OracleQuantities();
    if (leg.isHandled()) {
      quantities
          .add("handled_legs", 1)
          .add("talk_ms", leg.talk)
          .add("hold_ms", leg.hold)
          .add("acw_ms", leg.acw)
          .add("handle_ms", leg.handle)
          .add("mismatch_legs", leg.mismatch)
          .add("imputed_legs", leg.imputed)
          .add("clock_step_legs", leg.clockStep);
      quantities.addToHistogram("handle_histogram", leg.handle);
    }
    quantities.add("effort_ms", leg.effort);
    contributions.add(
        OracleContribution.of(
            interaction, leg.queue, OracleFamily.HANDLE_TIME, leg.settle, quantities));
  }

  private void addServiceLevel(OracleVisit visit) {
    long threshold = interaction.policy.visits().answerThreshold().toMillis();
    boolean isShort = visit.wait <= interaction.policy.visits().shortAbandon().toMillis();
    OracleQuantities quantities =
        new OracleQuantities()
            .add("visits", 1)
            .add("answered", visit.isAnswered())
            .add("answered_in_time", visit.isAnswered() && visit.wait <= threshold)
            .add("short_abandons", visit.isAbandoned() && isShort)
            .add("long_abandons", visit.isAbandoned() && !isShort)
            .add("other_outcomes", !visit.isAnswered() && !visit.isAbandoned())
            .add("wait_answered_ms", visit.isAnswered() ? visit.wait : 0)
            .add("wait_ms", visit.wait);
    quantities.addToHistogram("wait_histogram", visit.wait);
    contributions.add(
        OracleContribution.of(
            interaction,
            visit.queue.orElse("unknown"),
            OracleFamily.SERVICE_LEVEL,
            visit.exit,
            quantities));
  }

  private OracleQuantities volume() {
    List<AssistUsed> assists = OracleEvents.payloads(AssistUsed.class, interaction.events);
    OracleQuantities quantities =
        new OracleQuantities()
            .add("inbound", interaction.inbound)
            .add("outbound", !interaction.inbound)
            .add("after_hours", !interaction.policy.isOpen(interaction.start))
            .add("handled_legs", interaction.handledLegs())
            .add("assists_offered", assists.size())
            .add("assists_accepted", assists.stream().filter(AssistUsed::getAccepted).count())
            .add("orphans", interaction.orphans);
    addHandledBy(quantities);
    for (MessageSent message : OracleEvents.payloads(MessageSent.class, interaction.events)) {
      quantities.add(messages(message.getAuthor()), 1);
    }
    addTransfers(quantities);
    return quantities;
  }

  private void addHandledBy(OracleQuantities quantities) {
    boolean byHuman = interaction.hasHandledLeg();
    quantities
        .add("handled_by_human", byHuman)
        .add("bot_only", interaction.isBotOnly())
        .add("handled_by_none", !byHuman && !interaction.isBotOnly());
  }

  private static String messages(Author author) {
    return switch (author) {
      case CUSTOMER -> "messages_customer";
      case BOT -> "messages_bot";
      case AGENT -> "messages_agent";
      case SYSTEM, UNKNOWN -> "messages_system";
    };
  }

  /** "bot to human is a handoff, never a transfer"; "what it was is what its last close says". */
  private void addTransfers(OracleQuantities quantities) {
    Map<String, TransferClosed> byId = new LinkedHashMap<>();
    for (TransferClosed closed : OracleEvents.payloads(TransferClosed.class, interaction.events)) {
      byId.put(closed.getTransferId(), closed);
    }
    for (TransferClosed closed : byId.values()) {
      if (closed.getKind() != TransferKind.BOT_TO_HUMAN) {
        quantities
            .add("transfers_completed", closed.getOutcome() == TransferOutcome.COMPLETED)
            .add("transfers_failed", closed.getOutcome() == TransferOutcome.FAILED);
      }
    }
  }

  private OracleQuantities cost() {
    OracleQuantities quantities = new OracleQuantities();
    addHandledBy(quantities);
    quantities.add("handled_legs", interaction.handledLegs());
    quantities.add("sessions", interaction.sessions.size());
    OracleUsage.of(interaction)
        .forEach(
            (resource, byKey) ->
                byKey.forEach(
                    (key, quantity) ->
                        quantities.addToLine(
                            "usage",
                            List.of(resource, key, interaction.channel.name()),
                            "quantity",
                            quantity)));
    return quantities;
  }

  private OracleQuantities experience() {
    OracleQuantities quantities = new OracleQuantities();
    for (OracleSurvey survey : OracleSurvey.of(interaction)) {
      quantities.add("csat_offered", survey.asks(SurveyKind.CSAT));
      if (survey.isAnswered()) {
        addAnswer(survey, quantities);
      }
    }
    OracleFirstResponse response = new OracleFirstResponse(interaction);
    addResponse("any", response.any, quantities);
    addResponse("bot", response.bot, quantities);
    addResponse("human", response.human, quantities);
    return quantities;
  }

  private static void addAnswer(OracleSurvey survey, OracleQuantities quantities) {
    if (survey.asks(SurveyKind.CSAT)) {
      quantities.add("csat_answers", 1).add("csat_top_box", survey.isTopBox());
    }
    if (survey.asks(SurveyKind.NPS)) {
      long score = survey.score();
      quantities
          .add("nps_promoters", score >= 9)
          .add("nps_passives", score >= 7 && score < 9)
          .add("nps_detractors", score < 7);
    }
    if (survey.asks(SurveyKind.CES)) {
      quantities.add("ces_answers", 1).add("ces_ease_sum", survey.ease());
    }
  }

  private static void addResponse(String by, Optional<Long> response, OracleQuantities quantities) {
    if (response.isPresent()) {
      quantities.add("frt_" + by + "_count", 1).add("frt_" + by + "_ms", response.get());
      quantities.addToHistogram("frt_" + by + "_histogram", response.get());
    }
  }

  /** "`conversion` uses the interactions with a sale that is no refund / inbound interactions". */
  private OracleQuantities conversion() {
    boolean sold =
        OracleEvents.payloads(SaleRecorded.class, interaction.events).stream()
            .anyMatch(sale -> sale.getKind() != SaleKind.REFUND);
    return new OracleQuantities()
        .add("inbound", interaction.inbound)
        .add("converted", interaction.inbound && sold);
  }

  private void addSale(InteractionEvent event) {
    SaleRecorded sale = (SaleRecorded) event.getPayload();
    List<String> line =
        List.of(sale.getCurrency(), sale.getKind().name(), sale.getAttribution().name());
    long margin = HalfEven.ofProduct(sale.getAmountMicros(), sale.getMarginBp(), 10_000);
    int sign = sale.getKind() == SaleKind.REFUND ? -1 : 1;
    OracleQuantities quantities = new OracleQuantities();
    quantities.addToLine("sales", line, "count", 1);
    quantities.addToLine("sales", line, "amount_micros", sign * sale.getAmountMicros());
    quantities.addToLine("sales", line, "margin_micros", sign * margin);
    contributions.add(
        OracleContribution.of(interaction, OracleFamily.SALES, OracleEvents.at(event), quantities));
  }
}
