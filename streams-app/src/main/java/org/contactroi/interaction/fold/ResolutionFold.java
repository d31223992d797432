package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.Reopening;
import org.contactroi.interaction.Resolution;
import org.contactroi.interaction.Response;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.EndedBy;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an interaction was resolved, by the last assertion since the customer reopened
 * it, else by who ended it after something was handled; and how long customers waited for replies.
 */
final class ResolutionFold {

  private final PendingFold pending = new PendingFold();
  private final List<Long> replies = new ArrayList<>(0);
  private @Nullable Long askedAt;
  private @Nullable Long assertedAt;
  private boolean isResolved;

  void add(Payload payload, long at) {
    pending.add(payload, at);
    if (payload instanceof Payload.MessageSent message) {
      addMessage(message, at);
    } else if (payload instanceof Payload.ResolutionAsserted asserted) {
      assertedAt = at;
      isResolved = asserted.resolved();
    }
  }

  /** A bot's answer ends the waiting and is no sample. */
  private void addMessage(Payload.MessageSent message, long at) {
    if (message.author() == Author.CUSTOMER) {
      askedAt = askedAt == null ? Long.valueOf(at) : askedAt;
    } else if (SilenceRole.isReply(message)) {
      if (askedAt != null && message.author() == Author.AGENT) {
        replies.add(at - askedAt);
      }
      askedAt = null;
    }
  }

  /**
   * The resolution.
   *
   * @param start of the interaction, UTC ms
   * @param end of the interaction, UTC ms
   * @param endedBy null when its end is inferred
   * @param isHandled something was handled since the customer reopened it
   * @param waitsUntil when an open wait ends, UTC ms
   */
  Resolution toResolution(
      long start,
      long end,
      @Nullable EndedBy endedBy,
      List<Reopening> reopenings,
      boolean isHandled,
      long waitsUntil,
      OpeningHours hours) {
    long begin = start;
    for (Reopening reopening : reopenings) {
      begin = Math.max(begin, reopening.at());
    }
    Long resolved = resolved(begin, isHandled && endedBy != null && endedBy.isDone() ? end : null);
    return new Resolution(
        endedBy != null || resolved != null,
        resolved == null ? null : time(begin, resolved, waitsUntil, hours),
        replies);
  }

  private @Nullable Long resolved(long begin, @Nullable Long otherwise) {
    if (assertedAt == null || assertedAt < begin) {
      return otherwise;
    }
    return isResolved ? assertedAt : null;
  }

  /** What lies in no wait for others. */
  private Response time(long begin, long resolved, long waitsUntil, OpeningHours hours) {
    List<PendingFold.Span> waits = pending.onOthers(waitsUntil);
    waits.sort(Comparator.comparingLong(PendingFold.Span::from));
    long time = 0;
    long business = 0;
    long from = begin;
    for (PendingFold.Span wait : waits) {
      long to = Math.min(wait.from(), resolved);
      time += Math.max(0, to - from);
      business += hours.openTime(from, to);
      from = Math.max(from, wait.to());
    }
    return new Response(
        time + Math.max(0, resolved - from), business + hours.openTime(from, resolved));
  }
}
