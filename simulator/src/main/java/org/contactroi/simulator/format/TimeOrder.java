package org.contactroi.simulator.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.AvroFile;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.EventTopic;

/**
 * Events in the order in which they were observed, those of one instant as they came. So many are
 * held in memory; more go to temporary files, which are merged and last as long as the process.
 */
public final class TimeOrder implements ReadEvents {

  private static final int MOST_HELD = 100_000;

  private static final Comparator<SpecificRecord> BY_TIME =
      Comparator.comparing(event -> EventTopic.of(event).observedAt(event));

  private final int mostHeld;
  private final List<Path> written = new ArrayList<>();
  private final List<SpecificRecord> held = new ArrayList<>();

  public TimeOrder() {
    this(MOST_HELD);
  }

  TimeOrder(int mostHeld) {
    this.mostHeld = mostHeld;
  }

  /** Takes an event, before the first {@link #open}. */
  public void add(SpecificRecord event) {
    held.add(event);
    if (held.size() == mostHeld) {
      write();
    }
  }

  private void write() {
    try {
      Path file = Files.createTempFile("contact-roi-", ".avro");
      file.toFile().deleteOnExit();
      written.add(file);
      held.sort(BY_TIME);
      try (AvroFile events = AvroFile.create(file)) {
        for (SpecificRecord event : held) {
          events.accept(event);
        }
      }
      held.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("no room for events in the temporary folder", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public EventSource open() {
    held.sort(BY_TIME);
    List<EventSource> sources = new ArrayList<>();
    written.forEach(file -> sources.add(AvroSource.open(file, Optional.empty())));
    sources.add(new Held(held));
    return MergedEvents.of(sources);
  }

  private static final class Held implements EventSource {

    private final Iterator<SpecificRecord> events;
    private final int size;
    private int given;

    Held(List<SpecificRecord> events) {
      this.events = events.iterator();
      this.size = events.size();
    }

    @Override
    public OptionalDouble share() {
      return OptionalDouble.of(size == 0 ? 1 : (double) given / size);
    }

    @Override
    public boolean hasNext() {
      return events.hasNext();
    }

    @Override
    public SpecificRecord next() {
      given++;
      return events.next();
    }
  }
}
