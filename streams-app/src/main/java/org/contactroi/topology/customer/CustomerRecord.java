package org.contactroi.topology.customer;

import java.util.List;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.CustomerStatusChanged;
import org.contactroi.roi.customer.Relation;
import org.contactroi.topology.stage.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An accepted event of a customer.
 *
 * @param at event time, UTC ms
 * @param relation what it says; null when it is retracted, a test or of something else
 */
record CustomerRecord(String eventId, long at, Revision revision, @Nullable Relation relation) {

  static CustomerRecord of(byte[] wire, CustomerEvent event) {
    return new CustomerRecord(
        event.getEventId(),
        event.getOccurredAt().toEpochMilli(),
        new Revision(event.getRevision(), event.getRetracted(), wire),
        event.getRetracted() || event.getIsTest() ? null : relation(event));
  }

  /**
   * Whether another record of the same event counts for nothing beside this one, whatever is erased
   * in between: it loses and is not of a later time.
   */
  boolean covers(CustomerRecord other) {
    return at >= other.at && !other.revision.winsOver(revision);
  }

  /** The record of one event that counts. */
  static CustomerRecord winner(List<CustomerRecord> records) {
    CustomerRecord winner = records.get(0);
    for (CustomerRecord record : records) {
      winner = record.revision.winsOver(winner.revision) ? record : winner;
    }
    return winner;
  }

  private static @Nullable Relation relation(CustomerEvent event) {
    Relation.Status status =
        event.getPayload() instanceof CustomerStatusChanged changed ? status(changed) : null;
    return status == null
        ? null
        : new Relation(
            event.getEventId(),
            event.getOccurredAt().toEpochMilli(),
            event.getSourceSystem(),
            event.getSourceSeq(),
            status);
  }

  private static Relation.@Nullable Status status(CustomerStatusChanged changed) {
    return switch (changed.getStatus()) {
      case ACQUIRED -> Relation.Status.ACQUIRED;
      case ACTIVE -> Relation.Status.ACTIVE;
      case CHURNED -> Relation.Status.CHURNED;
      case WON_BACK -> Relation.Status.WON_BACK;
      case UNKNOWN -> null;
    };
  }
}
