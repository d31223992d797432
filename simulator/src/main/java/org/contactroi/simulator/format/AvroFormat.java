package org.contactroi.simulator.format;

import java.util.List;
import org.contactroi.simulator.EventSource;

/**
 * Avro container files of events, as {@code simulate --out} writes them, in the order they have.
 */
public final class AvroFormat implements EventFormat {

  private static final String MAGIC = "Obj\u0001";

  @Override
  public String name() {
    return "avro";
  }

  @Override
  public boolean isOf(InputFile file) {
    return file.head().startsWith(MAGIC);
  }

  @Override
  public ReadEvents read(List<InputFile> files, Reading reading) {
    ReadEvents events =
        () ->
            MergedEvents.of(
                files.stream()
                    .<EventSource>map(file -> AvroSource.open(file.path(), reading.tenant()))
                    .toList());
    reading.check(events.open(), event -> {});
    return events;
  }
}
