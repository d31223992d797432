package org.contactroi.catalog;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.Versions;

/** One version of something a tenant has. It never changes. */
public sealed interface VersionEntry extends CatalogEntry permits CalendarEntry, PolicyEntry {

  /** The fields of the version that would be valid in its place; none if there is no such one. */
  Map<String, String> fieldsBefore(Policies others);

  /** Why it cannot stand beside others; empty if it can, or is one of them. */
  List<Refusal> refusals(Policies others);

  /** The others and this one. */
  Policies addedTo(Policies others);

  @Override
  default String key() {
    return series() + "/" + Versions.text(validFrom());
  }
}
