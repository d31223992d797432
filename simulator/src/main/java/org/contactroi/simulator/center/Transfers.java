package org.contactroi.simulator.center;

import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.events.TransferRequested;
import org.contactroi.simulator.ledger.Transfer;

/** Tells of transfers. */
final class Transfers {

  private Transfers() {}

  /** Tells of a transfer that is decided in the moment it is asked for. */
  static void tell(long now, Contact contact, TransferKind kind, TransferOutcome outcome) {
    close(now, contact, request(now, contact, kind), outcome);
  }

  /** Tells that a transfer is asked for. */
  static Requested request(long now, Contact contact, TransferKind kind) {
    String id = contact.newId("transfer");
    contact.tell(now, new TransferRequested(id, kind));
    return new Requested(id, kind, now);
  }

  /** A transfer that was asked for. */
  record Requested(String id, TransferKind kind, long at) {}

  /** Nobody ever tells what became of a transfer. */
  static void forget(Contact contact, Requested requested) {
    contact
        .ledger()
        .closed(
            new Transfer(
                contact.id(),
                requested.id(),
                requested.at(),
                requested.at(),
                requested.kind(),
                null));
  }

  /** Tells what became of a transfer. */
  static void close(long now, Contact contact, Requested requested, TransferOutcome outcome) {
    contact
        .ledger()
        .closed(
            new Transfer(
                contact.id(), requested.id(), requested.at(), now, requested.kind(), outcome));
    contact.tell(now, new TransferClosed(requested.id(), requested.kind(), outcome));
  }
}
