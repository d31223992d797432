package org.contactroi.simulator.format.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.format.BadLines;
import org.jspecify.annotations.Nullable;

/** The events of files of lines, in the order of files and lines; blank lines are none. */
final class LineSource implements EventSource {

  private final List<Path> files;
  private final EventLine reader;
  private final BadLines badLines;
  private int opened;
  private @Nullable ByteLines lines;
  private @Nullable SpecificRecord next;

  /**
   * Reads files one after the other.
   *
   * @param badLines gets the lines that are no events
   */
  LineSource(List<Path> files, EventLine reader, BadLines badLines) {
    this.files = files;
    this.reader = reader;
    this.badLines = badLines;
  }

  @Override
  public OptionalDouble share() {
    double read = lines == null ? opened : opened - 1 + lines.share();
    return OptionalDouble.of(files.isEmpty() ? 1 : read / files.size());
  }

  @Override
  public boolean hasNext() {
    while (next == null && (lines != null || opened < files.size())) {
      try {
        advance();
      } catch (IOException e) {
        throw new UncheckedIOException(files.get(opened - 1) + " cannot be read", e);
      }
    }
    return next != null;
  }

  private void advance() throws IOException {
    ByteLines from = lines == null ? new ByteLines(files.get(opened++)) : lines;
    lines = from;
    byte[] line = from.next();
    if (line == null) {
      from.close();
      lines = null;
    } else if (!isBlank(line)) {
      Faults faults = new Faults(from.place());
      next = reader.event(line, faults);
      if (faults.count() > 0) {
        badLines.add(faults.all());
      }
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte character : line) {
      if (character != ' ' && character != '\t' && character != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public SpecificRecord next() {
    SpecificRecord event = hasNext() ? next : null;
    if (event == null) {
      throw new NoSuchElementException("all events were given");
    }
    next = null;
    return event;
  }
}
