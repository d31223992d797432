package org.contactroi.simulator.playback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.contactroi.simulator.format.FileContent;

/**
 * The calls of some files, in the order of files and rows.
 *
 * @param calls rows that were read
 * @param malformedRows number of rows that were not
 */
record RecordedCalls(List<RecordedCall> calls, long malformedRows) {

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
      try (InputStream content = FileContent.open(file);
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
  }
}
