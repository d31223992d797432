package org.contactroi.yaml;

/**
 * Where something is written.
 *
 * @param line from 1
 */
public record Place(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
