package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.simulator.count.Span;
import org.jspecify.annotations.Nullable;

/** The events of one interaction id between two silences: an interaction of its own. */
final class OraclePart {

  private static final Set<EndedBy> SAYING =
      EnumSet.complementOf(EnumSet.of(EndedBy.TIMEOUT, EndedBy.SYSTEM));

  final String tenant;
  final String id;
  final Channel channel;
  final @Nullable String customer;

  /** The version valid at the first event of the stretch: its gap cuts and infers the end. */
  final OraclePolicy silence;

  /** Whether somebody else than the customer ended the silence before it. */
  final boolean followsUp;

  final List<InteractionEvent> events = new ArrayList<>();

  /** Those that make it last. */
  private final List<InteractionEvent> activity = new ArrayList<>();

  /** The part that begins with the event; {@code life} are the events it may inherit from. */
  OraclePart(
      List<InteractionEvent> life,
      InteractionEvent first,
      boolean followsUp,
      OraclePolicies policies) {
    this.tenant = first.getTenantId();
    this.id = first.getInteractionId();
    this.followsUp = followsUp;
    // "channel and customer are the first ones stated over all events of the id"
    this.channel =
        OracleEvents.payloads(InteractionStarted.class, life).stream()
            .findFirst()
            .map(InteractionStarted::getChannel)
            .orElse(Channel.UNKNOWN);
    this.customer =
        OracleEvents.firstStated(InteractionStarted.class, life, InteractionStarted::getCustomerKey)
            .orElse(null);
    this.silence = policies.at(tenant, OracleEvents.at(first));
  }

  void add(InteractionEvent event, boolean isActivity) {
    events.add(event);
    if (isActivity) {
      activity.add(event);
    }
  }

  boolean isActivity(InteractionEvent event) {
    return activity.contains(event);
  }

  /** Whether the event comes after a silence longer than the gap; the first activity never does. */
  boolean isSilentBefore(InteractionEvent event) {
    return !activity.isEmpty() && OracleEvents.at(event) > inferredEnd();
  }

  /** Whether the event comes at most G after it. */
  boolean reaches(InteractionEvent event) {
    return OracleEvents.at(event) - lastActivity() <= silence.longestGap();
  }

  /** The last activity; of a part without any, its last event. */
  private long lastActivity() {
    List<InteractionEvent> counted = activity.isEmpty() ? events : activity;
    return OracleEvents.at(counted.get(counted.size() - 1));
  }

  /**
   * Where activity alone leads: "last activity + gap"; "time between PendingStarted and
   * PendingEnded is no silence, up to G".
   */
  private long inferredEnd() {
    long longest = silence.longestGap();
    long quiet = new OraclePending(events).quietUntil(lastActivity(), longest);
    return Math.min(quiet + silence.gap(channel), lastActivity() + longest);
  }

  /** When it waits for others than the center. */
  List<Span> waitsForOthers() {
    return new OraclePending(events).onOthers(Math.max(end(), lastActivity() + 1));
  }

  /** Who ended it; empty if the end is inferred. */
  Optional<EndedBy> endedBy() {
    return ends().stream()
        .reduce((earlier, later) -> later)
        .map(event -> ((InteractionEnded) event.getPayload()).getEndedBy());
  }

  /**
   * "its last InteractionEnded that no reopening follows, ...; without one, last activity + gap".
   * What comes after a longer silence neither ends nor reopens it.
   */
  long end() {
    return ends().stream()
        .reduce((earlier, later) -> later)
        .map(OracleEvents::at)
        .orElse(inferredEnd());
  }

  /** What ends it and is not taken back. */
  private List<InteractionEvent> ends() {
    List<InteractionEvent> ends = new ArrayList<>();
    for (InteractionEvent event : activity) {
      if (event.getPayload() instanceof InteractionEnded) {
        ends.add(event);
      } else if (event.getPayload() instanceof InteractionReopened) {
        ends.clear();
      }
    }
    return ends;
  }

  /**
   * When somebody says that something ended that began at an instant: an {@code InteractionEnded}
   * "within the gap by anybody but TIMEOUT or SYSTEM", the first from that instant on; else the
   * last before it that no reopening takes back.
   */
  Optional<Long> endSaid(long begun) {
    Optional<Long> before = Optional.empty();
    for (InteractionEvent event : activity) {
      if (event.getPayload() instanceof InteractionEnded ended
          && SAYING.contains(ended.getEndedBy())) {
        if (OracleEvents.at(event) >= begun) {
          return Optional.of(OracleEvents.at(event));
        }
        before = Optional.of(OracleEvents.at(event));
      } else if (event.getPayload() instanceof InteractionReopened) {
        before = Optional.empty();
      }
    }
    return before;
  }

  /** "INBOUND unless its InteractionStarted says otherwise", or a follow-up began it. */
  boolean isInbound() {
    Optional<InteractionStarted> started =
        OracleEvents.payloads(InteractionStarted.class, events).stream().findFirst();
    return started.map(first -> first.getDirection() != Direction.OUTBOUND).orElse(!followsUp);
  }
}
