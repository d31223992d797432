package org.contactroi.simulator.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contactroi.events.Author;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.ModelUse;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/** What an interaction used. */
final class Usage {

  private static final int KEYS = 64;

  private final Countable interaction;
  private final SortedMap<String, SortedMap<String, Long>> quantities = new TreeMap<>();

  private Usage(Countable interaction) {
    this.interaction = interaction;
  }

  /**
   * A quantity.
   *
   * @param key what tells its price
   * @param quantity how much, not 0
   */
  record Line(String resource, String key, long quantity) {

    /** Returns the same with a key from a pool. */
    Line within(Pool pool) {
      return new Line(resource, pool.first(key), quantity);
    }
  }

  static List<Line> of(Countable interaction) {
    Usage usage = new Usage(interaction);
    interaction.facts(Moment.MODEL_USE, ModelUse.class).forEach(usage::addModel);
    if (interaction.isUnengaged()) {
      return usage.lines();
    }
    if (!interaction.nature().isContinuation()) {
      usage.add("CONTACT", "queue:" + interaction.topic().queue(), 1);
    }
    interaction.turns().forEach(usage::addTurn);
    interaction.sessions().forEach(spell -> usage.add("BOT_SESSION", spell.bot(), 1));
    for (Seen seen : interaction.all(Moment.MESSAGE).toList()) {
      Message message = (Message) seen.fact();
      if (message.author() == Author.BOT) {
        usage.add("BOT_MESSAGE", usage.writer(message, seen.at()), 1);
      }
    }
    return usage.lines();
  }

  private void add(String resource, String key, long quantity) {
    if (quantity != 0) {
      quantities
          .computeIfAbsent(resource, unseen -> new TreeMap<>(Utf8.ORDER))
          .merge(key, quantity, Math::addExact);
    }
  }

  private void addTurn(Turn turn) {
    String queue = "queue:" + turn.queue();
    if (turn.isHuman()) {
      String grade = turn.who().grade();
      add("AGENT", grade == null ? queue : "grade:" + grade, turn.effort());
    }
    if (interaction.isSpoken()) {
      add("TELEPHONY", queue, turn.times().length());
    }
  }

  private void addModel(ModelUse use) {
    add("MODEL_INPUT_TOKEN", use.resource(), use.inputTokens());
    add("MODEL_OUTPUT_TOKEN", use.resource(), use.outputTokens());
    add("MODEL_AUDIO", use.resource(), use.audio());
  }

  /** The bot of the leg that a message names, else of the last one begun before it. */
  private String writer(Message message, long at) {
    List<Turn> bots = interaction.turns().stream().filter(Turn::isAutomatic).toList();
    Stream<@Nullable String> named =
        bots.stream().filter(turn -> turn.id().equals(message.segment())).map(Turn::bot);
    List<Turn> begun = bots.stream().filter(turn -> turn.start() <= at).toList();
    String last = begun.isEmpty() ? null : begun.get(begun.size() - 1).bot();
    return named
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(last == null ? Countable.UNKNOWN : last);
  }

  /** Of the keys of a resource the first are kept apart, the rest is one. */
  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    quantities.forEach(
        (resource, byKey) -> {
          List<String> keys = List.copyOf(byKey.keySet());
          SortedMap<String, Long> kept = new TreeMap<>();
          byKey.forEach(
              (key, quantity) ->
                  kept.merge(keys.indexOf(key) < KEYS ? key : "other", quantity, Math::addExact));
          kept.forEach((key, quantity) -> lines.add(new Line(resource, key, quantity)));
        });
    return lines;
  }
}
