package org.contactroi.oracle;

import org.apache.avro.Schema;
import org.contactroi.outputs.FamilyTotals;

/** The ten families: their name in keys and their record. */
enum OracleFamily {
  HANDLE_TIME("handle-time"),
  SERVICE_LEVEL("service-level"),
  CONTAINMENT("containment"),
  FIRST_CONTACT_RESOLUTION("first-contact-resolution"),
  VOLUME("volume"),
  SAVING("saving"),
  COST("cost"),
  EXPERIENCE("experience"),
  SALES("sales"),
  OCCUPANCY("occupancy");

  final String id;

  OracleFamily(String id) {
    this.id = id;
  }

  /** The field of its section in the totals. */
  Schema.Field section() {
    return FamilyTotals.getClassSchema().getField(id.replace('-', '_'));
  }
}
