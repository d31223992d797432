package org.contactroi.simulator.fault;

import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.Damage;

/**
 * An event that arrives.
 *
 * @param damage what became of its bytes
 */
record Arrival(SpecificRecord event, Damage damage) {

  static Arrival of(SpecificRecord event) {
    return new Arrival(event, Damage.NONE);
  }
}
