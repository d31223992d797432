package org.contactroi.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.contactroi.kpi.Family;

/** The one topology: events to facts, facts to differences, differences to totals. */
public final class ContactRoiTopology {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private final TopologySettings settings;
  private final Topics topics;

  public ContactRoiTopology(TopologySettings settings) {
    this.settings = settings;
    this.topics = settings.topics();
  }

  /**
   * Builds it.
   *
   * @param config has to hold {@code ensure.explicit.internal.resource.naming}
   */
  public Topology build(TopologyConfig config) {
    StreamsBuilder builder = new StreamsBuilder(config);
    KStream<byte[], Output> fromInteractions = interactionStage(builder, events(builder));
    publish(fromInteractions, topics.interactions(), "interactions");
    publish(fromInteractions, topics.rejects(), "rejects");
    publish(fromInteractions, topics.deadLetters(), "dead-letters");
    KStream<byte[], byte[]> facts = repartition(fromInteractions, InteractionStage.FACTS);

    KStream<byte[], Output> fromEpisodes = episodeStage(builder, facts);
    publish(fromEpisodes, topics.episodes(), "episodes");
    KStream<byte[], byte[]> differences = repartition(fromEpisodes, EpisodeStage.DIFFERENCES);

    KStream<byte[], Output> fromTotals = totalsStage(builder, differences);
    publish(fromTotals, topics.totals(), "totals");
    for (Family family : Family.values()) {
      publish(fromTotals, topics.kpi(family), "kpi-" + family.id());
    }
    return builder.build();
  }

  private KStream<byte[], Received> events(StreamsBuilder builder) {
    Serde<Received> received =
        Serdes.serdeFrom(unused(), new ReceivedDeserializer(settings.serdes().deserializer()));
    return builder.stream(
        topics.interactionEvents(),
        Consumed.with(BYTES, received)
            .withName("interaction-events")
            .withTimestampExtractor(new PublicationTime()));
  }

  private KStream<byte[], Output> interactionStage(
      StreamsBuilder builder, KStream<byte[], Received> events) {
    List<String> stores =
        List.of(
            bytesStore(builder, InteractionStage.STATE),
            bytesStore(builder, InteractionStage.INBOX),
            longStore(builder, InteractionStage.CLOCKS));
    return events.process(
        () -> new InteractionStage(settings),
        Named.as("interaction-stage"),
        stores.toArray(String[]::new));
  }

  private KStream<byte[], Output> episodeStage(
      StreamsBuilder builder, KStream<byte[], byte[]> facts) {
    List<String> stores =
        List.of(
            bytesStore(builder, EpisodeStage.STATE),
            bytesStore(builder, EpisodeStage.INBOX),
            bytesStore(builder, EpisodeStage.CLOCKS));
    return facts.process(
        () -> new EpisodeStage(settings), Named.as("episode-stage"), stores.toArray(String[]::new));
  }

  private KStream<byte[], Output> totalsStage(
      StreamsBuilder builder, KStream<byte[], byte[]> differences) {
    List<String> stores = new ArrayList<>();
    stores.add(bytesStore(builder, TotalsStage.WINDOWS));
    stores.add(bytesStore(builder, TotalsStage.AGENDA));
    stores.add(bytesStore(builder, TotalsStage.OPEN));
    stores.add(longStore(builder, TotalsStage.PROGRESS));
    stores.add(bytesStore(builder, TotalsStage.INBOX));
    stores.add(bytesStore(builder, TotalsStage.CLOCKS));
    return differences.process(
        () -> new TotalsStage(settings), Named.as("totals-stage"), stores.toArray(String[]::new));
  }

  private static void publish(KStream<byte[], Output> outputs, String topic, String name) {
    outputs
        .filter((key, output) -> output.topic().equals(topic), Named.as(name + "-only"))
        .mapValues(Output::value, Named.as(name + "-value"))
        .to(topic, Produced.with(BYTES, BYTES).withName(name + "-sink"));
  }

  private KStream<byte[], byte[]> repartition(KStream<byte[], Output> outputs, String name) {
    return outputs
        .filter((key, output) -> output.topic().equals(name), Named.as(name + "-only"))
        .mapValues(Output::value, Named.as(name + "-value"))
        .repartition(
            Repartitioned.with(BYTES, BYTES)
                .withName(name)
                .withNumberOfPartitions(settings.partitions())
                .withStreamPartitioner(new Message.Partitioner()));
  }

  private static String bytesStore(StreamsBuilder builder, String name) {
    return store(builder, name, BYTES);
  }

  private static String longStore(StreamsBuilder builder, String name) {
    return store(builder, name, Serdes.Long());
  }

  /** Cached, so that what is written several times between two commits is logged once. */
  private static String store(StreamsBuilder builder, String name, Serde<?> values) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
            .withCachingEnabled());
    return name;
  }

  /** The topology only reads events. */
  private static Serializer<Received> unused() {
    return (topic, received) -> {
      throw new UnsupportedOperationException("events are not written");
    };
  }
}
