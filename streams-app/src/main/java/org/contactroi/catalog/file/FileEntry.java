package org.contactroi.catalog.file;

import org.contactroi.catalog.CatalogEntry;

/**
 * An entry as a file writes it.
 *
 * @param entry with defaults in place of what could not be read
 * @param fields where its fields are written, and which of them could not be read
 */
public record FileEntry(CatalogEntry entry, Fields fields) {

  /** Where it is written. */
  public Place place() {
    return fields.place();
  }

  /** Whether it is known what the entry is a version of, and from when. */
  public boolean isNamed() {
    return !fields.isBroken(Names.TENANT)
        && !fields.isBroken(Names.VALID_FROM)
        && !fields.isBroken(CalendarSection.ID);
  }
}
