package org.contactroi.interaction;

import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Role;
import org.jspecify.annotations.Nullable;

/**
 * One participant's part in an interaction. Times are UTC ms, durations ms.
 *
 * @param participantId the agent or the bot
 * @param agentGrade pay grade of the agent
 * @param queue the leg's queue, {@code unknown} when none is known
 * @param settle end of after-contact work, else segment end + after-contact work
 * @param settleSeen the segment's end was seen, and so was the end of after-contact work that
 *     began, or its length is reported
 * @param handle talk + hold + after-contact work, and dialing + contacting when outbound
 * @param effort (handle - after-contact work) / live concurrency + after-contact work, half even
 * @param mismatch a reported and a derived part differ by more than 1 s
 * @param imputed start or end was not seen
 * @param clockStep a derived duration was negative and taken as 0
 * @param open nothing says when it ended: it has no times but its start, and ends with its
 *     interaction
 */
public record Leg(
    String segmentId,
    Participant participant,
    Role role,
    @Nullable String participantId,
    @Nullable String agentGrade,
    @Nullable String botVersion,
    String queue,
    long start,
    long end,
    long settle,
    boolean settleSeen,
    long talk,
    long hold,
    long afterWork,
    long handle,
    long effort,
    boolean mismatch,
    boolean imputed,
    boolean clockStep,
    boolean open) {

  /** An AGENT leg with role PRIMARY. */
  public boolean isHandled() {
    return participant == Participant.AGENT && role == Role.PRIMARY;
  }

  /** An AGENT or SUPERVISOR leg. */
  public boolean isHuman() {
    return participant == Participant.AGENT || participant == Participant.SUPERVISOR;
  }

  /** A BOT or IVR leg. */
  public boolean isBot() {
    return participant == Participant.BOT || participant == Participant.IVR;
  }

  /** What a bot is known as: its version, else its id. */
  public @Nullable String bot() {
    return botVersion == null ? participantId : botVersion;
  }
}
