package org.contactroi.simulator.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.Author;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.SaleKind;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Sale;
import org.contactroi.simulator.ledger.Suggestion;
import org.contactroi.simulator.ledger.Transfer;
import org.contactroi.simulator.scenario.Policy;

/** What an interaction adds to the families that need no episode. */
final class InteractionFigures {

  private static final int BASIS_POINTS = 10_000;

  private final Countable interaction;
  private final Sums sums;
  private final Map<String, String> values;

  InteractionFigures(Countable interaction, Sums sums) {
    this.interaction = interaction;
    this.sums = sums;
    this.values = Values.of(interaction);
  }

  void add() {
    DiscardReason discarded = interaction.nature().discarded();
    if (discarded != null) {
      addAtEnd("volume", new Amounts().add("excluded", 1).add(measure(discarded), 1));
      return;
    }
    add("containment", interaction.start(), values, new Amounts().add("not_engaged", notEngaged()));
    if (interaction.isUnengaged()) {
      addAtEnd("volume", new Amounts().add("unengaged", 1));
      addAtEnd("cost", usage());
      return;
    }
    for (Turn turn : interaction.turns()) {
      if (turn.isOpen()) {
        Amounts open = new Amounts().count("open_legs", turn.isHandled());
        add("handle-time", turn.start(), turn.queue(), open);
      } else if (turn.isHuman()) {
        add("handle-time", turn.times().settled(), turn.queue(), handleTime(turn));
      }
    }
    for (Stay stay : interaction.stays()) {
      add("service-level", stay.end(), stay.queue(), serviceLevel(stay));
      add("abandonment", stay.end(), stay.queue(), abandonment(stay));
    }
    addAtEnd("volume", volume());
    addAtEnd("cost", cost());
    addAtEnd("experience", new Experience(interaction).amounts());
    addAtEnd("sales", conversion());
    if (interaction.nature().isInbound()) {
      addAtEnd("resolution", new Resolution(interaction).amounts());
    }
    for (Seen sold : interaction.all(Moment.SALE).toList()) {
      add("sales", sold.at(), values, sale((Sale) sold.fact()));
    }
  }

  private static String measure(DiscardReason discarded) {
    return switch (discarded) {
      case TEST -> "excluded_test";
      case SPAM -> "excluded_spam";
      case DUPLICATE -> "excluded_duplicate";
      case DELETED -> "excluded_deleted";
      case OTHER, UNKNOWN -> "excluded_other";
    };
  }

  private int notEngaged() {
    return interaction.spells().size() - interaction.sessions().size();
  }

  private void addAtEnd(String family, Amounts amounts) {
    add(family, interaction.end(), values, amounts);
  }

  private void add(String family, long at, String queue, Amounts amounts) {
    add(family, at, Values.of(interaction, queue), amounts);
  }

  private void add(String family, long at, Map<String, String> of, Amounts amounts) {
    sums.add(family, at, of, interaction.rules().slices(), amounts);
  }

  private static Amounts handleTime(Turn turn) {
    Amounts amounts = new Amounts().add("effort_ms", turn.effort());
    Turn.Times times = turn.times();
    return turn.isHandled()
        ? amounts
            .add("handled_legs", 1)
            .add("talk_ms", times.talk())
            .add("hold_ms", times.hold())
            .add("acw_ms", times.afterWork())
            .add("handle_ms", times.handle())
            .count("mismatch_legs", times.flaws().isMismatch())
            .count("imputed_legs", times.flaws().isImputed())
            .count("clock_step_legs", times.flaws().isClockStep())
            .sample("handle_histogram", times.handle())
        : amounts;
  }

  private Amounts serviceLevel(Stay stay) {
    Policy.Waiting waiting = interaction.rules().waiting();
    long waited = stay.waited();
    Amounts amounts = new Amounts().add("visits", 1).add("wait_ms", waited);
    if (stay.isWaitKnown()) {
      amounts.sample("wait_histogram", waited);
    }
    return switch (stay.outcome()) {
      case ANSWERED ->
          amounts
              .add("answered", 1)
              .add("wait_answered_ms", waited)
              .count("answered_in_time", waited <= waiting.answerThreshold());
      case ABANDONED ->
          amounts.add(waited <= waiting.shortAbandon() ? "short_abandons" : "long_abandons", 1);
      default -> amounts.add("other_outcomes", 1);
    };
  }

  private Amounts abandonment(Stay stay) {
    Amounts amounts = new Amounts().add("visits", 1);
    if (stay.outcome() != QueueOutcome.ABANDONED) {
      return amounts;
    }
    long waited = stay.waited();
    boolean isShort = waited <= interaction.rules().waiting().shortAbandon();
    return amounts
        .count("short_abandons", isShort)
        .count("long_abandons", !isShort)
        .add("wait_abandoned_ms", waited)
        .sample("wait_abandoned_histogram", waited);
  }

  private Amounts volume() {
    List<Suggestion> suggestions = interaction.facts(Moment.SUGGESTION, Suggestion.class);
    return handledBy()
        .count("inbound", interaction.nature().isInbound())
        .count("outbound", interaction.nature().isOutbound())
        .count("continuations", interaction.nature().isContinuation())
        .count("after_hours", !interaction.rules().opening().test(interaction.start()))
        .add("handled_legs", interaction.handledLegs())
        .add("messages_customer", messages(Author.CUSTOMER))
        .add("messages_bot", messages(Author.BOT))
        .add("messages_agent", messages(Author.AGENT))
        .add("messages_system", messages(Author.SYSTEM) + messages(Author.UNKNOWN))
        .add("transfers_completed", transfers(TransferOutcome.COMPLETED))
        .add("transfers_failed", transfers(TransferOutcome.FAILED))
        .add("assists_offered", suggestions.size())
        .add("assists_accepted", suggestions.stream().filter(Suggestion::isAccepted).count());
  }

  /** A continuation is handled with what it goes on with. */
  private Amounts handledBy() {
    if (interaction.nature().isContinuation()) {
      return new Amounts();
    }
    boolean byHuman = interaction.isHandledByHuman();
    return new Amounts()
        .count("handled_by_human", byHuman)
        .count("bot_only", interaction.isBotOnly())
        .count("handled_by_none", !byHuman && !interaction.isBotOnly());
  }

  private long messages(Author author) {
    return interaction.facts(Moment.MESSAGE, Message.class).stream()
        .filter(message -> message.author() == author)
        .count();
  }

  /** A transfer is what its last closing says; that from a bot to an agent is none. */
  private long transfers(TransferOutcome outcome) {
    Map<String, Transfer> last = new HashMap<>();
    interaction
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
            .add("handled_legs", interaction.handledLegs())
            .add("sessions", interaction.sessions().size());
    amounts.addAll(usage());
    return amounts;
  }

  private Amounts usage() {
    Amounts amounts = new Amounts();
    for (Usage.Line line : Usage.of(interaction)) {
      List<String> key = List.of(line.resource(), line.key(), interaction.topic().channel().name());
      amounts.line("usage", key, line.quantity());
    }
    return amounts;
  }

  private Amounts conversion() {
    boolean isSold =
        interaction.facts(Moment.SALE, Sale.class).stream()
            .anyMatch(sale -> sale.kind() != SaleKind.REFUND);
    return new Amounts()
        .count("inbound", interaction.nature().isInbound())
        .count("converted", interaction.nature().isInbound() && isSold);
  }

  private static Amounts sale(Sale sale) {
    Sale.Price price = sale.price();
    int sign = sale.kind() == SaleKind.REFUND ? -1 : 1;
    long margin = HalfEven.product(price.amountMicros(), price.marginBp(), BASIS_POINTS);
    List<String> key = List.of(price.currency(), sale.kind().name(), sale.attribution().name());
    return new Amounts().line("sales", key, 1, sign * price.amountMicros(), sign * margin);
  }
}
