package org.contactroi.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;

/** What goes wrong between what happened in one interaction and what arrives. */
final class Faults {

  /** Events whose loss leaves something open. */
  private static final Set<Class<?>> BRACKETS =
      Set.of(
          InteractionStarted.class,
          InteractionEnded.class,
          QueueEntered.class,
          QueueExited.class,
          SegmentStarted.class,
          SegmentEnded.class,
          HoldStarted.class,
          HoldEnded.class);

  private static final List<Instant> BROKEN_CLOCKS =
      List.of(
          Instant.parse("2099-12-31T12:00:00Z"),
          Instant.parse("2040-02-29T12:00:00Z"),
          Instant.parse("1999-12-31T23:59:59.999Z"));

  private static final long STEP_MS = 120_000;

  private final Payloads payloads;
  private final Dice dice;
  private final boolean isCoarse;
  private final List<Input> arrived = new ArrayList<>();

  private Faults(Payloads payloads, Dice dice) {
    this.payloads = payloads;
    this.dice = dice;
    this.isCoarse = dice.oneIn(6);
  }

  /** What arrives of the events of an interaction. */
  static List<Input> of(Center center, List<InteractionEvent> events, Dice dice) {
    Faults faults = new Faults(new Payloads(center, dice), dice);
    events.forEach(faults::send);
    if (dice.oneIn(25)) {
      faults.markAsTest(dice.pick(events));
    }
    if (dice.oneIn(5)) {
      faults.move(events.get(0));
    }
    return faults.arrived;
  }

  private void send(InteractionEvent event) {
    if (BRACKETS.contains(event.getPayload().getClass()) && dice.oneIn(12)) {
      return;
    }
    Instant happened = event.getOccurredAt();
    InteractionEvent stamped = stamped(event);
    arrive(stamped, happened);
    correct(stamped, happened);
  }

  /** With the time its source believes in. */
  private InteractionEvent stamped(InteractionEvent event) {
    Instant time = event.getOccurredAt();
    if (isCoarse) {
      time = time.truncatedTo(ChronoUnit.MINUTES);
    }
    if (dice.oneIn(15)) {
      time = time.plusMillis(dice.between(-STEP_MS, STEP_MS));
    }
    return at(event, dice.oneIn(400) ? dice.pick(BROKEN_CLOCKS) : time).build();
  }

  private InteractionEvent.Builder at(InteractionEvent event, Instant time) {
    return copy(event)
        .setOccurredAt(time)
        .setObservedAt(time.plusMillis(dice.between(-3_600_000, 86_400_000)));
  }

  private void arrive(InteractionEvent event, Instant happened) {
    arrived.add(Input.of(event, happened.plus(delay())));
  }

  private Duration delay() {
    if (dice.oneIn(12)) {
      return Duration.ofMinutes(dice.between(0, 36 * 60));
    }
    return dice.oneIn(40)
        ? Duration.ofHours(dice.between(0, 240))
        : Duration.ofMillis(dice.between(0, 2_000));
  }

  /** Further records of the same identity. */
  private void correct(InteractionEvent event, Instant happened) {
    int revision = event.getRevision();
    switch (dice.below(60)) {
      case 0, 1, 2 -> arrive(changed(event, revision + 1 + dice.below(3)), happened);
      case 3 -> arrive(changed(event, revision), happened);
      case 4 -> arrive(changed(event, dice.pick(-1, Integer.MIN_VALUE)), happened);
      case 5, 6 -> arrive(retracted(event, revision + dice.below(2)), happened);
      case 7 -> retractAndRestore(event, happened);
      case 10 -> arrive(changed(event, Integer.MAX_VALUE), happened);
      case 8, 9 -> arrive(event, happened);
      default -> {}
    }
  }

  private void retractAndRestore(InteractionEvent event, Instant happened) {
    arrive(retracted(event, event.getRevision() + 1), happened);
    arrive(changed(event, event.getRevision() + 2), happened);
  }

  /** Somebody found out who it was, or what it was about. */
  private void move(InteractionEvent first) {
    SpecificRecord started = payloads.started(dice.pickOrNull(payloads.center().customers()));
    InteractionEvent.Builder moved = copy(first).setPayload(started);
    if (dice.oneIn(2)) {
      moved.setRevision(first.getRevision() + 1);
    } else {
      moved.setEventId("moved");
    }
    arrive(moved.build(), first.getOccurredAt().plus(Duration.ofHours(dice.below(100))));
  }

  private void markAsTest(InteractionEvent event) {
    InteractionEvent mark = copy(event).setEventId("test").setIsTest(true).build();
    arrive(mark, event.getOccurredAt());
    if (dice.oneIn(3)) {
      arrive(retracted(mark, 1), event.getOccurredAt());
    }
  }

  /** The same identity with another content. */
  private InteractionEvent changed(InteractionEvent event, int revision) {
    InteractionEvent.Builder changed =
        dice.oneIn(3)
            ? at(event, event.getOccurredAt().plusMillis(dice.between(-STEP_MS, STEP_MS)))
            : copy(event);
    if (dice.oneIn(2)) {
      changed.setPayload(payloads.any("s1"));
    }
    if (dice.oneIn(4)) {
      changed.setSourceSeq((long) dice.below(4)).setSourceSystem("crm");
    }
    return changed.setRevision(revision).build();
  }

  private static InteractionEvent retracted(InteractionEvent event, int revision) {
    return copy(event).setRevision(revision).setRetracted(true).build();
  }

  private static InteractionEvent.Builder copy(InteractionEvent event) {
    return InteractionEvent.newBuilder(event);
  }
}
