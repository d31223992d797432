package org.contactroi.simulator.center;

import org.contactroi.events.EndedBy;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.simulator.center.Closing.Ending;
import org.contactroi.simulator.center.Transfers.Requested;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Mode;
import org.jspecify.annotations.Nullable;

/**
 * A bot hands a customer off, and nobody is there: nothing follows, or a transfer that leads
 * nowhere; some callers leave a message.
 */
final class DeadEnd {

  private static final double NOTHING_FOLLOWS = 0.3;
  private static final double FAILED = 0.25;
  private static final double CANCELED = 0.2;
  private static final double REASON_STATED = 0.5;
  private static final double LEAVES_MESSAGE = 0.4;
  private static final long LONGEST_WAIT = 60_000;
  private static final long LONGEST_MESSAGE = 50_000;

  private final Center center;
  private final Contact contact;
  private final RandomStream random;
  private final double drawn;
  private final boolean isReasonStated;
  private @Nullable Requested requested;

  DeadEnd(Center center, Contact contact) {
    this.center = center;
    this.contact = contact;
    this.random = contact.random("dead-end");
    this.drawn = random.unit();
    this.isReasonStated = random.chance(REASON_STATED) || drawn < NOTHING_FOLLOWS;
  }

  /** Returns whether the bot says why it hands off. */
  boolean isReasonStated() {
    return isReasonStated;
  }

  void begin(long now) {
    if (drawn >= NOTHING_FOLLOWS) {
      requested = Transfers.request(now, contact, TransferKind.BOT_TO_HUMAN);
    }
    center.calendar().at(now + 1 + random.below(LONGEST_WAIT), this::giveUp);
  }

  private void giveUp(long now) {
    TransferOutcome outcome = outcome();
    if (requested != null && outcome == null) {
      Transfers.forget(contact, requested);
    } else if (requested != null && outcome != null) {
      Transfers.close(now, contact, requested, outcome);
    }
    if (contact.mode() == Mode.CALL && random.chance(LEAVES_MESSAGE)) {
      leaveMessage(now);
    } else {
      end(now);
    }
  }

  /** What becomes of the transfer; null if nobody says. */
  private @Nullable TransferOutcome outcome() {
    if (drawn < NOTHING_FOLLOWS + FAILED) {
      return TransferOutcome.FAILED;
    }
    return drawn < NOTHING_FOLLOWS + FAILED + CANCELED ? TransferOutcome.CANCELED : null;
  }

  private void leaveMessage(long now) {
    String id = contact.newId("voicemail");
    Leg.Who who = Leg.Who.of(Participant.VOICEMAIL, "voicemail", SegmentRole.PRIMARY);
    contact.legStarted(now, id, who, null);
    center
        .calendar()
        .at(
            now + 1 + random.below(LONGEST_MESSAGE),
            at -> {
              contact.legTalked(who.talked(contact.id(), id, now, at), EndedBy.CUSTOMER, null);
              end(at);
            });
  }

  private void end(long now) {
    Ending ending = new Ending(EndedBy.CUSTOMER, Ending.How.ABANDONED);
    center.closing().close(now, contact, ending);
  }
}
