package org.contactroi.oracle;

import java.util.function.Supplier;
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
  HANDLE_TIME("handle-time", HandleTimeTotals::new),
  SERVICE_LEVEL("service-level", ServiceLevelTotals::new),
  CONTAINMENT("containment", ContainmentTotals::new),
  FIRST_CONTACT_RESOLUTION("first-contact-resolution", FirstContactResolutionTotals::new),
  VOLUME("volume", VolumeTotals::new),
  SAVING("saving", SavingTotals::new),
  COST("cost", CostTotals::new),
  EXPERIENCE("experience", ExperienceTotals::new),
  SALES("sales", SalesTotals::new),
  OCCUPANCY("occupancy", OccupancyTotals::new);

  final String id;
  final Supplier<SpecificRecordBase> empty;

  OracleFamily(String id, Supplier<SpecificRecordBase> empty) {
    this.id = id;
    this.empty = empty;
  }
}
