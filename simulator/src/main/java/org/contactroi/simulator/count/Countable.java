package org.contactroi.simulator.count;

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
 * @param orphans how many events came too long after the last activity
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
    long orphans,
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
