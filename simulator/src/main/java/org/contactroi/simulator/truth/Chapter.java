package org.contactroi.simulator.truth;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.simulator.ledger.Assertion;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as it is to be counted: a contact, or what is seen of it between two silences.
 * What one says of itself is found out here; its stays in queues, turns of participants and
 * sessions of bots each have a class.
 */
final class Chapter {

  static final String UNKNOWN = "unknown";

  private final Told told;
  private final List<Seen> seen;
  private final long lastActivity;
  private final long orphans;
  private final long start;
  private final long end;
  private final String queue;
  private final List<Stay> stays;
  private final List<Turn> turns;
  private final List<Spell> spells;

  /**
   * What holds for all chapters of a contact.
   *
   * @param tenant id of the tenant
   * @param interaction id of the interaction
   * @param number 0 the first chapter
   * @param begun what its begin says, null if that is not seen in any chapter
   * @param isTest whether every event says that it is a test
   * @param seemsTest whether the event of the begin says so
   * @param verdicts what bots say of their legs
   * @param rules by which it is counted
   */
  record Told(
      String tenant,
      String interaction,
      int number,
      @Nullable ContactBegun begun,
      boolean isTest,
      boolean seemsTest,
      Map<String, BotVerdict> verdicts,
      Rules rules) {

    Channel channel() {
      return begun == null ? Channel.UNKNOWN : begun.medium().channel();
    }

    @Nullable String customer() {
      return begun == null ? null : begun.customer().key();
    }
  }

  Chapter(Told told, List<Seen> seen, long lastActivity, long orphans) {
    this.told = told;
    this.seen = List.copyOf(seen);
    this.lastActivity = lastActivity;
    this.orphans = orphans;
    this.start = all(Moment.BEGUN).findFirst().orElse(seen.get(0)).at();
    this.end = findEnd();
    this.stays = Stay.all(this);
    this.queue = findQueue();
    this.turns = Turn.all(this);
    this.spells = Spell.all(this);
  }

  Told told() {
    return told;
  }

  Rules rules() {
    return told.rules();
  }

  Channel channel() {
    return told.channel();
  }

  boolean isSpoken() {
    return channel() == Channel.VOICE || channel() == Channel.VIDEO;
  }

  /** Everything seen in it, in order. */
  List<Seen> seen() {
    return seen;
  }

  /** What is seen of one kind, in order. */
  Stream<Seen> all(Moment moment) {
    return seen.stream().filter(each -> each.is(moment));
  }

  /** The facts behind what is seen of one kind, in order. */
  <T> List<T> facts(Moment moment, Class<T> type) {
    return all(moment).map(each -> type.cast(each.fact())).toList();
  }

  /** When something is seen of a leg, a visit or the like; null if it is not. */
  @Nullable Long when(Moment moment, String of) {
    return seen.stream().filter(each -> each.is(moment, of)).map(Seen::at).findFirst().orElse(null);
  }

  long orphans() {
    return orphans;
  }

  long start() {
    return start;
  }

  /** The last end that no reopening follows, else the last activity and the gap. */
  long end() {
    return end;
  }

  private long findEnd() {
    Long last = null;
    for (Seen each : seen) {
      if (each.is(Moment.ENDED)) {
        last = each.at();
      } else if (each.is(Moment.REOPENED)) {
        last = null;
      }
    }
    long gap = rules().policy().silence().gap(channel());
    return last == null ? lastActivity + gap : last;
  }

  List<Stay> stays() {
    return stays;
  }

  List<Turn> turns() {
    return turns;
  }

  List<Turn> handledTurns() {
    return turns.stream().filter(Turn::isHandled).toList();
  }

  List<Spell> spells() {
    return spells;
  }

  /** What its begin says, null if that is not seen here. */
  private @Nullable ContactBegun begun() {
    return all(Moment.BEGUN).map(each -> (ContactBegun) each.fact()).findFirst().orElse(null);
  }

  boolean isTest() {
    return told.isTest() || (told.seemsTest() && begun() != null);
  }

  boolean isInbound() {
    ContactBegun begun = begun();
    return begun == null || begun.medium().direction() == Direction.INBOUND;
  }

  boolean isEligibleForBot() {
    ContactBegun begun = begun();
    return begun == null || begun.access().hasBot();
  }

  boolean isEligibleForHandoff() {
    ContactBegun begun = begun();
    return begun == null || begun.access().hasAgents();
  }

  Map<String, String> attributes() {
    ContactBegun begun = begun();
    return begun == null ? Map.of() : begun.attributes();
  }

  String queue() {
    return queue;
  }

  /** That of the first stay that has one, else the one meant for it, else that of the first leg. */
  private String findQueue() {
    ContactBegun begun = begun();
    Stream<String> ofStays = stays.stream().map(Stay::queue).filter(of -> !of.equals(UNKNOWN));
    Stream<String> meant = Stream.ofNullable(begun).map(of -> of.access().queue());
    Stream<String> ofTurns = Turn.statedQueues(this).stream();
    return Stream.of(ofStays, meant, ofTurns).flatMap(queues -> queues).findFirst().orElse(UNKNOWN);
  }

  /** The last asserted, else the stated one, else the first a bot recognised, else the queue. */
  String issue() {
    ContactBegun begun = begun();
    List<Assertion> assertions = facts(Moment.ASSERTION, Assertion.class);
    if (!assertions.isEmpty()) {
      return assertions.get(assertions.size() - 1).issue();
    }
    if (begun != null && begun.reason().statedIssue() != null) {
      return begun.reason().statedIssue();
    }
    return all(Moment.LEG_ENDED)
        .map(each -> told.verdicts().get(each.of()))
        .filter(Objects::nonNull)
        .map(BotVerdict::intent)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(queue);
  }

  /** The bot of the first session. */
  String bot() {
    return spells.isEmpty() ? UNKNOWN : spells.get(0).bot();
  }

  boolean isAfterHours() {
    return !rules().isOpen(start);
  }

  boolean isHandledByHuman() {
    return !handledTurns().isEmpty();
  }

  boolean isBotOnly() {
    return !isHandledByHuman() && !spells.isEmpty() && stays.isEmpty();
  }

  /** By a person, or by a bot that answered and did not hand off. */
  boolean isHandled() {
    return isHandledByHuman()
        || spells.stream().anyMatch(spell -> spell.isAnswered() && !spell.isHandedOff());
  }

  /** What it is sliced by. */
  Map<String, String> values() {
    return Values.of(this, queue);
  }
}
