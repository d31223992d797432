package org.contactroi.topology.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Lets a stage hold its work on the heap and do it right before a commit, within the transaction.
 *
 * <p>Kafka Streams has no hook there for processors, but its own caches have: a cached table of the
 * DSL hands on what changed when a commit empties the caches. So beside each stage stands such a
 * table that nothing is aggregated into. The stage puts one entry into it whenever it has work; the
 * commit hands it on to a second node, which makes the stage work. What it writes goes to stores
 * that are logged and not cached: caches are emptied in one pass. A cache that is full hands the
 * entry on early, which is as good.
 */
public final class BeforeCommit {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();
  private static final byte[] ENTRY = {};
  private static final byte[] ENTRY_KEY = {1};

  private BeforeCommit() {}

  /**
   * Adds a stage.
   *
   * @param name of the stage
   * @param stores names of what it uses
   * @return what it hands out, as records come and before commits
   */
  public static <V> KStream<byte[], Output> process(
      StreamsBuilder builder,
      KStream<byte[], V> input,
      String name,
      Supplier<Stage<V>> stage,
      List<String> stores) {
    KTable<byte[], byte[]> touched = touched(input, name);
    builder.addStateStore(new WorkBuilder(workStore(name)));
    List<String> names = new ArrayList<>(stores);
    names.add(touchedStore(name));
    names.add(workStore(name));
    KStream<byte[], Output> asTheyCome =
        input.process(() -> stage.get().named(name), Named.as(name), names.toArray(String[]::new));
    return touched
        .toStream(Named.as(name + "-work-due"))
        .process(() -> new Worker(workStore(name)), Named.as(name + "-work"), workStore(name))
        .merge(asTheyCome, Named.as(name + "-all"));
  }

  private static <V> KTable<byte[], byte[]> touched(KStream<byte[], V> input, String name) {
    return input
        .filter((key, value) -> false, Named.as(name + "-nothing"))
        .mapValues(value -> ENTRY, Named.as(name + "-nothing-value"))
        .groupByKey(Grouped.with(name + "-nothing-key", BYTES, BYTES))
        .aggregate(
            () -> ENTRY,
            (key, value, sum) -> sum,
            Named.as(name + "-touched-table"),
            Materialized.<byte[], byte[]>as(Stores.inMemoryKeyValueStore(touchedStore(name)))
                .withKeySerde(BYTES)
                .withValueSerde(BYTES)
                .withCachingEnabled()
                .withLoggingDisabled());
  }

  private static String touchedStore(String stage) {
    return stage + "-touched";
  }

  private static String workStore(String stage) {
    return stage + "-held";
  }

  /** Tells the next commit that a stage has something to do. */
  static final class Due {

    private final TimestampedKeyValueStore<byte[], byte[]> touched;

    private Due(TimestampedKeyValueStore<byte[], byte[]> touched) {
      this.touched = touched;
    }

    /**
     * Of a stage.
     *
     * @param work is called before the next commit
     */
    static Due of(String stage, ProcessorContext<?, ?> context, Runnable work) {
      Work held = context.getStateStore(workStore(stage));
      held.work = work;
      return new Due(context.getStateStore(touchedStore(stage)));
    }

    /** There is something to do since {@code now}; wall clock, UTC ms. */
    void since(long now) {
      touched.put(ENTRY_KEY, ValueAndTimestamp.make(ENTRY, now));
    }
  }

  /** Makes a stage work. */
  private static final class Worker implements Processor<byte[], byte[], byte[], Output> {

    private final String store;
    private @Nullable Work work;

    Worker(String store) {
      this.store = store;
    }

    @Override
    public void init(ProcessorContext<byte[], Output> context) {
      work = context.getStateStore(store);
    }

    @Override
    public void process(Record<byte[], byte[]> entry) {
      Objects.requireNonNull(work).work.run();
    }
  }

  /** Tells the second node of a task what its stage has to do. It holds nothing itself. */
  private static final class Work implements StateStore {

    private final String name;
    private Runnable work = () -> {};
    private boolean open;

    Work(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
      context.register(root, (key, value) -> {});
      open = true;
    }

    @Override
    public void close() {
      open = false;
    }

    @Override
    public boolean persistent() {
      return false;
    }

    @Override
    public boolean isOpen() {
      return open;
    }
  }

  private record WorkBuilder(String name) implements StoreBuilder<Work> {

    @Override
    public StoreBuilder<Work> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<Work> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<Work> withLoggingEnabled(Map<String, String> config) {
      return this;
    }

    @Override
    public StoreBuilder<Work> withLoggingDisabled() {
      return this;
    }

    @Override
    public Work build() {
      return new Work(name);
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
