package org.contactroi.simulator.playback;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The calls of some files, in the order of files and rows.
 *
 * @param calls rows that were read
 * @param malformedRows number of rows that were not
 */
record RecordedCalls(List<RecordedCall> calls, long malformedRows) {

  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;
  private static final int BUFFER_BYTES = 1 << 16;

  RecordedCalls {
    calls = List.copyOf(calls);
  }

  /**
   * Reads files, gzip or plain by their content, with or without a header line.
   *
   * @param zone zone of the recorded clocks
   * @param malformed receives {@code file:line: what is wrong} for every row that is skipped
   * @throws IOException naming the file, if one cannot be read to its end
   */
  static RecordedCalls read(List<Path> files, ZoneId zone, Consumer<String> malformed)
      throws IOException {
    Reading reading = new Reading(new RecordedCallParser(zone), malformed);
    for (Path file : files) {
      try {
        reading.file(file);
      } catch (IOException e) {
        throw new IOException(file + " cannot be read", e);
      }
    }
    return new RecordedCalls(reading.calls, reading.malformedRows);
  }

  private static final class Reading {

    private final RecordedCallParser parser;
    private final Consumer<String> malformed;
    private final List<RecordedCall> calls = new ArrayList<>();
    private long malformedRows;

    Reading(RecordedCallParser parser, Consumer<String> malformed) {
      this.parser = parser;
      this.malformed = malformed;
    }

    void file(Path file) throws IOException {
      // One byte is one character: a stray byte spoils a name, never the reading.
      try (InputStream content = open(file);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(content, StandardCharsets.ISO_8859_1))) {
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (number > 1 || !RowFields.isHeader(line)) {
            row(file, number, line);
          }
          number++;
        }
      }
    }

    private void row(Path file, long number, String line) {
      try {
        calls.add(parser.parse(line));
      } catch (MalformedRowException e) {
        malformedRows++;
        malformed.accept(file + ":" + number + ": " + e.getMessage());
      }
    }

    private static InputStream open(Path file) throws IOException {
      InputStream content = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
      try {
        content.mark(2);
        boolean isGzip = content.read() == GZIP_MAGIC_1 && content.read() == GZIP_MAGIC_2;
        content.reset();
        return isGzip ? new GZIPInputStream(content, BUFFER_BYTES) : content;
      } catch (IOException e) {
        content.close();
        throw e;
      }
    }
  }
}
