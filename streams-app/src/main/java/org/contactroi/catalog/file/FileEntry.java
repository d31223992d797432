package org.contactroi.catalog.file;

import java.util.List;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.Names;
import org.contactroi.yaml.Place;
import org.contactroi.yaml.Section;

/**
 * An entry as a file writes it.
 *
 * @param entry with defaults in place of what could not be read
 * @param fields where its fields are written, and which of them could not be read
 */
public record FileEntry(CatalogEntry entry, Section fields) {

  /** Where it is written. */
  public Place place() {
    return fields.place();
  }

  /** Whether its key is known. */
  public boolean isNamed() {
    return naming().stream().noneMatch(fields::isBroken);
  }

  private List<String> naming() {
    return switch (entry.kind()) {
      case CALENDAR, POLICY -> List.of(Names.TENANT, Names.VALID_FROM, Names.ID);
      case FX -> List.of(Names.TENANT, "from", "to", "day");
      case RATE, BASELINE, LEDGER -> List.of(Names.TENANT, Names.ID);
    };
  }
}
