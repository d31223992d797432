package org.contactroi.simulator.ledger;

import org.contactroi.events.ReopenedBy;

/**
 * A contact that had ended goes on.
 *
 * @param by who reopened it; the customer if that is unknown
 */
public record ContactReopened(ContactId contact, long at, ReopenedBy by) {

  /** Returns whether the customer did. */
  public boolean isByCustomer() {
    return by == ReopenedBy.CUSTOMER || by == ReopenedBy.UNKNOWN;
  }
}
