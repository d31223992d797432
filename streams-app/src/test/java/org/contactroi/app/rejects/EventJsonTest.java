package org.contactroi.app.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.EventSamples;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.input.EventFormats;
import org.contactroi.simulator.input.Input;
import org.contactroi.simulator.playback.PlaybackOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of an event is what the command import reads. */
class EventJsonTest {

  @TempDir Path folder = Path.of("");

  private Input read(List<? extends SpecificRecord> events) throws IOException {
    List<String> lines = events.stream().map(EventJson::of).map(ObjectNode::toString).toList();
    return Input.read(
        List.of(Files.write(folder.resolve("events.jsonl"), lines)),
        EventFormats.of(
            ZoneId.of("UTC"), new PlaybackOrder.EventTime(), new Pseudonyms(Pseudonyms.DEMO_KEY)),
        Optional.empty(),
        Progress.silent());
  }

  private void assertReadsTheSame(List<? extends SpecificRecord> events) throws IOException {
    Input input = read(events);
    List<SpecificRecord> back = new ArrayList<>();
    input.events().forEachRemaining(back::add);

    assertThat(input.badLines().report()).isEmpty();
    assertThat(back).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void everyPayloadWithAllItsFieldsReadsBackTheSame() throws IOException {
    assertReadsTheSame(EventSamples.filled());
  }

  @Test
  void everyPayloadWithItsDefaultsReadsBackTheSame() throws IOException {
    assertReadsTheSame(EventSamples.plain());
  }

  @Test
  void whatHasItsDefaultIsLeftOut() {
    assertThat(EventSamples.plain())
        .map(EventJson::of)
        .allSatisfy(line -> assertThat(line.toString()).doesNotContain("null", "retracted"));
  }
}
