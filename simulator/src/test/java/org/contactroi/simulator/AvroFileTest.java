package org.contactroi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.center.Simulation;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvroFileTest {

  private static final long EVENTS = 20_000;

  @TempDir Path folder = Path.of("");

  private static EventSource source() {
    Run run = Run.from(1, Instant.parse("2026-01-05T06:00:00Z")).withEnd(new Run.End(null, EVENTS));
    return new Simulation(
        Scenarios.of(Scenarios.DEFAULT), run, new Pseudonyms(Pseudonyms.DEMO_KEY), Ledger.NONE);
  }

  private Path written(String name) {
    Path file = folder.resolve(name);
    try (AvroFile sink = AvroFile.create(file)) {
      new Publisher(sink).publish(source(), Pacer.max(), Progress.silent());
    }
    return file;
  }

  private static List<SpecificRecord> read(Path file) throws IOException {
    List<SpecificRecord> events = new ArrayList<>();
    SpecificDatumReader<SpecificRecord> datums = new SpecificDatumReader<>(AvroFile.SCHEMA);
    try (DataFileReader<SpecificRecord> reader = new DataFileReader<>(file.toFile(), datums)) {
      reader.forEach(events::add);
    }
    return events;
  }

  @Test
  void aFileHoldsTheEventsOfAllTopicsInTheirOrder() throws IOException {
    List<SpecificRecord> events = new ArrayList<>();
    source().forEachRemaining(events::add);

    List<SpecificRecord> read = read(written("events.avro"));

    assertThat(read).hasSize((int) EVENTS).isEqualTo(events);
    assertThat(read).extracting(EventTopic::of).contains(EventTopic.values());
  }

  @Test
  void equalEventsGiveEqualFiles() throws IOException {
    Path one = written("one.avro");
    Path other = written("other.avro");

    assertThat(Files.mismatch(one, other)).isEqualTo(-1);
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    Path nowhere = folder.resolve("none").resolve("events.avro");

    assertThatThrownBy(() -> AvroFile.create(nowhere))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining(nowhere.toString());
  }
}
