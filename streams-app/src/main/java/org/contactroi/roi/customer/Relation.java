package org.contactroi.roi.customer;

import java.util.Comparator;
import org.contactroi.interaction.Utf8Order;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is to the tenant from an instant on. The order of a customer's relations is (at,
 * source_system, source_seq with null first, event_id), strings by their UTF-8 bytes.
 *
 * @param eventId identity within the customer
 * @param at event time, UTC ms
 * @param sourceSystem system that sent it
 * @param sourceSeq its sequence number there, if any
 */
public record Relation(
    String eventId, long at, String sourceSystem, @Nullable Long sourceSeq, Status status)
    implements Comparable<Relation> {

  /** What a customer can be. */
  public enum Status {
    ACQUIRED,
    ACTIVE,
    CHURNED,
    WON_BACK;

    /** Whether the customer is one. */
    boolean isHere() {
      return this != CHURNED;
    }

    /** Whether the customer was none before. */
    boolean isWon() {
      return this == ACQUIRED || this == WON_BACK;
    }
  }

  private static final Comparator<Relation> ORDER =
      Comparator.comparingLong(Relation::at)
          .thenComparing(Relation::sourceSystem, Utf8Order.INSTANCE)
          .thenComparing(
              Relation::sourceSeq, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
          .thenComparing(Relation::eventId, Utf8Order.INSTANCE);

  @Override
  public int compareTo(Relation other) {
    return ORDER.compare(this, other);
  }
}
