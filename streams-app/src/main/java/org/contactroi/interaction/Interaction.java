package org.contactroi.interaction;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.jspecify.annotations.Nullable;

/**
 * The fact of one interaction: a pure function of the set of its events.
 *
 * @param direction INBOUND or OUTBOUND
 * @param customerKey pseudonym of the customer, null when not identified
 * @param continues id, as its source gave it, of the interaction it goes on with: one contact under
 *     two ids; null when with none
 * @param queue {@code unknown} when none is known
 * @param issue {@code unknown} when none is known
 * @param attributes own dimensions by name, at most 64
 * @param start UTC ms
 * @param end UTC ms; may lie ahead of the last event when inferred
 * @param endInferred no end was seen, or it was reopened: last activity + gap
 * @param afterHours it started outside the opening hours
 * @param discarded why it counts nowhere but among what is excluded; null when it counts
 * @param unengaged a bot greeted and nothing else happened: it counts as that only
 * @param legs by (start, segment id bytes)
 * @param visits by (start, visit id bytes)
 * @param sessions by start
 * @param reopenings by the customer, by time, those that do not begin it
 * @param offers to agents, by close
 * @param usage by (resource, key bytes), none of quantity 0
 * @param sales in event order
 * @param policyVersion version of the rules, valid at its start
 */
public record Interaction(
    String tenant,
    InteractionId id,
    Channel channel,
    Direction direction,
    @Nullable String customerKey,
    @Nullable String continues,
    String queue,
    String issue,
    Map<String, String> attributes,
    long start,
    long end,
    boolean endInferred,
    boolean afterHours,
    @Nullable DiscardReason discarded,
    boolean unengaged,
    boolean eligibleForBot,
    boolean eligibleForHandoff,
    List<Leg> legs,
    List<Visit> visits,
    List<BotSession> sessions,
    List<Reopening> reopenings,
    List<Offer> offers,
    Activity activity,
    ResolutionSignals signals,
    Surveys surveys,
    FirstResponses firstResponses,
    Resolution resolution,
    List<UsageLine> usage,
    List<Sale> sales,
    String policyVersion) {

  /** Value of an attribute that no event gives. */
  public static final String UNKNOWN = "unknown";

  /** 366 days: a longer report is a defect of its source, and derived durations are cut to it. */
  public static final long LONGEST_MS = Duration.ofDays(366).toMillis();

  public Interaction {
    attributes = Map.copyOf(attributes);
    legs = List.copyOf(legs);
    visits = List.copyOf(visits);
    sessions = List.copyOf(sessions);
    reopenings = List.copyOf(reopenings);
    offers = List.copyOf(offers);
    usage = List.copyOf(usage);
    sales = List.copyOf(sales);
  }

  /** A contact of its own that the customer sought. */
  public boolean isInbound() {
    return !isOutbound() && continues == null;
  }

  /** We got in touch. */
  public boolean isOutbound() {
    return direction == Direction.OUTBOUND;
  }

  /** The customer is still there, under another id: no contact of its own. */
  public boolean isContinuation() {
    return !isOutbound() && continues != null;
  }

  /** It counts as a contact, and belongs to an episode. */
  public boolean isContact() {
    return discarded == null && !unengaged;
  }

  /** Number of its handled legs whose end is known. */
  public long handledLegs() {
    return legs.stream().filter(leg -> leg.isHandled() && !leg.open()).count();
  }

  /** It has a handled leg. */
  public boolean isHandledByHuman() {
    return legs.stream().anyMatch(Leg::isHandled);
  }

  /** Who handled it. */
  public HandledBy handledBy() {
    if (isContinuation()) {
      return HandledBy.CONTINUATION;
    }
    if (isHandledByHuman()) {
      return HandledBy.HUMAN;
    }
    return sessions.isEmpty() || !visits.isEmpty() ? HandledBy.NONE : HandledBy.BOT_ONLY;
  }

  /** It has a handled leg, or a session that the bot handled. */
  public boolean isHandled() {
    return isHandledByHuman() || sessions.stream().anyMatch(BotSession::isHandled);
  }

  /** Something was handled after the customer reopened it for the last time. */
  public boolean isHandledInTheEnd() {
    return Reopening.isHandledAfter(reopenings, legs, sessions);
  }

  /** When the customer came back after something was handled, by time, UTC ms. */
  public List<Long> repeats() {
    return reopenings.stream().filter(Reopening::repeat).map(Reopening::at).toList();
  }

  /** In how many contacts, the first and the repeats, a handled leg begins. */
  public long handledContacts() {
    List<Long> repeats = repeats();
    long contacts = 0;
    int begun = 0;
    int handled = -1;
    for (Leg leg : legs) {
      while (begun < repeats.size() && repeats.get(begun) <= leg.start()) {
        begun++;
      }
      if (leg.isHandled() && handled < begun) {
        handled = begun;
        contacts++;
      }
    }
    return contacts;
  }

  /** Number of its bot sessions that the customer used. */
  public long usedSessions() {
    return sessions.stream().filter(session -> !session.notEngaged()).count();
  }

  /** The bot of its first session, {@code unknown} when there is none. */
  public String bot() {
    return sessions.isEmpty() ? UNKNOWN : sessions.get(0).bot();
  }

  /** Effort of all human legs, ms. */
  public long effort() {
    long effort = 0;
    for (Leg leg : legs) {
      effort += leg.isHuman() ? leg.effort() : 0;
    }
    return effort;
  }
}
