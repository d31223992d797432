package org.contactroi.simulator.truth;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionRelation;
import org.contactroi.simulator.count.Countable;
import org.contactroi.simulator.count.Rules;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.count.Spell;
import org.contactroi.simulator.count.Stay;
import org.contactroi.simulator.count.Turn;
import org.contactroi.simulator.ledger.Assertion;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.ledger.Discard;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.scenario.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A contact, or what is seen of it between two silences. What one says of itself is found out here;
 * its stays in queues and the turns of participants each have a class.
 */
final class Chapter {

  private final Told told;
  private final Stretch stretch;
  private final List<Seen> seen;
  private final @Nullable ContactBegun begun;
  private final boolean isNamedLikeTheContact;
  private final long start;
  private final long end;
  private final String queue;
  private final List<Stay> stays;
  private final List<Sight> legs;

  /**
   * What holds for all chapters of a contact.
   *
   * @param interaction id of the interaction
   * @param begun what its begin says, null if that is not seen in any chapter
   * @param isTest whether every event says that it is a test
   * @param seemsTest whether the event of the begin says so
   * @param verdicts what bots say of their legs
   * @param silence what ends it
   * @param rules by which it is counted
   */
  record Told(
      String interaction,
      @Nullable ContactBegun begun,
      boolean isTest,
      boolean seemsTest,
      Map<String, BotVerdict> verdicts,
      Policy.Silence silence,
      Rules rules) {

    /** Returns the silence that ends an interaction, ms. */
    long gap() {
      return silence.gap(channel());
    }

    Channel channel() {
      return begun == null ? Channel.UNKNOWN : begun.medium().channel();
    }
  }

  /**
   * An interaction.
   *
   * @param stretch what is seen in it
   * @param isNamedLikeTheContact else its start is in its name
   */
  Chapter(Told told, Stretch stretch, boolean isNamedLikeTheContact) {
    this.told = told;
    this.stretch = stretch;
    this.isNamedLikeTheContact = isNamedLikeTheContact;
    this.seen = List.copyOf(stretch.seen());
    this.begun = first(Moment.BEGUN, ContactBegun.class);
    this.start = all(Moment.BEGUN).findFirst().orElse(seen.get(0)).at();
    this.end = findEnd();
    this.legs = Sight.all(this);
    this.stays = Stays.of(this);
    this.queue = findQueue();
  }

  /** Returns it as it is counted. */
  Countable countable() {
    List<Turn> turns = Sight.turns(legs, this);
    return new Countable(
        new Countable.Identity(
            isNamedLikeTheContact ? told.interaction() : told.interaction() + "@" + start,
            told.interaction(),
            told.begun() == null ? null : told.begun().customer().key(),
            previous()),
        told.rules(),
        new Countable.Nature(
            discarded(),
            reach(),
            begun == null || begun.access().hasBot(),
            begun == null || begun.access().hasAgents()),
        new Countable.Topic(
            told.channel(), queue, issue(), begun == null ? Map.of() : begun.attributes()),
        new Countable.Course(
            start,
            end,
            endedBy(),
            new Countable.Reopened(reopened(seen), reopened(seen.subList(1, seen.size()))),
            stretch.pending(end)),
        seen,
        stays,
        turns,
        Spell.among(turns, stays, Wishes.handoffs(this), reopened(seen), Wishes.areNone(this)),
        Offerings.of(seen));
  }

  private static List<Long> reopened(List<Seen> among) {
    return among.stream().filter(Roles::isReopenedByCustomer).map(Seen::at).toList();
  }

  /** The contact it goes on with, unless it is another about the same; null for none. */
  private @Nullable String previous() {
    return Stream.ofNullable(begun)
        .map(ContactBegun::reason)
        .filter(reason -> reason.relation() != InteractionRelation.FOLLOW_UP)
        .flatMap(reason -> Stream.ofNullable(reason.previous()))
        .filter(previous -> !previous.equals(told.interaction()))
        .findFirst()
        .orElse(null);
  }

  private Countable.Reach reach() {
    if (!isInbound()) {
      return Countable.Reach.OUTBOUND;
    }
    return previous() == null ? Countable.Reach.INBOUND : Countable.Reach.CONTINUATION;
  }

  /** Everything seen in it, in order. */
  List<Seen> seen() {
    return seen;
  }

  /** What is seen of one kind, in order. */
  Stream<Seen> all(Moment moment) {
    return seen.stream().filter(each -> each.is(moment));
  }

  private <T> @Nullable T first(Moment moment, Class<T> type) {
    return all(moment).map(each -> type.cast(each.fact())).findFirst().orElse(null);
  }

  /** When something is seen of a leg, a visit or the like; null if it is not. */
  @Nullable Long when(Moment moment, String of) {
    return seen.stream().filter(each -> each.is(moment, of)).map(Seen::at).findFirst().orElse(null);
  }

  /**
   * The same, as far as it tells how long something was that began at a moment: what comes after a
   * longer silence tells no more than that it was not over before the end.
   */
  @Nullable Long bound(Moment moment, String of, long begun) {
    Seen first = seen.stream().filter(each -> each.is(moment, of)).findFirst().orElse(null);
    return first == null ? null : Long.valueOf(bound(first, begun));
  }

  /** When something is seen, as far as it tells how long something was. */
  long bound(Seen each, long begun) {
    return stretch.isSign(each) ? each.at() : Math.max(begun, end);
  }

  /** What a bot says of its leg; null for nothing. */
  @Nullable BotVerdict verdict(String leg) {
    return told.verdicts().get(leg);
  }

  Channel channel() {
    return told.channel();
  }

  long end() {
    return end;
  }

  String queue() {
    return queue;
  }

  List<Stay> stays() {
    return stays;
  }

  boolean isInbound() {
    return begun == null ? !stretch.isFollowUp() : begun.medium().direction() == Direction.INBOUND;
  }

  /** The last reason to throw it out; a test is one for good. */
  private @Nullable DiscardReason discarded() {
    if (told.isTest() || (told.seemsTest() && begun != null)) {
      return DiscardReason.TEST;
    }
    List<DiscardReason> reasons =
        all(Moment.DISCARDED).map(each -> ((Discard) each.fact()).reason()).toList();
    if (reasons.contains(DiscardReason.TEST)) {
      return DiscardReason.TEST;
    }
    return reasons.isEmpty() ? null : reasons.get(reasons.size() - 1);
  }

  /** What is seen of its legs, by start. */
  List<Sight> legs() {
    return legs;
  }

  /**
   * When somebody says that something ended that began at a moment: the first to say so from then
   * on, else the last before it whom no reopening followed. Timers and systems do not know.
   */
  @Nullable Long told(long begun) {
    Long before = null;
    for (Seen each : seen.stream().filter(stretch::isSign).toList()) {
      if (each.is(Moment.REOPENED)) {
        before = null;
      } else if (each.is(Moment.ENDED) && isKnowing((ContactEnded) each.fact())) {
        if (each.at() >= begun) {
          return each.at();
        }
        before = each.at();
      }
    }
    return before;
  }

  private static boolean isKnowing(ContactEnded ended) {
    return ended.endedBy() != EndedBy.TIMEOUT && ended.endedBy() != EndedBy.SYSTEM;
  }

  /** The last end that no reopening follows, else when it falls silent. */
  private long findEnd() {
    Seen last = ended();
    return last == null ? stretch.fallsSilent() : last.at();
  }

  private @Nullable EndedBy endedBy() {
    Seen last = ended();
    return last == null ? null : ((ContactEnded) last.fact()).endedBy();
  }

  private @Nullable Seen ended() {
    Seen last = null;
    for (Seen each : seen.stream().filter(stretch::isSign).toList()) {
      if (each.is(Moment.ENDED)) {
        last = each;
      } else if (each.is(Moment.REOPENED)) {
        last = null;
      }
    }
    return last;
  }

  /** That of the first stay that has one, else the one meant for it, else that of the first leg. */
  private String findQueue() {
    Stream<String> ofStays =
        stays.stream().map(Stay::queue).filter(of -> !of.equals(Countable.UNKNOWN));
    Stream<String> meant = Stream.ofNullable(begun).map(of -> of.access().queue());
    Stream<String> ofLegs = legs.stream().map(leg -> leg.leg().queue()).filter(Objects::nonNull);
    return Stream.of(ofStays, meant, ofLegs)
        .flatMap(queues -> queues)
        .findFirst()
        .orElse(Countable.UNKNOWN);
  }

  /** The last asserted, else the stated one, else the first a bot recognised, else the queue. */
  private String issue() {
    Stream<@Nullable String> asserted =
        all(Moment.ASSERTION)
            .map(each -> ((Assertion) each.fact()).issue())
            .reduce((earlier, later) -> later)
            .stream();
    Stream<@Nullable String> stated = Stream.ofNullable(begun).map(of -> of.reason().statedIssue());
    Stream<@Nullable String> recognised =
        all(Moment.LEG_ENDED)
            .map(each -> verdict(each.of()))
            .filter(Objects::nonNull)
            .map(BotVerdict::intent);
    return Stream.of(asserted, stated, recognised)
        .flatMap(issues -> issues)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(queue);
  }
}
