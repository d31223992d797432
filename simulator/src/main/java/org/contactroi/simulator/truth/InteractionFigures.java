package org.contactroi.simulator.truth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.Author;
import org.contactroi.events.SaleKind;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Sale;
import org.contactroi.simulator.ledger.Suggestion;
import org.contactroi.simulator.ledger.Transfer;

/** What an interaction adds to the families that need no episode. */
final class InteractionFigures {

  private static final int BASIS_POINTS = 10_000;

  private final Chapter chapter;
  private final Sums sums;
  private final Map<String, String> values;

  InteractionFigures(Chapter chapter, Sums sums) {
    this.chapter = chapter;
    this.sums = sums;
    this.values = chapter.values();
  }

  void add() {
    if (chapter.isTest()) {
      addAtEnd("volume", new Amounts().add("excluded", 1));
      return;
    }
    chapter.turns().stream().filter(Turn::isHuman).forEach(this::addHandleTime);
    chapter.stays().forEach(this::addServiceLevel);
    addAtEnd("volume", volume());
    addAtEnd("cost", cost());
    addAtEnd("experience", new Experience(chapter).amounts());
    addAtEnd("sales", conversion());
    for (Seen sold : chapter.all(Moment.SALE).toList()) {
      sums.add("sales", sold.at(), values, sale((Sale) sold.fact()));
    }
  }

  private void addAtEnd(String family, Amounts amounts) {
    sums.add(family, chapter.end(), values, amounts);
  }

  private void addHandleTime(Turn turn) {
    Amounts amounts = new Amounts().add("effort_ms", turn.effort());
    if (turn.isHandled()) {
      amounts
          .add("handled_legs", 1)
          .add("talk_ms", turn.times().talk().length())
          .add("hold_ms", turn.times().hold().length())
          .add("acw_ms", turn.times().afterWork().length())
          .add("handle_ms", turn.times().handle())
          .count("mismatch_legs", turn.isMismatch())
          .count("imputed_legs", turn.isImputed())
          .count("clock_step_legs", turn.isClockStep())
          .sample("handle_histogram", turn.times().handle());
    }
    sums.add("handle-time", turn.settled(), Values.of(chapter, turn.queue()), amounts);
  }

  private void addServiceLevel(Stay stay) {
    Amounts amounts =
        new Amounts()
            .add("visits", 1)
            .add("wait_ms", stay.waited())
            .sample("wait_histogram", stay.waited());
    switch (stay.outcome()) {
      case ANSWERED ->
          amounts
              .add("answered", 1)
              .add("wait_answered_ms", stay.waited())
              .count("answered_in_time", stay.waited() <= answerThreshold());
      case ABANDONED ->
          amounts.add(stay.waited() <= shortAbandon() ? "short_abandons" : "long_abandons", 1);
      default -> amounts.add("other_outcomes", 1);
    }
    sums.add("service-level", stay.end(), Values.of(chapter, stay.queue()), amounts);
  }

  private long answerThreshold() {
    return chapter.rules().policy().waiting().answerThreshold();
  }

  private long shortAbandon() {
    return chapter.rules().policy().waiting().shortAbandon();
  }

  private Amounts volume() {
    List<Suggestion> suggestions = chapter.facts(Moment.SUGGESTION, Suggestion.class);
    return handledBy()
        .count("inbound", chapter.isInbound())
        .count("outbound", !chapter.isInbound())
        .count("after_hours", chapter.isAfterHours())
        .add("handled_legs", chapter.handledTurns().size())
        .add("messages_customer", messages(Author.CUSTOMER))
        .add("messages_bot", messages(Author.BOT))
        .add("messages_agent", messages(Author.AGENT))
        .add("messages_system", messages(Author.SYSTEM))
        .add("transfers_completed", transfers(TransferOutcome.COMPLETED))
        .add("transfers_failed", transfers(TransferOutcome.FAILED))
        .add("assists_offered", suggestions.size())
        .add("assists_accepted", suggestions.stream().filter(Suggestion::isAccepted).count())
        .add("orphans", chapter.orphans());
  }

  private Amounts handledBy() {
    boolean byHuman = chapter.isHandledByHuman();
    return new Amounts()
        .count("handled_by_human", byHuman)
        .count("bot_only", chapter.isBotOnly())
        .count("handled_by_none", !byHuman && !chapter.isBotOnly());
  }

  private long messages(Author author) {
    return chapter.facts(Moment.MESSAGE, Message.class).stream()
        .filter(message -> message.author() == author)
        .count();
  }

  /** A transfer is what its last closing says; that from a bot to an agent is none. */
  private long transfers(TransferOutcome outcome) {
    Map<String, Transfer> last = new HashMap<>();
    chapter
        .facts(Moment.TRANSFER_CLOSED, Transfer.class)
        .forEach(transfer -> last.put(transfer.id(), transfer));
    return last.values().stream()
        .filter(transfer -> transfer.kind() != TransferKind.BOT_TO_HUMAN)
        .filter(transfer -> transfer.outcome() == outcome)
        .count();
  }

  private Amounts cost() {
    Amounts amounts =
        handledBy()
            .add("handled_legs", chapter.handledTurns().size())
            .add("sessions", chapter.spells().size());
    for (Usage.Line line : Usage.of(chapter)) {
      List<String> key = List.of(line.resource(), line.key(), chapter.channel().name());
      amounts.line("usage", key, line.quantity());
    }
    return amounts;
  }

  private Amounts conversion() {
    boolean isSold =
        chapter.facts(Moment.SALE, Sale.class).stream()
            .anyMatch(sale -> sale.kind() != SaleKind.REFUND);
    return new Amounts()
        .count("inbound", chapter.isInbound())
        .count("converted", chapter.isInbound() && isSold);
  }

  private static Amounts sale(Sale sale) {
    Sale.Price price = sale.price();
    int sign = sale.kind() == SaleKind.REFUND ? -1 : 1;
    long margin = HalfEven.product(price.amountMicros(), price.marginBp(), BASIS_POINTS);
    List<String> key = List.of(price.currency(), sale.kind().name(), sale.attribution().name());
    return new Amounts().line("sales", key, 1, sign * price.amountMicros(), sign * margin);
  }
}
