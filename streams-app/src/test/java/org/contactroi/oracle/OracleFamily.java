package org.contactroi.oracle;

import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.outputs.ContainmentTotals;
import org.contactroi.outputs.CostTotals;
import org.contactroi.outputs.ExperienceTotals;
import org.contactroi.outputs.FirstContactResolutionTotals;
import org.contactroi.outputs.HandleTimeTotals;
import org.contactroi.outputs.OccupancyTotals;
import org.contactroi.outputs.SalesTotals;
import org.contactroi.outputs.SavingTotals;
import org.contactroi.outputs.ServiceLevelTotals;
import org.contactroi.outputs.VolumeTotals;

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

  /** A record of the family to be filled. */
  SpecificRecordBase empty() {
    return switch (this) {
      case HANDLE_TIME -> new HandleTimeTotals();
      case SERVICE_LEVEL -> new ServiceLevelTotals();
      case CONTAINMENT -> new ContainmentTotals();
      case FIRST_CONTACT_RESOLUTION -> new FirstContactResolutionTotals();
      case VOLUME -> new VolumeTotals();
      case SAVING -> new SavingTotals();
      case COST -> new CostTotals();
      case EXPERIENCE -> new ExperienceTotals();
      case SALES -> new SalesTotals();
      case OCCUPANCY -> new OccupancyTotals();
    };
  }
}
