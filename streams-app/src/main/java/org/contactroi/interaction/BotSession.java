package org.contactroi.interaction;

import org.jspecify.annotations.Nullable;

/**
 * Consecutive BOT or IVR legs with no visit or human leg between them.
 *
 * @param start start of its first leg, UTC ms
 * @param botId the last that its legs state, likewise its version
 * @param answered the bot answered; confirmed implies it
 * @param handedOff a visit or a human leg of the interaction ends after the session's start
 * @param handoffFailed not handed off, though the customer was to get a person
 * @param notEngaged the customer did nothing: it counts apart
 * @param confirmed the task was fulfilled or the customer confirmed
 * @param rejected the customer rejected the answer
 */
public record BotSession(
    long start,
    @Nullable String botId,
    @Nullable String botVersion,
    boolean answered,
    boolean handedOff,
    boolean handoffFailed,
    boolean notEngaged,
    boolean confirmed,
    boolean rejected) {

  /** The bot did what the customer wanted, as far as is known. */
  public boolean isHandled() {
    return answered && !handedOff && !handoffFailed;
  }

  /** What the bot is known as: its version, else its id, else {@code unknown}. */
  public String bot() {
    String known = botVersion == null ? botId : botVersion;
    return known == null ? Interaction.UNKNOWN : known;
  }
}
