package org.contactroi.simulator;

import org.apache.avro.specific.SpecificRecord;

/** Where events go. Not thread-safe. */
public interface EventSink extends AutoCloseable {

  /**
   * Takes an event; it need not be safe yet when this returns.
   *
   * @throws InterruptedException if interrupted meanwhile
   * @throws PublishException if this or an earlier event was refused
   */
  void accept(SpecificRecord event) throws InterruptedException;

  /**
   * Takes an event whose bytes arrive damaged. A sink that has no bytes of single events leaves it
   * out.
   *
   * @throws InterruptedException if interrupted meanwhile
   * @throws PublishException if this or an earlier event was refused
   */
  default void accept(SpecificRecord event, Damage damage) throws InterruptedException {
    if (damage == Damage.NONE) {
      accept(event);
    }
  }

  /**
   * Waits until all events taken so far are safe.
   *
   * @throws PublishException if one was refused
   */
  void flush();

  /** Releases what the sink holds; without a flush before, events may be lost. */
  @Override
  void close();
}
