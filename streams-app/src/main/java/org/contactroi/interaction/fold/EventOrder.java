package org.contactroi.interaction.fold;

import java.util.Comparator;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;

/**
 * Order of the events of an interaction: (occurred_at, source_system, source_seq with null first,
 * rank, event_id), strings by their UTF-8 bytes. Rank: Started, all others, Ended, Reopened.
 */
enum EventOrder implements Comparator<Event> {
  INSTANCE;

  @Override
  public int compare(Event left, Event right) {
    int byTime = Long.compare(left.occurredAt(), right.occurredAt());
    if (byTime != 0) {
      return byTime;
    }
    int bySource = compareSources(left, right);
    if (bySource != 0) {
      return bySource;
    }
    int byRank = Integer.compare(rank(left.payload()), rank(right.payload()));
    return byRank != 0 ? byRank : Utf8Order.INSTANCE.compare(left.eventId(), right.eventId());
  }

  private static int compareSources(Event left, Event right) {
    int bySystem = Utf8Order.INSTANCE.compare(left.sourceSystem(), right.sourceSystem());
    if (bySystem != 0) {
      return bySystem;
    }
    Long a = left.sourceSeq();
    Long b = right.sourceSeq();
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return a.compareTo(b);
  }

  private static int rank(Payload payload) {
    if (payload instanceof Payload.Started) {
      return 0;
    }
    if (payload instanceof Payload.Ended) {
      return 2;
    }
    return payload instanceof Payload.Reopened ? 3 : 1;
  }
}
