package org.contactroi.benchmarks.dsl;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.kstream.WindowedSerdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.contactroi.events.InteractionEvent;

/**
 * Handle time and technical containment of hours and days (UTC), by the slices that the pipeline
 * has by default, as the documentation of Kafka Streams teaches it: events are aggregated to
 * interactions, what these count is grouped by slice and aggregated in windows.
 *
 * <p>It does less than the pipeline: two families of ten, no corrections that split an interaction,
 * no customers, no money, no settlement, no rejects.
 */
public final class DslProgram {

  /** Interactions come in the order of their ends, and partitions apart. */
  private static final Duration GRACE = Duration.ofDays(366);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static final String FETCH_BYTES = Integer.toString(4 << 20);
  private static final String CACHE_BYTES = Integer.toString(64 << 20);

  private DslProgram() {}

  /** Where it is and what it is called; all its topics begin with its application id. */
  public record Setup(String bootstrap, String registry, String applicationId, String stateDir) {

    /** What interactions count, by slice. */
    public String contributions() {
      return applicationId + "-contributions";
    }

    /** Tallies of hours. */
    public String hours() {
      return applicationId + "-hours";
    }

    /** Tallies of days. */
    public String days() {
      return applicationId + "-days";
    }

    /** Topics that have to be there before it starts. */
    public List<String> topics() {
      return List.of(contributions(), hours(), days());
    }
  }

  /** Whether a key of {@link Setup#days} is of the slice of everything. */
  public static boolean isAll(String key) {
    return key.endsWith(Place.ALL);
  }

  /** Keys of {@link Setup#hours} and {@link Setup#days}. */
  public static Serde<Windowed<String>> keys(Duration size) {
    return WindowedSerdes.timeWindowedSerdeFrom(String.class, size.toMillis());
  }

  /** The program. */
  public static Topology topology(Setup setup, String input, Serde<InteractionEvent> events) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(input, Consumed.with(Serdes.String(), events).withName("events"))
        .groupByKey(Grouped.with("by-interaction", Serdes.String(), events))
        .aggregate(
            InteractionState::new,
            (id, event, interaction) -> interaction.plus(event),
            Named.as("interaction"),
            interactions())
        .toStream(Named.as("changed-interactions"))
        .flatMap((id, interaction) -> contributions(interaction), Named.as("by-slice"))
        .to(
            setup.contributions(),
            Produced.with(Serdes.String(), DatedTally.serde()).withName("contributions"));
    KGroupedStream<String, DatedTally> slices =
        builder.stream(
                setup.contributions(),
                Consumed.with(Serdes.String(), DatedTally.serde())
                    .withName("contributions-by-slice")
                    .withTimestampExtractor((record, before) -> at(record.value())))
            .groupByKey(Grouped.with("slices", Serdes.String(), DatedTally.serde()));
    aggregate(slices, HOUR, setup.hours());
    aggregate(slices, DAY, setup.days());
    return builder.build();
  }

  /** Every update goes on: what an interaction tells anew is not in the one after it. */
  private static Materialized<String, InteractionState, KeyValueStore<Bytes, byte[]>>
      interactions() {
    return Materialized.<String, InteractionState, KeyValueStore<Bytes, byte[]>>as("interactions")
        .withKeySerde(Serdes.String())
        .withValueSerde(InteractionStateSerde.serde())
        .withCachingDisabled();
  }

  private static List<KeyValue<String, DatedTally>> contributions(InteractionState interaction) {
    return interaction.news().entrySet().stream()
        .flatMap(
            told ->
                told.getKey().keys(interaction.tenant()).stream()
                    .map(
                        key ->
                            KeyValue.pair(
                                key, new DatedTally(told.getKey().at(), told.getValue()))))
        .toList();
  }

  private static long at(Object value) {
    return ((DatedTally) value).at();
  }

  private static void aggregate(
      KGroupedStream<String, DatedTally> slices, Duration size, String topic) {
    String name = size.toHours() + "h";
    slices
        .windowedBy(TimeWindows.ofSizeAndGrace(size, GRACE))
        .aggregate(
            () -> Tally.ZERO,
            (key, dated, sum) -> sum.plus(dated.tally()),
            Named.as("sum-" + name),
            Materialized.<String, Tally, WindowStore<Bytes, byte[]>>as("windows-" + name)
                .withKeySerde(Serdes.String())
                .withValueSerde(Tally.serde())
                .withRetention(GRACE.plus(size)))
        .toStream(Named.as("changed-" + name))
        .to(topic, Produced.with(keys(size), Tally.serde()).withName("to-" + name));
  }

  /** Settings, those of the pipeline where it has them. */
  public static Properties properties(Setup setup) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            setup.applicationId(),
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            setup.bootstrap(),
            StreamsConfig.STATE_DIR_CONFIG,
            setup.stateDir(),
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            "2",
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            "1000",
            StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
            CACHE_BYTES,
            StreamsConfig.REPLICATION_FACTOR_CONFIG,
            "1"));
    properties.putAll(
        Map.of(
            StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), "20",
            StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4",
            StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), "5000",
            StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                FETCH_BYTES));
    return properties;
  }
}
