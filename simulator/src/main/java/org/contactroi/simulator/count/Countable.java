package org.contactroi.simulator.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contactroi.events.Channel;
import org.contactroi.events.DiscardReason;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as it is to be counted.
 *
 * @param id its id, with its start if it follows a silence
 * @param customer the customer, null if not identified
 * @param rules that hold at its start
 * @param topic what it is about
 * @param reopened when the customer reopened it
 * @param seen everything seen in it, in order
 * @param stays its stays in queues, by start
 * @param turns the turns of its participants, by start
 * @param spells its sessions of bots and menus, by start
 */
public record Countable(
    String id,
    @Nullable String customer,
    Rules rules,
    Nature nature,
    Topic topic,
    long start,
    long end,
    Reopened reopened,
    List<Seen> seen,
    List<Stay> stays,
    List<Turn> turns,
    List<Spell> spells) {

  /** Stands for what nobody says. */
  public static final String UNKNOWN = "unknown";

  /**
   * What an interaction is.
   *
   * @param discarded why it counts nowhere; null if it counts
   * @param isInbound whether the customer reached out
   * @param isEligibleForBot whether a bot could take part
   * @param isEligibleForHandoff whether a bot could hand off
   */
  public record Nature(
      @Nullable DiscardReason discarded,
      boolean isInbound,
      boolean isEligibleForBot,
      boolean isEligibleForHandoff) {}

  /**
   * What an interaction is about.
   *
   * @param attributes own dimensions
   */
  public record Topic(
      Channel channel, String queue, String issue, Map<String, String> attributes) {}

  /**
   * When a customer reopened an interaction.
   *
   * @param within those that did not begin it
   */
  public record Reopened(List<Long> all, List<Long> within) {}

  /** Returns what is seen of one kind, in order. */
  Stream<Seen> all(Moment moment) {
    return seen.stream().filter(each -> each.is(moment));
  }

  /** Returns the facts behind what is seen of one kind, in order. */
  <T> List<T> facts(Moment moment, Class<T> type) {
    return all(moment).map(each -> type.cast(each.fact())).toList();
  }

  boolean isSpoken() {
    return topic.channel() == Channel.VOICE || topic.channel() == Channel.VIDEO;
  }

  /** Returns how many legs of agents handle it, without those that are open. */
  long handledLegs() {
    return turns.stream().filter(Turn::isHandled).filter(turn -> !turn.isOpen()).count();
  }

  boolean isHandledByHuman() {
    return turns.stream().anyMatch(Turn::isHandled);
  }

  boolean isBotOnly() {
    return !isHandledByHuman() && !spells.isEmpty() && stays.isEmpty();
  }

  /**
   * Returns whether a person, or a bot that answered and neither handed off nor should have, dealt
   * with it.
   */
  boolean isHandled() {
    return isHandledByHuman() || spells.stream().anyMatch(Spell::isHandled);
  }

  /** Returns when the customer came back after something was handled; outbound ones have none. */
  List<Long> repeats() {
    return nature.isInbound()
        ? reopened.within().stream().filter(this::isHandledBefore).toList()
        : List.of();
  }

  /**
   * Whether a handled leg began before a reopening, or a session that answered, after which nobody
   * else came until then, nor was asked for in vain.
   */
  private boolean isHandledBefore(long reopening) {
    return turns.stream().anyMatch(turn -> turn.isHandled() && turn.start() < reopening)
        || spells.stream()
            .filter(spell -> spell.start() < reopening && spell.verdict().isAnswered())
            .filter(spell -> spell.inVainSince() >= reopening)
            .anyMatch(spell -> !isFollowedBefore(spell, reopening));
  }

  private boolean isFollowedBefore(Spell spell, long reopening) {
    return Stream.concat(
            stays.stream().map(Stay::start), turns.stream().filter(Turn::isHuman).map(Turn::start))
        .anyMatch(start -> start > spell.start() && start < reopening);
  }

  /** Returns in how many contacts, the first and the repeats, a handled leg begins. */
  long handledContacts() {
    List<Long> begins = new ArrayList<>(repeats());
    begins.add(0, Long.MIN_VALUE);
    return turns.stream()
        .filter(Turn::isHandled)
        .map(turn -> begins.stream().filter(begin -> begin <= turn.start()).count())
        .distinct()
        .count();
  }

  /** Returns whether something was handled after the customer reopened it for the last time. */
  boolean isHandledInTheEnd() {
    long last = reopened.within().stream().reduce(Long.MIN_VALUE, Math::max);
    return turns.stream().anyMatch(turn -> turn.isHandled() && turn.start() >= last)
        || spells.stream().anyMatch(spell -> spell.isHandled() && spell.start() >= last);
  }

  /** Returns the sessions in which the customer did something. */
  List<Spell> sessions() {
    return spells.stream().filter(Spell::isEngaged).toList();
  }

  /** Returns whether a bot greeted, and nothing else happened. */
  boolean isUnengaged() {
    boolean isWorthNothing =
        Stream.of(Moment.SALE, Moment.SURVEY_ANSWERED, Moment.ASSERTION)
            .flatMap(this::all)
            .findAny()
            .isEmpty();
    return !spells.isEmpty()
        && sessions().isEmpty()
        && turns.stream().allMatch(Turn::isAutomatic)
        && isWorthNothing;
  }
}
