package org.contactroi.simulator.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.AvroFile;
import org.contactroi.simulator.EventTopic;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.format.Tally;
import org.contactroi.simulator.playback.PlaybackOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {

  private static final String CALL =
      "1\t2\t0\t0\tPS\t990101\t8:00:00\t8:00:05\t5\t0:00:00\t0:00:00\t0\tHANG\t0:00:00"
          + "\t0:00:00\t0\tNO_SERVER\n";

  @TempDir Path folder = Path.of("");

  private static String line(String id, String at) {
    return """
        {"tenant_id": "shop", "interaction_id": "%s", "occurred_at": "%s", "InteractionEnded": {}}
        """
        .formatted(id, at);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Input read(Path... files) throws IOException {
    return read(Optional.empty(), files);
  }

  private static Input read(Optional<String> tenant, Path... files) throws IOException {
    EventFormats formats =
        EventFormats.of(
            ZoneId.of("UTC"), new PlaybackOrder.EventTime(), new Pseudonyms(Pseudonyms.DEMO_KEY));
    return Input.read(List.of(files), formats, tenant, Progress.silent());
  }

  private static List<SpecificRecord> events(Input input) {
    List<SpecificRecord> events = new ArrayList<>();
    input.events().forEachRemaining(events::add);
    return events;
  }

  private static List<String> keys(Input input) {
    return events(input).stream().map(event -> EventTopic.of(event).key(event)).toList();
  }

  @Test
  void eventsOfAllFilesComeInTheOrderOfTheirTimes() throws IOException {
    Path one =
        file("one.jsonl", line("c", "2026-03-02T11:00:00Z") + line("a", "2026-03-02T09:00:00Z"));
    Path other = file("other.jsonl", "\n  \r\n" + line("b", "2026-03-02T10:00:00Z"));

    Input input = read(one, other);

    assertThat(keys(input)).containsExactly("a", "b", "c").isEqualTo(keys(input));
    assertThat(input.badLines().report()).isEmpty();
  }

  @Test
  void gzipIsKnownByItsContent() throws IOException {
    Path file = folder.resolve("events.jsonl.gz");
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
      packed.write(Files.readAllBytes(file("plain", line("a", "2026-03-02T09:00:00Z"))));
    }

    assertThat(keys(read(file))).containsExactly("a");
  }

  @Test
  void anAvroFileIsReadInItsOwnOrderUnderAnyTenant() throws IOException, InterruptedException {
    Path lines =
        file("one.jsonl", line("a", "2026-03-02T09:00:00Z") + line("b", "2026-03-02T10:00:00Z"));
    List<SpecificRecord> events = events(read(lines));
    Path avro = folder.resolve("events.avro");
    try (AvroFile written = AvroFile.create(avro)) {
      written.accept(events.get(1));
      written.accept(events.get(0));
    }

    Input input = read(Optional.of("other"), avro);

    assertThat(keys(input)).containsExactly("b", "a");
    assertThat(input.tally().byTenant()).containsOnlyKeys("other");
  }

  @Test
  void recordedCallsBringTheZoneOfTheirTenant() throws IOException {
    Input input = read(file("calls.txt", CALL));

    assertThat(input.tally().events()).isPositive();
    assertThat(input.zones()).containsExactly(entry("anonymous-bank", ZoneId.of("UTC")));
  }

  @Test
  void eventsAreCountedByTenantAndTopicWithTheirTime() throws IOException {
    Path file =
        file(
            "events.jsonl",
            line("a", "2026-03-02T09:00:00Z")
                + line("b", "2026-03-02T08:00:00Z")
                + "{\"tenant_id\": \"shop\", \"occurred_at\": \"2026-03-03T08:00:00Z\","
                + " \"CustomerErased\": {\"customer_key\": \"c\"}}");

    Tally.OfTenant shop = read(file).tally().byTenant().get("shop");

    assertThat(shop)
        .isEqualTo(
            new Tally.OfTenant(
                Map.of(EventTopic.INTERACTION_EVENTS, 2L, EventTopic.CUSTOMER_EVENTS, 1L),
                Instant.parse("2026-03-02T08:00:00Z"),
                Instant.parse("2026-03-03T08:00:00Z")));
  }

  @Test
  void ofManyBadLinesTheFirstHundredAreListedAndTheOthersCounted() throws IOException {
    Path file =
        file(
            "bad.jsonl",
            IntStream.range(0, 150).mapToObj(i -> "{}\n").collect(Collectors.joining())
                + line("a", "2026-03-02T09:00:00Z"));

    Input input = read(file);

    assertThat(input.badLines().text()).isEqualTo("150 bad lines");
    assertThat(input.badLines().report())
        .hasSize(101)
        .contains("and 50 more bad lines")
        .element(99)
        .asString()
        .startsWith(file + ":100: the line is without a payload; allowed: InteractionStarted,");
    assertThat(keys(input)).containsExactly("a");
  }

  @Test
  void aFileOfNoKnownFormatIsNamedWithTheFormatsThereAre() throws IOException {
    Path file = file("letter.txt", "Dear reader\n");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + " is of no known format; allowed: avro, json-lines, recorded-calls");
  }

  @Test
  void aFileThatIsCutOffIsNamed() throws IOException {
    Path file = folder.resolve("cut.jsonl.gz");
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
      packed.write(Files.readAllBytes(file("plain", line("a", "2026-03-02T09:00:00Z"))));
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> read(file)).hasMessageContaining(file + " cannot be read");
  }
}
