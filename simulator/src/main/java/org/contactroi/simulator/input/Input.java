package org.contactroi.simulator.input;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.format.BadLines;
import org.contactroi.simulator.format.EventFormat;
import org.contactroi.simulator.format.InputFile;
import org.contactroi.simulator.format.MergedEvents;
import org.contactroi.simulator.format.ReadEvents;
import org.contactroi.simulator.format.Reading;
import org.contactroi.simulator.format.Tally;

/** Files of any known formats, all of them read and checked. */
public final class Input {

  private final BadLines badLines = new BadLines();
  private final Tally tally = new Tally();
  private final Map<String, ZoneId> zones = new LinkedHashMap<>();
  private final List<ReadEvents> parts = new ArrayList<>();

  private Input() {}

  /**
   * Reads files.
   *
   * @param tenant whose events all are, whatever the files say; empty if that is what they say
   * @throws IOException naming the file that cannot be read to its end
   * @throws IllegalArgumentException if one is of no known format
   */
  public static Input read(
      List<Path> files, EventFormats formats, Optional<String> tenant, Progress progress)
      throws IOException {
    Map<EventFormat, List<InputFile>> byFormat = new LinkedHashMap<>();
    for (Path path : files) {
      InputFile file = InputFile.of(path);
      byFormat.computeIfAbsent(formats.of(file), format -> new ArrayList<>()).add(file);
    }
    Input input = new Input();
    for (Map.Entry<EventFormat, List<InputFile>> one : byFormat.entrySet()) {
      Reading reading = new Reading(tenant, input.badLines, new Tally(), progress);
      input.parts.add(one.getKey().read(one.getValue(), reading));
      input.add(reading.tally(), one.getKey().zone());
    }
    return input;
  }

  private void add(Tally part, Optional<ZoneId> zone) {
    tally.add(part);
    zone.ifPresent(of -> part.byTenant().keySet().forEach(tenant -> zones.put(tenant, of)));
  }

  /** Returns the lines that are no events. */
  public BadLines badLines() {
    return badLines;
  }

  /** Returns how many events there are. */
  public Tally tally() {
    return tally;
  }

  /** Returns the zone of tenants whose files have one. */
  public Map<String, ZoneId> zones() {
    return zones;
  }

  /** Returns all events, those of several files by the time they were observed. */
  public EventSource events() {
    return MergedEvents.of(parts.stream().map(ReadEvents::open).toList());
  }
}
