package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The events of one interaction, in event order: what silence does not part, and what only closes
 * something of it later.
 */
final class Stretch {

  private final Rules rules;
  private final long gap;
  private final boolean followsUp;
  private final List<Event> events = new ArrayList<>();
  private final BitSet late = new BitSet(0);
  private @Nullable PendingFold pending;
  private boolean alive;
  private long lastActivity;

  /**
   * Nothing yet.
   *
   * @param rules those valid at its first event
   * @param gap of its channel, ms
   * @param followsUp we, and not the customer, ended the silence before it
   */
  Stretch(Rules rules, long gap, boolean followsUp) {
    this.rules = rules;
    this.gap = gap;
    this.followsUp = followsUp;
  }

  /** Adds an event that keeps it alive, if it is activity at all. */
  void add(Event event) {
    events.add(event);
    notePending(event);
    if (event.payload().isActivity()) {
      alive = true;
    } else if (alive) {
      return;
    }
    lastActivity = event.occurredAt();
  }

  /** Adds an event after a silence longer than the gap, which ends nothing and extends nothing. */
  void addLate(Event event) {
    late.set(events.size(), event.payload().isActivity());
    events.add(event);
    notePending(event);
  }

  /** The event comes after a silence longer than the gap; the first activity never does. */
  boolean isSilentBefore(Event event) {
    return alive && event.occurredAt() > inferredEnd();
  }

  /** The event comes at most G after it. */
  boolean reaches(Event event) {
    return event.occurredAt() - lastActivity <= rules.gaps().longest().toMillis();
  }

  List<Event> events() {
    return events;
  }

  /** The event of an index is activity that came too late to be some. */
  boolean isLate(int index) {
    return late.get(index);
  }

  boolean isFollowUp() {
    return followsUp;
  }

  long lastActivity() {
    return lastActivity;
  }

  /**
   * Where activity alone leads: the last one and the gap, UTC ms. What waits for somebody is not
   * silent, up to G.
   */
  long inferredEnd() {
    if (pending == null) {
      return lastActivity + gap;
    }
    long longest = rules.gaps().longest().toMillis();
    return Math.min(pending.quietUntil(lastActivity, longest) + gap, lastActivity + longest);
  }

  private void notePending(Event event) {
    if (pending == null && event.payload() instanceof Payload.PendingStarted) {
      pending = new PendingFold();
    }
    if (pending != null) {
      pending.add(event.payload(), event.occurredAt());
    }
  }
}
