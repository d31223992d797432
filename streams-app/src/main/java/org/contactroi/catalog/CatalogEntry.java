package org.contactroi.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Keys;
import org.contactroi.reference.ReferenceRecord;

/** A reference record: something people have decided or stated for a tenant. */
public sealed interface CatalogEntry permits VersionEntry, MoneyEntry {

  /** What others refer to before what refers to it, and the earlier version before the later. */
  Comparator<CatalogEntry> ORDER =
      Comparator.comparing(CatalogEntry::kind)
          .thenComparing(CatalogEntry::tenant)
          .thenComparing(CatalogEntry::refersToItsKind)
          .thenComparing(CatalogEntry::series)
          .thenComparingLong(CatalogEntry::validFrom);

  Kind kind();

  String tenant();

  /** What names it among those of its kind and tenant, besides the instant of a version. */
  List<String> name();

  /** The instant from which it is another than before, UTC ms. */
  long validFrom();

  /** Every field with its value in force, in the spelling and order of files. */
  Map<String, String> fields();

  /** As the topic holds it. */
  ReferenceRecord toAvro();

  /** Key in the topic. */
  String key();

  /** Whether it refers to another one of its kind. */
  default boolean refersToItsKind() {
    return false;
  }

  /** What all versions of the same thing share. */
  default String series() {
    List<String> parts = new ArrayList<>(List.of(kind().id(), tenant()));
    parts.addAll(name());
    return Keys.join(parts.toArray(String[]::new));
  }
}
