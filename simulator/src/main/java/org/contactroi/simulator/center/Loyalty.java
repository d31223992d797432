package org.contactroi.simulator.center;

import org.contactroi.events.CustomerStatus;
import org.contactroi.simulator.ledger.CustomerChange;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Customers;

/** How customers come, go, and are won back. One byte a customer is all that is kept of them. */
final class Loyalty {

  private static final byte UNSEEN = 0;
  private static final byte HERE = 1;
  private static final byte GONE = 2;

  private final Journal journal;
  private final Customers.Loyalty habits;
  private final byte[] customers;

  Loyalty(Center center) {
    this.journal = center.journal();
    this.habits = center.tenant().customers().loyalty();
    this.customers = new byte[Math.toIntExact(center.population().size())];
  }

  /** A customer gets in touch. */
  void met(long now, Contact contact) {
    if (isKnown(contact) && status(contact) == UNSEEN) {
      boolean isNew = contact.chance("acquired", habits.acquired());
      change(now, contact, isNew ? CustomerStatus.ACQUIRED : CustomerStatus.ACTIVE);
    }
  }

  /** A contact of a customer has ended. */
  void ended(long now, Contact contact, boolean isResolved) {
    if (!isKnown(contact)) {
      return;
    }
    RandomStream random = contact.random("loyalty");
    double leaves = isResolved ? habits.leaveResolved() : habits.leaveUnresolved();
    if (status(contact) == HERE && random.chance(leaves)) {
      change(now, contact, CustomerStatus.CHURNED);
    } else if (status(contact) == GONE && random.chance(habits.wonBack())) {
      change(now, contact, CustomerStatus.WON_BACK);
    }
  }

  private static boolean isKnown(Contact contact) {
    return contact.customerKey() != null && !contact.isTest();
  }

  private byte status(Contact contact) {
    return customers[(int) contact.need().person().number()];
  }

  private void change(long now, Contact contact, CustomerStatus status) {
    String key = contact.customerKey();
    if (key != null) {
      customers[(int) contact.need().person().number()] =
          status == CustomerStatus.CHURNED ? GONE : HERE;
      journal.customerChange(new CustomerChange(contact.id().tenant(), key, now, status));
    }
  }
}
