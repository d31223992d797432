package org.contactroi.simulator.playback;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.format.EventFormat;
import org.contactroi.simulator.format.InputFile;
import org.contactroi.simulator.format.ReadEvents;
import org.contactroi.simulator.format.Reading;

/**
 * Recorded calls, one row a call.
 *
 * @param clocks zone of the recorded clocks
 * @param order in which events of all files come
 * @param pseudonyms make customer keys
 */
public record RecordedCallsFormat(ZoneId clocks, PlaybackOrder order, Pseudonyms pseudonyms)
    implements EventFormat {

  private static final String TENANT = "anonymous-bank";

  @Override
  public String name() {
    return "recorded-calls";
  }

  @Override
  public boolean isOf(InputFile file) {
    return file.firstLine().contains("\t");
  }

  @Override
  public Optional<ZoneId> zone() {
    return Optional.of(clocks);
  }

  @Override
  public ReadEvents read(List<InputFile> files, Reading reading) throws IOException {
    RecordedCalls recorded =
        RecordedCalls.read(
            files.stream().map(InputFile::path).toList(),
            clocks,
            row -> reading.badLines().add(List.of(row)));
    RecordedCallEvents mapping =
        new RecordedCallEvents(reading.tenant().orElse(TENANT), pseudonyms);
    ReadEvents events = () -> new PlaybackSource(recorded.calls(), mapping, order);
    reading.check(events.open(), event -> {});
    return events;
  }
}
