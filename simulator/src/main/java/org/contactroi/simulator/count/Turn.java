package org.contactroi.simulator.count;

import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.ledger.Leg;
import org.jspecify.annotations.Nullable;

/**
 * A participant's part of an interaction.
 *
 * @param id id of the leg
 * @param queue its own, else that of the last stay before it, else the interaction's
 * @param isOpen whether nothing says when it ended; it took no time then
 * @param times what the time went into
 * @param concurrency contacts at once, thousandths
 * @param word what a bot says of it, null for nothing
 */
public record Turn(
    String id,
    Leg.Who who,
    String queue,
    long start,
    long end,
    boolean isOpen,
    long concurrency,
    Times times,
    @Nullable Word word) {

  private static final long MILLI = 1_000;

  /**
   * What the time went into, ms.
   *
   * @param length from begin to end; 0 if it is open
   * @param talk without hold
   * @param handle all of it, and what it took to reach the customer
   * @param settled when the after-contact work ended
   * @param isSettleKnown whether that is known
   * @param flaws what is wrong with it
   */
  public record Times(
      long length,
      long talk,
      long hold,
      long afterWork,
      long handle,
      long settled,
      boolean isSettleKnown,
      Flaws flaws) {}

  /**
   * What is wrong with times.
   *
   * @param isImputed whether begin or end is not seen
   * @param isMismatch whether reported and derived lengths do not match
   * @param isClockStep whether a derived length is negative
   */
  public record Flaws(boolean isImputed, boolean isMismatch, boolean isClockStep) {}

  /**
   * What a bot says of its turn.
   *
   * @param order the greater, the later it said so
   */
  public record Word(Spell.Verdict verdict, long order) {}

  boolean isHuman() {
    return who.participant() == Participant.AGENT || who.participant() == Participant.SUPERVISOR;
  }

  boolean isHandled() {
    return who.participant() == Participant.AGENT && who.role() == SegmentRole.PRIMARY;
  }

  boolean isBot() {
    return who.participant() == Participant.BOT;
  }

  /** Whether it is a bot or a menu. */
  boolean isAutomatic() {
    return isBot() || who.participant() == Participant.IVR;
  }

  /** The bot's version, else its id; null if neither is known. */
  @Nullable String bot() {
    return who.botVersion() == null ? who.id() : who.botVersion();
  }

  /** (handle - after-contact work) / contacts at once + after-contact work, ms. */
  long effort() {
    long shared = times.handle() - times.afterWork();
    return HalfEven.product(shared, MILLI, concurrency) + times.afterWork();
  }
}
