package org.contactroi.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.ReopenedBy;
import org.contactroi.simulator.Damage;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Fault;

/** What befalls the events of contacts. */
final class ContactFaults {

  private static final long SECOND = 1_000;
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long LARGEST_STEP = Duration.ofMinutes(10).toMillis();
  private static final long FARTHEST_AHEAD = Duration.ofDays(3).toMillis();
  private static final long REOPENED_SOON = Duration.ofHours(6).toMillis();
  private static final long REOPENED_LATE = Duration.ofDays(4).toMillis();

  private final Odds odds;
  private final Journey journey;
  private final Ledger ledger;

  ContactFaults(Odds odds, Journey journey, Ledger ledger) {
    this.odds = odds;
    this.journey = journey;
    this.ledger = ledger;
  }

  /** Sends an event, or what becomes of it. */
  void send(InteractionEvent event, long now, RandomStream random) {
    Moment moment = Marks.moment(event);
    Fault fault = odds.ofContent(moment, random);
    if (fault != null) {
      befall(fault, event, now, random);
    } else if (journey.send(event, now, random) && moment == Moment.BEGUN) {
      journey.reach(Marks.contact(event), now);
    }
  }

  private void befall(Fault fault, InteractionEvent event, long now, RandomStream random) {
    switch (fault) {
      case REVISIONS -> revise(event, now, random);
      case RETRACTIONS -> retract(event, now, random);
      case CLOCK_STEPS -> step(event, now, random);
      case REOPENED -> reopen(event, now, random);
      case TEST_TRAFFIC -> {
        ledger.seemsTest(Marks.contact(event));
        journey.send(copy(event).setIsTest(true).build(), now, random);
      }
      default -> {
        ledger.unseen(Marks.of(event));
        lose(fault, event, now, random);
      }
    }
  }

  /** What arrives of an event that does not count. */
  private void lose(Fault fault, InteractionEvent event, long now, RandomStream random) {
    switch (fault) {
      case TOO_LATE -> journey.sendTooLate(event, now);
      case FUTURE_STAMPS -> {
        long ahead = HOUR + 1 + random.below(FARTHEST_AHEAD);
        journey.sendAtOnce(at(now + ahead, event).build());
      }
      case CORRUPT_BYTES ->
          journey.sendDamaged(event, random.chance(0.5) ? Damage.CUT_OFF : Damage.OTHER_FORMAT);
      case UNKNOWN_SCHEMAS -> journey.sendDamaged(event, Damage.UNKNOWN_SCHEMA);
      default -> {
        // Nothing arrives.
      }
    }
  }

  /** What is right comes as the correction of something wrong, and wins. */
  private void revise(InteractionEvent event, long now, RandomStream random) {
    journey.sendAtOnce(at(now - SECOND - random.below(HOUR), event).build());
    journey.sendLater(copy(event).setRevision(1).build(), now, random);
  }

  /** An event is taken back: a right one, or one more that says the same once more. */
  private void retract(InteractionEvent event, long now, RandomStream random) {
    boolean isRight = random.chance(0.5);
    journey.sendAtOnce(event);
    InteractionEvent again = copy(event).setEventId("again-" + event.getEventId()).build();
    InteractionEvent retracted = isRight ? event : again;
    if (isRight) {
      ledger.unseen(Marks.of(event));
    } else {
      journey.sendLater(again, now, random);
    }
    journey.sendLater(copy(retracted).setRetracted(true).build(), now, random);
  }

  private void step(InteractionEvent event, long now, RandomStream random) {
    long size = 1 + random.below(LARGEST_STEP);
    long by = random.chance(0.5) ? size : -size;
    ledger.shifted(Marks.of(event), by);
    journey.send(at(now + by, event).build(), now, random);
  }

  /** The contact is reported to go on: soon, or when it has long been silent. */
  private void reopen(InteractionEvent event, long now, RandomStream random) {
    journey.send(event, now, random);
    boolean isSoon = random.chance(0.5);
    long again =
        now + (isSoon ? SECOND + random.below(REOPENED_SOON) : DAY + random.below(REOPENED_LATE));
    journey.happen(again, () -> reopen(event, again));
  }

  private void reopen(InteractionEvent event, long now) {
    ledger.seemsReopened(new ContactReopened(Marks.contact(event), now, ReopenedBy.UNKNOWN));
    journey.sendAtOnce(
        at(now, event)
            .setEventId("reopened-" + event.getEventId())
            .setObservedAt(Instant.ofEpochMilli(now))
            .setAttributes(Map.of())
            .setPayload(new InteractionReopened(ReopenedBy.UNKNOWN))
            .build());
  }

  private static InteractionEvent.Builder at(long time, InteractionEvent event) {
    return copy(event).setOccurredAt(Instant.ofEpochMilli(time));
  }

  private static InteractionEvent.Builder copy(InteractionEvent event) {
    return InteractionEvent.newBuilder(event);
  }
}
