package org.contactroi.yaml;

/**
 * Something wrong in a file.
 *
 * @param message what it is and what is allowed
 */
public record Problem(Place place, String message) {

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
