package org.contactroi.simulator.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contactroi.events.Channel;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.EndedBy;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as it is to be counted.
 *
 * @param rules that hold at its start
 * @param topic what it is about
 * @param seen everything seen in it, in order
 * @param stays its stays in queues, by start
 * @param turns the turns of its participants, by start
 * @param spells its sessions of bots and menus, by start
 * @param offers to agents that are closed
 */
public record Countable(
    Identity identity,
    Rules rules,
    Nature nature,
    Topic topic,
    Course course,
    List<Seen> seen,
    List<Stay> stays,
    List<Turn> turns,
    List<Spell> spells,
    List<Offered> offers) {

  /** Stands for what nobody says. */
  public static final String UNKNOWN = "unknown";

  /**
   * Which interaction it is.
   *
   * @param id its id, with its start if it follows a silence
   * @param contact the id without the start
   * @param customer the customer, null if not identified
   * @param previous the id without the start of the one it goes on with, null if with none
   */
  public record Identity(
      String id, String contact, @Nullable String customer, @Nullable String previous) {

    /** Of one that goes on with no other. */
    public static Identity of(String id, String contact, @Nullable String customer) {
      return new Identity(id, contact, customer, null);
    }
  }

  /** Who reached out. */
  public enum Reach {
    /** The customer. */
    INBOUND,
    /** The center. */
    OUTBOUND,
    /** Nobody: the customer is still there, under another id. */
    CONTINUATION
  }

  /**
   * What an interaction is.
   *
   * @param discarded why it counts nowhere; null if it counts
   * @param isEligibleForBot whether a bot could take part
   * @param isEligibleForHandoff whether a bot could hand off
   */
  public record Nature(
      @Nullable DiscardReason discarded,
      Reach reach,
      boolean isEligibleForBot,
      boolean isEligibleForHandoff) {

    /** Whether it is a contact of its own that the customer sought. */
    boolean isInbound() {
      return reach == Reach.INBOUND;
    }

    boolean isOutbound() {
      return reach == Reach.OUTBOUND;
    }

    boolean isContinuation() {
      return reach == Reach.CONTINUATION;
    }
  }

  /**
   * What an interaction is about.
   *
   * @param attributes own dimensions
   */
  public record Topic(
      Channel channel, String queue, String issue, Map<String, String> attributes) {}

  /**
   * When an interaction began, ended and what came between.
   *
   * @param endedBy who ended it; null if nobody is seen to
   * @param reopened when the customer reopened it
   * @param pending when it waited for others than the center
   */
  public record Course(
      long start, long end, @Nullable EndedBy endedBy, Reopened reopened, List<Span> pending) {}

  /**
   * When a customer reopened an interaction.
   *
   * @param within those that did not begin it
   */
  public record Reopened(List<Long> all, List<Long> within) {}

  String id() {
    return identity.id();
  }

  @Nullable String customer() {
    return identity.customer();
  }

  long start() {
    return course.start();
  }

  long end() {
    return course.end();
  }

  Reopened reopened() {
    return course.reopened();
  }

  /** Returns what is seen of one kind, in order. */
  Stream<Seen> all(Moment moment) {
    return seen.stream().filter(each -> each.is(moment));
  }

  /** Returns the facts behind what is seen of one kind, in order. */
  <T> List<T> facts(Moment moment, Class<T> type) {
    return all(moment).map(each -> type.cast(each.fact())).toList();
  }

  /** Returns the queue of an offer: that of its leg, else the last one before it, else its own. */
  String queue(Offered offer) {
    long at = offer.offered() == null ? offer.closed() : offer.offered();
    Stream<String> ofLeg =
        turns.stream().filter(turn -> turn.id().equals(offer.segment())).map(Turn::queue);
    Stream<String> ofStay =
        stays.stream()
            .filter(stay -> stay.start() <= at)
            .reduce((earlier, later) -> later)
            .map(Stay::queue)
            .filter(queue -> !queue.equals(UNKNOWN))
            .stream();
    return Stream.concat(ofLeg, ofStay).findFirst().orElse(topic.queue());
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
        ? reopened().within().stream().filter(this::isHandledBefore).toList()
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
    long last = reopened().within().stream().reduce(Long.MIN_VALUE, Math::max);
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
