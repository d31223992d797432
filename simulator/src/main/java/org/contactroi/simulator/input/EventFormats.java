package org.contactroi.simulator.input;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.format.AvroFormat;
import org.contactroi.simulator.format.EventFormat;
import org.contactroi.simulator.format.InputFile;
import org.contactroi.simulator.format.lines.JsonLinesFormat;
import org.contactroi.simulator.playback.PlaybackOrder;
import org.contactroi.simulator.playback.RecordedCallsFormat;

/**
 * The formats that are known.
 *
 * @param all in the order in which they are asked whether a file is theirs
 */
public record EventFormats(List<EventFormat> all) {

  /**
   * Returns the formats of the product.
   *
   * @param clocks zone of recorded clocks
   * @param order order of recorded calls
   * @param pseudonyms make customer keys of recorded customers
   */
  public static EventFormats of(ZoneId clocks, PlaybackOrder order, Pseudonyms pseudonyms) {
    return new EventFormats(
        List.of(
            new AvroFormat(),
            new JsonLinesFormat(),
            new RecordedCallsFormat(clocks, order, pseudonyms)));
  }

  /**
   * Returns the format of a file.
   *
   * @throws IllegalArgumentException naming all formats, if it is of none
   */
  EventFormat of(InputFile file) {
    return all.stream()
        .filter(format -> format.isOf(file))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is of no known format; allowed: %s"
                        .formatted(
                            file.path(),
                            all.stream()
                                .map(EventFormat::name)
                                .collect(Collectors.joining(", ")))));
  }
}
