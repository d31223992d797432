package org.contactroi.topology;

import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the stages share: records are noted as they arrive and worked on at every flush, on the wall
 * clock or when many are waiting. Outputs carry the timestamp of the newest record behind them.
 *
 * @param <V> what a record of the input holds
 */
abstract class Stage<V> implements Processor<byte[], V, byte[], Output> {

  /** Bounds the memory of what waits, and the time of a flush: well within a transaction. */
  private static final int FLUSH_AT = 10_000;

  /** Time between clocks on their way downstream: they decide status and expiry, and can wait. */
  private static final long CLOCK_EVERY_MS = 1_000;

  private final Duration flushEvery;
  private @Nullable ProcessorContext<byte[], Output> context;
  private long newest;
  private long clocksSentAt;

  Stage(Duration flushEvery) {
    this.flushEvery = flushEvery;
  }

  @Override
  public final void init(ProcessorContext<byte[], Output> processorContext) {
    context = processorContext;
    newest = 0;
    clocksSentAt = 0;
    open(processorContext);
    processorContext.schedule(flushEvery, PunctuationType.WALL_CLOCK_TIME, this::flush);
  }

  @Override
  public final void process(Record<byte[], V> input) {
    newest = Math.max(newest, input.timestamp());
    note(input);
    if (arrived() >= FLUSH_AT) {
      flush(context().currentSystemTimeMs());
    }
  }

  /** Opens stores; also called again after a failure, with the stores as they were committed. */
  abstract void open(ProcessorContext<byte[], Output> processorContext);

  /** Notes a record. */
  abstract void note(Record<byte[], V> input);

  /** Weight of what was noted since the last flush. */
  abstract int arrived();

  /**
   * Works on what was noted.
   *
   * @param now wall clock, UTC ms
   */
  abstract void flush(long now);

  /** Whether clocks are due again at wall clock {@code now}, UTC ms. */
  final boolean areClocksDue(long now) {
    if (now - clocksSentAt < CLOCK_EVERY_MS) {
      return false;
    }
    clocksSentAt = now;
    return true;
  }

  final ProcessorContext<byte[], Output> context() {
    if (context == null) {
      throw new IllegalStateException("not initialised");
    }
    return context;
  }

  final <S> KeyValueStore<String, S> store(String name) {
    return context().getStateStore(name);
  }

  final void emit(byte[] key, String topic, byte @Nullable [] value) {
    context().forward(new Record<>(key, new Output(topic, value), timestamp()));
  }

  final void emit(byte @Nullable [] key, String topic, byte @Nullable [] value, Headers headers) {
    context().forward(new Record<>(key, new Output(topic, value), timestamp(), headers));
  }

  /** What a restart restored goes out before a new record came in, and not as of 1970. */
  private long timestamp() {
    return newest == 0 ? context().currentSystemTimeMs() : newest;
  }
}
