package org.contactroi.interaction;

import org.jspecify.annotations.Nullable;

/**
 * One participant's part in an interaction. Times are UTC ms, durations ms.
 *
 * @param queue the leg's queue, {@code unknown} when none is known
 * @param settle end of after-contact work, else segment end + after-contact work
 * @param handle talk + hold + after-contact work, and dialing + contacting when outbound
 * @param effort (handle - after-contact work) / live concurrency + after-contact work, half even
 * @param mismatch a reported and a derived part differ by more than 1 s
 * @param imputed start or end was not seen
 * @param clockStep a derived duration was negative and taken as 0
 */
public record Leg(
    String segmentId,
    Participant participant,
    Role role,
    String queue,
    @Nullable String botVersion,
    long start,
    long end,
    long settle,
    long talk,
    long hold,
    long afterWork,
    long handle,
    long effort,
    boolean mismatch,
    boolean imputed,
    boolean clockStep) {

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
}
