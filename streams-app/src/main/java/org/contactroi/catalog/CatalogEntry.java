package org.contactroi.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.Versions;
import org.contactroi.reference.ReferenceRecord;

/** A reference record: one version of something a tenant has. It never changes. */
public sealed interface CatalogEntry permits CalendarEntry, PolicyEntry {

  /** What others refer to before what refers to it, and the earlier version before the later. */
  Comparator<CatalogEntry> ORDER =
      Comparator.comparing(CatalogEntry::kind)
          .thenComparing(CatalogEntry::series)
          .thenComparingLong(CatalogEntry::validFrom);

  Kind kind();

  String tenant();

  /** What names it among those of its kind and tenant, besides the instant. */
  List<String> name();

  /** The instant it is valid from, UTC ms. */
  long validFrom();

  /** Every field with its value in force, in the spelling and order of files. */
  Map<String, String> fields();

  /** As the topic holds it. */
  ReferenceRecord toAvro();

  /** The fields of the version that would be valid in its place; none if there is no such one. */
  Map<String, String> fieldsBefore(Policies others);

  /** Why it cannot stand beside others; empty if it can, or is one of them. */
  List<Refusal> refusals(Policies others);

  /** The others and this one. */
  Policies addedTo(Policies others);

  /** What all versions of the same thing share. */
  default String series() {
    List<String> parts = new ArrayList<>(List.of(kind().id(), tenant()));
    parts.addAll(name());
    return Keys.join(parts.toArray(String[]::new));
  }

  /** Key in the topic. */
  default String key() {
    return series() + "/" + Versions.text(validFrom());
  }
}
