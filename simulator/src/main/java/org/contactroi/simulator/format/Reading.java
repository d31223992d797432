package org.contactroi.simulator.format;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.EventSink;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.Pacer;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Publisher;

/**
 * The reading of the files of one format.
 *
 * @param tenant whose events all are, whatever the files say; empty if that is what they say
 * @param badLines gets what is no event
 * @param tally counts what is one
 * @param progress shows how far it is
 */
public record Reading(Optional<String> tenant, BadLines badLines, Tally tally, Progress progress) {

  /**
   * Goes through a source once.
   *
   * @param keep gets every event
   * @throws CancellationException if interrupted meanwhile
   */
  public void check(EventSource source, Consumer<SpecificRecord> keep) {
    Publisher reader = new Publisher(new Check(tally, keep));
    if (reader.publish(source, Pacer.max(), progress).interrupted()) {
      throw new CancellationException("stopped before everything was read");
    }
  }

  private record Check(Tally tally, Consumer<SpecificRecord> keep) implements EventSink {

    @Override
    public void accept(SpecificRecord event) {
      tally.add(event);
      keep.accept(event);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
