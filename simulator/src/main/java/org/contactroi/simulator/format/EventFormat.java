package org.contactroi.simulator.format;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A form in which files hold events. */
public interface EventFormat {

  /** Returns the name, in lower case with hyphens. */
  String name();

  /** Returns whether a file is of this format, by its name or what it begins with. */
  boolean isOf(InputFile file);

  /**
   * Reads all of the files and checks each event.
   *
   * @return the good ones; the bad ones are told to {@code reading}
   * @throws IOException if a file cannot be read to its end
   * @throws IllegalArgumentException if a file holds something else, with what is allowed
   */
  ReadEvents read(List<InputFile> files, Reading reading) throws IOException;

  /** Returns the zone of the clocks in the files, in which days of their tenants are meant. */
  default Optional<ZoneId> zone() {
    return Optional.empty();
  }
}
