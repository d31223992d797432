package org.contactroi.interaction.fold;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.contactroi.interaction.Activity;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.TransferKind;
import org.contactroi.interaction.event.TransferOutcome;

/**
 * Counts messages, assists and transfers. A transfer counts once, as its last closing says; bot to
 * human is a handoff and no transfer, human to bot is a transfer by an agent like any other.
 */
final class ActivityFold {

  private final Map<String, Payload.TransferClosed> transfers = new HashMap<>();
  private final Map<Author, Long> messages = new EnumMap<>(Author.class);
  private long assistsOffered;
  private long assistsAccepted;

  void add(Payload payload) {
    if (payload instanceof Payload.MessageSent message) {
      messages.merge(message.author(), 1L, Long::sum);
    } else if (payload instanceof Payload.AssistUsed assist) {
      assistsOffered++;
      assistsAccepted += assist.accepted() ? 1 : 0;
    } else if (payload instanceof Payload.TransferClosed closed) {
      transfers.put(closed.transferId(), closed);
    }
  }

  Activity toActivity(long events) {
    return new Activity(
        messages(Author.CUSTOMER),
        messages(Author.BOT),
        messages(Author.AGENT),
        messages(Author.SYSTEM) + messages(Author.UNKNOWN),
        transfers(TransferOutcome.COMPLETED),
        transfers(TransferOutcome.FAILED),
        assistsOffered,
        assistsAccepted,
        events);
  }

  /** The customer wrote something. */
  boolean hasCustomerMessage() {
    return messages.containsKey(Author.CUSTOMER);
  }

  private long messages(Author author) {
    return messages.getOrDefault(author, 0L);
  }

  private long transfers(TransferOutcome outcome) {
    long count = 0;
    for (Payload.TransferClosed closed : transfers.values()) {
      boolean handoff = closed.kind() == TransferKind.BOT_TO_HUMAN;
      count += closed.outcome() == outcome && !handoff ? 1 : 0;
    }
    return count;
  }
}
