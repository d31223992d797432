package org.contactroi.benchmarks.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.wire.GeneratedClasses;

/** Simulated events of a file, one after the other, as if each happened when it is asked for. */
public final class Load implements AutoCloseable {

  private static final List<String> TIMES = List.of("occurred_at", "observed_at");

  private final DataFileReader<SpecificRecord> reader;

  /** From a file that the command {@code simulate} wrote. */
  public Load(Path file) {
    GeneratedClasses.trust();
    try {
      reader = new DataFileReader<>(file.toFile(), new SpecificDatumReader<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The next event.
   *
   * @throws IllegalStateException if there is none
   */
  public SpecificRecord next() {
    if (!reader.hasNext()) {
      throw new IllegalStateException("the simulator's file has too few events");
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    SpecificRecord event = reader.next();
    for (String time : TIMES) {
      event.put(event.getSchema().getField(time).pos(), now);
    }
    return event;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
