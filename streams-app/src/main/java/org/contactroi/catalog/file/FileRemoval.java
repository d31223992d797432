package org.contactroi.catalog.file;

import org.contactroi.yaml.Place;
import org.contactroi.yaml.Section;

/**
 * An entry that a file removes.
 *
 * @param key in the topic
 * @param fields where its fields are written, and which of them could not be read
 */
public record FileRemoval(String tenant, String key, Section fields) {

  /** Where it is written. */
  public Place place() {
    return fields.place();
  }
}
