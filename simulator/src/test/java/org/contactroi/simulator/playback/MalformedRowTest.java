package org.contactroi.simulator.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedRowTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final String GOOD =
      Rows.row("6:55:20 6:55:26 6", "6:55:26 6:55:43 17", "AGENT 6:55:43 6:56:37 54 MICHAL");
  private static final String HEADER =
      "vru+line call_id customer_id priority type date vru_entry vru_exit vru_time q_start q_exit"
              .replace(' ', '\t')
          + "\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver";

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AGENT   | agent   | outcome 'agent' is not AGENT, HANG or PHANTOM
          6:55:20 | 6:61:20 | vru_entry '6:61:20' is not a time H:MM:SS
          6:55:20 | 24:00:00 | vru_entry '24:00:00' is not a time H:MM:SS
          6:55:20 | noon    | vru_entry 'noon' is not a time H:MM:SS
          17      | 1x      | q_time '1x' is not a whole number
          17      | -17     | q_time '-17' is not a number of seconds, 0 or more
          54      | 9999999999 | ser_time '9999999999' is not a whole number
          990131  | 990231  | date '990231' is not a date YYMMDD
          990131  | 1999    | date '1999' is not a date YYMMDD
          33116   | ''      | call_id is empty
          2       | high    | priority 'high' is not a whole number
          """)
  void fieldThatIsWrongIsNamedWithItsValue(String field, String wrong, String message) {
    String row = GOOD.replace("\t" + field + "\t", "\t" + wrong + "\t");

    assertThatThrownBy(() -> new RecordedCallParser(UTC).parse(row))
        .isInstanceOf(MalformedRowException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 fields instead of 17",
    "16, 16 fields instead of 17",
    "18, 18 fields instead of 17"
  })
  void rowOfAnotherNumberOfFieldsIsMalformed(int fields, String message) {
    String row = "x" + "\tx".repeat(fields - 1);

    assertThatThrownBy(() -> new RecordedCallParser(UTC).parse(row)).hasMessage(message);
  }

  @Test
  void malformedRowsAreReportedByLineAndTheNextRowIsRead() throws IOException {
    Path file = folder.resolve("calls.txt");
    Files.writeString(file, String.join("\r\n", HEADER, GOOD, "short\trow", "", GOOD) + "\r\n");
    List<String> reported = new ArrayList<>();

    RecordedCalls read = RecordedCalls.read(List.of(file), UTC, reported::add);

    assertThat(read.calls()).hasSize(2);
    assertThat(read.malformedRows()).isEqualTo(2);
    assertThat(reported)
        .containsExactly(file + ":3: 2 fields instead of 17", file + ":4: 1 fields instead of 17");
  }

  @Test
  void gzipIsToldByContentAndAFileWithoutHeaderIsRead() throws IOException {
    Path file = folder.resolve("calls.txt");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write((GOOD + "\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1));
    }
    Files.write(file, bytes.toByteArray());

    assertThat(RecordedCalls.read(List.of(file), UTC, row -> {}).calls()).hasSize(2);
  }

  @Test
  void truncatedGzipIsAnErrorThatNamesTheFile() throws IOException {
    Path file = folder.resolve("calls.txt.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(GOOD.getBytes(StandardCharsets.ISO_8859_1));
    }
    Files.write(file, java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));

    assertThatThrownBy(() -> RecordedCalls.read(List.of(file), UTC, row -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void emptyFileHasNoCalls() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.txt"));

    assertThat(RecordedCalls.read(List.of(file), UTC, row -> {}).calls()).isEmpty();
  }
}
