package org.contactroi.interaction.fold;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction is, as its events state it: the first value given, in event order. UNKNOWN as
 * a direction is a value and counts as INBOUND. The issue is the last asserted, else as started,
 * else the first intent of a bot, else the queue.
 */
final class AttributeFold {

  /** Attributes that are kept: no source can make a fact large. */
  private static final int ATTRIBUTES = 64;

  private final NavigableMap<String, String> own = new TreeMap<>(Utf8Order.INSTANCE);
  private @Nullable Event earliest;
  private @Nullable Event startedBy;
  private @Nullable Direction direction;
  private boolean eligibleForBot = true;
  private boolean eligibleForHandoff = true;
  private @Nullable String startedQueue;
  private @Nullable String startedIssue;
  private @Nullable String previousId;
  private @Nullable String assertedIssue;
  private @Nullable String intent;
  private @Nullable DiscardReason discarded;

  void add(Event event) {
    earliest = earliest == null ? event : earliest;
    discarded = event.test() ? DiscardReason.TEST : discarded;
    event.attributes().forEach(this::addAttribute);
    Payload payload = event.payload();
    if (payload instanceof Payload.Started started) {
      addStarted(event, started);
    } else if (payload instanceof Payload.Discarded by && discarded != DiscardReason.TEST) {
      discarded = by.reason();
    } else if (payload instanceof Payload.ResolutionAsserted asserted) {
      assertedIssue = orElse(asserted.issueKey(), assertedIssue);
    } else if (payload instanceof Payload.SegmentEnded ended && ended.bot() != null) {
      intent = orElse(intent, ended.bot().intent());
    }
  }

  private void addAttribute(String name, String value) {
    own.putIfAbsent(name, value);
    if (own.size() > ATTRIBUTES) {
      own.pollLastEntry();
    }
  }

  private void addStarted(Event event, Payload.Started started) {
    if (startedBy == null) {
      startedBy = event;
      eligibleForBot = started.eligibleForBot();
      eligibleForHandoff = started.eligibleForHandoff();
      previousId = started.followUp() ? null : started.previousId();
      direction =
          started.direction() == Direction.OUTBOUND ? Direction.OUTBOUND : Direction.INBOUND;
    }
    startedQueue = orElse(startedQueue, started.queueId());
    startedIssue = orElse(startedIssue, started.issueKey());
  }

  /** Time of the first InteractionStarted, else of the earliest event, UTC ms. */
  long start() {
    Event event = startedBy == null ? earliest : startedBy;
    if (event == null) {
      throw new IllegalStateException("an interaction without events has no start");
    }
    return event.occurredAt();
  }

  /** As the first InteractionStarted says; null when there is none. */
  @Nullable Direction direction() {
    return direction;
  }

  /** Why it counts nowhere: the last reason given, but a test is one for good. */
  @Nullable DiscardReason discarded() {
    return discarded;
  }

  boolean eligibleForBot() {
    return eligibleForBot;
  }

  boolean eligibleForHandoff() {
    return eligibleForHandoff;
  }

  /** The first {@value #ATTRIBUTES} by the bytes of their names. */
  Map<String, String> own() {
    return own;
  }

  @Nullable String startedQueue() {
    return startedQueue;
  }

  /**
   * The interaction it goes on with, as its first start says; null when with none.
   *
   * @param id its own as the source gave it
   */
  @Nullable String continuesOf(String id) {
    return id.equals(previousId) ? null : previousId;
  }

  String issueOr(String queue) {
    String issue = orElse(orElse(assertedIssue, startedIssue), intent);
    return issue == null ? queue : issue;
  }

  private static @Nullable String orElse(@Nullable String value, @Nullable String other) {
    return value == null ? other : value;
  }
}
