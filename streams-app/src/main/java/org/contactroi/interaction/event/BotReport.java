package org.contactroi.interaction.event;

import org.jspecify.annotations.Nullable;

/** What a bot says of its own leg. */
public record BotReport(
    boolean engaged,
    boolean answered,
    boolean fulfilled,
    Confirmation confirmed,
    @Nullable String handoffReason,
    @Nullable String intent) {

  /** The bot answered: said so, completed the task, or the customer confirmed it. */
  public boolean isAnswered() {
    return answered || isConfirmed();
  }

  /** The customer did nothing with the bot. */
  public boolean isNotEngaged() {
    return !engaged && !isAnswered() && handoffReason == null;
  }

  /** The task was completed or the customer confirmed the answer. */
  public boolean isConfirmed() {
    return fulfilled || confirmed == Confirmation.POSITIVE;
  }
}
