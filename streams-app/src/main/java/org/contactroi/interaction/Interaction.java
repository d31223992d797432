package org.contactroi.interaction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fact of one interaction: a pure function of the set of its events.
 *
 * @param id the interaction, or {@code id@start} (start in UTC ms) of a part after a long silence
 * @param direction INBOUND or OUTBOUND
 * @param customerKey pseudonym of the customer, null when not identified
 * @param queue {@code unknown} when none is known
 * @param issue {@code unknown} when none is known
 * @param start UTC ms
 * @param end UTC ms; may lie ahead of the last event when inferred
 * @param endInferred no end was seen, or it was reopened: last activity + gap
 * @param test test traffic
 * @param legs by (start, segment id bytes)
 * @param visits by (start, visit id bytes)
 * @param sessions by start
 */
public record Interaction(
    String tenant,
    String id,
    Channel channel,
    Direction direction,
    @Nullable String customerKey,
    String queue,
    String issue,
    Map<String, String> attributes,
    long start,
    long end,
    boolean endInferred,
    boolean test,
    boolean eligibleForBot,
    boolean eligibleForHandoff,
    List<Leg> legs,
    List<Visit> visits,
    List<BotSession> sessions,
    Activity activity,
    ResolutionSignals signals) {

  /** Value of an attribute that no event gives. */
  public static final String UNKNOWN = "unknown";

  public Interaction {
    attributes = Map.copyOf(attributes);
    legs = List.copyOf(legs);
    visits = List.copyOf(visits);
    sessions = List.copyOf(sessions);
  }

  /** Not outbound. */
  public boolean isInbound() {
    return direction != Direction.OUTBOUND;
  }

  /** Who handled it. */
  public HandledBy handledBy() {
    if (legs.stream().anyMatch(Leg::isHandled)) {
      return HandledBy.HUMAN;
    }
    return sessions.isEmpty() || !visits.isEmpty() ? HandledBy.NONE : HandledBy.BOT_ONLY;
  }

  /** It has a handled leg, or a session that was answered and not handed off. */
  public boolean isHandled() {
    return legs.stream().anyMatch(Leg::isHandled)
        || sessions.stream().anyMatch(session -> session.answered() && !session.handedOff());
  }
}
