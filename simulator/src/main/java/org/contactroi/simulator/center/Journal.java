package org.contactroi.simulator.center;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.CustomerStatus;
import org.contactroi.events.CustomerStatusChanged;
import org.contactroi.simulator.ledger.CustomerChange;
import org.contactroi.simulator.ledger.Ledger;

/** Where what happens is written: into the ledger, and as events in the order of time. */
final class Journal {

  static final String SOURCE_SYSTEM = "simulator";

  private final Queue<SpecificRecord> events = new ArrayDeque<>();
  private final Ledger ledger;
  private final String run;
  private long contacts;
  private long numbered;
  private Instant instant = Instant.EPOCH;

  /**
   * Creates a journal.
   *
   * @param run what ids begin with, so that a second run never writes into what a first wrote
   */
  Journal(Ledger ledger, String run) {
    this.ledger = ledger;
    this.run = run;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Events nobody has taken yet. */
  Queue<SpecificRecord> events() {
    return events;
  }

  String newContactId() {
    contacts++;
    return run + "-" + contacts;
  }

  /** Returns a moment; those of one millisecond are one object. */
  Instant instant(long millis) {
    if (instant.toEpochMilli() != millis) {
      instant = Instant.ofEpochMilli(millis);
    }
    return instant;
  }

  void add(SpecificRecord event) {
    events.add(event);
  }

  void agentEvent(String tenant, long now, SpecificRecord payload) {
    long number = ++numbered;
    Instant at = instant(now);
    add(
        new AgentEvent(
            run + "-" + number,
            tenant,
            at,
            at,
            SOURCE_SYSTEM,
            number,
            0,
            false,
            false,
            Map.of(),
            payload));
  }

  void customerChange(CustomerChange change) {
    long number = ++numbered;
    Instant at = instant(change.at());
    ledger.changed(change);
    CustomerStatus status = change.status();
    add(
        new CustomerEvent(
            run + "-" + number,
            change.tenant(),
            at,
            at,
            SOURCE_SYSTEM,
            number,
            0,
            false,
            false,
            Map.of(),
            new CustomerStatusChanged(change.customerKey(), status)));
  }
}
