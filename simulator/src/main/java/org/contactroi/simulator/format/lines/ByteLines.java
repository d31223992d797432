package org.contactroi.simulator.format.lines;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.contactroi.simulator.format.FileContent;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, whose encoding is for others to judge. */
final class ByteLines implements Closeable {

  /** No event is nearly as long: a longer line is cut, and no memory goes to what is no text. */
  static final int MOST_BYTES = 1 << 20;

  private final Path path;
  private final FileContent content;
  private long number;

  ByteLines(Path path) throws IOException {
    this.path = path;
    this.content = FileContent.open(path);
  }

  /** Returns the next line without its end; null behind the last one. */
  byte @Nullable [] next() throws IOException {
    int read = content.read();
    if (read < 0) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (read >= 0 && read != '\n') {
      if (line.size() <= MOST_BYTES) {
        line.write(read);
      }
      read = content.read();
    }
    return line.toByteArray();
  }

  /** Returns file and number, from 1, of the line given last. */
  String place() {
    return path + ":" + number;
  }

  /** Returns how much was read, from 0 to 1. */
  double share() {
    return content.share();
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
