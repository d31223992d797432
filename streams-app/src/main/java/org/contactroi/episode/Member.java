package org.contactroi.episode;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.InteractionId;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.UsageLine;
import org.contactroi.interaction.event.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What an episode needs to know of an interaction. It stays small however many events the
 * interaction has.
 *
 * @param identified its customer is known
 * @param inbound a contact of its own that the customer sought
 * @param joins the member it goes on with, and is grouped with; null when with none
 * @param start UTC ms
 * @param end UTC ms
 * @param bot that of its first session, {@code unknown} when there is none
 * @param attributes own dimensions by name
 * @param handled it has a handled leg, or a session that was answered and not handed off
 * @param handledInTheEnd something was handled after the customer reopened it for the last time
 * @param repeats how often the customer came back in it after something was handled
 * @param handledContacts contacts in it, the first and the repeats, in which a handled leg begins
 * @param sessions its bot sessions, by how they went
 * @param effort of all human legs, ms
 * @param usage by (resource, key bytes)
 * @param policyVersion version of the rules of the interaction
 */
public record Member(
    InteractionId id,
    boolean identified,
    boolean inbound,
    @Nullable InteractionId joins,
    long start,
    long end,
    Channel channel,
    String queue,
    String issue,
    String bot,
    Map<String, String> attributes,
    boolean handled,
    boolean handledInTheEnd,
    long repeats,
    long handledContacts,
    boolean eligibleForBot,
    boolean eligibleForHandoff,
    List<SessionTally> sessions,
    ResolutionSignals signals,
    long effort,
    List<UsageLine> usage,
    String policyVersion) {

  /** Order within an episode: (start, interaction id bytes). */
  public static final Comparator<Member> ORDER =
      Comparator.comparingLong(Member::start).thenComparing(Member::id, InteractionId.ORDER);

  public Member {
    attributes = Map.copyOf(attributes);
    sessions = List.copyOf(sessions);
    usage = List.copyOf(usage);
  }

  /**
   * The member an interaction is.
   *
   * @throws IllegalArgumentException for one that is no contact, and no member of an episode
   */
  public static Member of(Interaction interaction) {
    if (!interaction.isContact()) {
      throw new IllegalArgumentException(
          "interaction %s is no contact and no member of an episode".formatted(interaction.id()));
    }
    return new Member(
        interaction.id(),
        interaction.customerKey() != null,
        interaction.isInbound(),
        null,
        interaction.start(),
        interaction.end(),
        interaction.channel(),
        interaction.queue(),
        interaction.issue(),
        interaction.bot(),
        interaction.attributes(),
        interaction.isHandled(),
        interaction.isHandledInTheEnd(),
        interaction.repeats().size(),
        interaction.handledContacts(),
        interaction.eligibleForBot(),
        interaction.eligibleForHandoff(),
        SessionTally.of(interaction),
        interaction.signals(),
        interaction.effort(),
        interaction.usage(),
        interaction.policyVersion());
  }

  /** The same, which goes on with another. */
  public Member joining(InteractionId other) {
    return new Member(
        id,
        identified,
        inbound,
        other,
        start,
        end,
        channel,
        queue,
        issue,
        bot,
        attributes,
        handled,
        handledInTheEnd,
        repeats,
        handledContacts,
        eligibleForBot,
        eligibleForHandoff,
        sessions,
        signals,
        effort,
        usage,
        policyVersion);
  }

  /** A handled leg begins in it. */
  public boolean isHandledByHuman() {
    return handledContacts > 0;
  }

  /** The customer was to get a person and did not. */
  public boolean hasFailedHandoff() {
    return sessions.stream().anyMatch(SessionTally::handoffFailed);
  }

  /** Number of its bot sessions. */
  public long sessionCount() {
    return sessions.stream().mapToLong(SessionTally::count).sum();
  }
}
