package org.contactroi.simulator.fault;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.Damage;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Fault;

/** How events of a tenant travel: at once, late, or twice, and all in time unless too late. */
final class Journey {

  private static final long SECOND = 1_000;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long SHUFFLED_WITHIN = Duration.ofMinutes(5).toMillis();
  private static final long LONGEST = Duration.ofDays(14).toMillis();

  private final Odds odds;
  private final long lateness;
  private final long longest;
  private final Post post;
  private final Consumer<Arrival> arrived;
  private final PartitionClocks clocks = new PartitionClocks();

  /**
   * Creates a journey.
   *
   * @param lateness from which on an event is too late, ms
   */
  Journey(Odds odds, long lateness, Post post, Consumer<Arrival> arrived) {
    this.odds = odds;
    this.lateness = lateness;
    this.longest = Math.min(LONGEST, lateness / 2);
    this.post = post;
    this.arrived = arrived;
  }

  /** Sends an event as its luck will have it; returns whether it arrives at once. */
  boolean send(SpecificRecord event, long now, RandomStream random) {
    Fault late = odds.ofTravel(random);
    if (odds.isDoubled(random)) {
      sendLater(event, now, random);
    }
    if (late == null) {
      sendAtOnce(event);
    } else if (late == Fault.SHUFFLED) {
      sendAt(now + SECOND + random.below(SHUFFLED_WITHIN), event);
    } else {
      sendAt(now + SHUFFLED_WITHIN + random.below(longest), event);
    }
    return late == null;
  }

  void sendAtOnce(SpecificRecord event) {
    arrived.accept(Arrival.of(event));
  }

  void sendDamaged(SpecificRecord event, Damage damage) {
    arrived.accept(new Arrival(event, damage));
  }

  /** Sends an event that arrives minutes or days later, in time to count. */
  void sendLater(SpecificRecord event, long now, RandomStream random) {
    boolean isSoon = random.chance(0.5);
    sendAt(now + SECOND + random.below(isSoon ? SHUFFLED_WITHIN : longest), event);
  }

  private void sendAt(long due, SpecificRecord event) {
    post.send(due, () -> sendAtOnce(event));
  }

  /** Lets something happen later, if there is a later. */
  void happen(long due, Runnable happens) {
    post.sendInTime(due, happens);
  }

  /** An event of a contact has arrived at once and is accepted: time passes for its partition. */
  void reach(ContactId contact, long time) {
    clocks.reach(contact, time);
  }

  /** Sends an event when it is too late whatever partition it comes to; or never. */
  void sendTooLate(InteractionEvent event, long now) {
    long time = event.getOccurredAt().toEpochMilli();
    long due = Math.max(now, time + lateness) + DAY;
    post.sendInTime(due, () -> arriveTooLate(event, due));
  }

  private void arriveTooLate(InteractionEvent event, long now) {
    long time = event.getOccurredAt().toEpochMilli();
    if (clocks.reached(Marks.contact(event)) > time + lateness) {
      sendAtOnce(event);
    } else {
      sendTooLate(event, now);
    }
  }
}
