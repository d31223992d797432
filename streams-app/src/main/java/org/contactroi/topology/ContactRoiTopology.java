package org.contactroi.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.BranchedKStream;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.contactroi.kpi.Family;
import org.contactroi.topic.Topics;

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
    KStream<byte[], byte[]> facts =
        route(
            interactionStage(builder, events(builder)),
            "interaction-outputs",
            List.of(topics.interactions(), topics.rejects(), topics.deadLetters()),
            InteractionStage.FACTS);
    KStream<byte[], byte[]> differences =
        route(
            episodeStage(builder, facts),
            "episode-outputs",
            List.of(topics.episodes()),
            EpisodeStage.DIFFERENCES);
    publish(totalsStage(builder, differences), "totals-outputs", totalsTopics());
    return builder.build();
  }

  private KStream<byte[], Received> events(StreamsBuilder builder) {
    Serde<Received> received = received();
    KStream<byte[], Received> events =
        builder.stream(
            topics.interactionEvents(),
            Consumed.with(BYTES, received)
                .withName("interaction-events")
                .withTimestampExtractor(new PublicationTime()));
    return settings.rekeyed()
        ? events
            .process(Rekeying::new, Named.as("rekeying"))
            .repartition(
                Repartitioned.with(BYTES, received)
                    .withName("rekeyed-events")
                    .withNumberOfPartitions(settings.partitions()))
        : events;
  }

  private Serde<Received> received() {
    return Serdes.serdeFrom(
        (topic, received) -> received == null ? null : received.wire(),
        new ReceivedDeserializer(settings.serdes().deserializer()));
  }

  private KStream<byte[], Output> interactionStage(
      StreamsBuilder builder, KStream<byte[], Received> events) {
    List<String> stores =
        List.of(
            bytesStore(builder, InteractionStage.STATE),
            bytesStore(builder, InteractionStage.INBOX),
            bytesStore(builder, InteractionStage.AGEING),
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
            bytesStore(builder, EpisodeStage.AGEING),
            bytesStore(builder, EpisodeStage.CLOCKS));
    return facts.process(
        () -> new EpisodeStage(settings), Named.as("episode-stage"), stores.toArray(String[]::new));
  }

  private KStream<byte[], Output> totalsStage(
      StreamsBuilder builder, KStream<byte[], byte[]> differences) {
    List<String> stores = new ArrayList<>();
    stores.add(windowStore(builder));
    stores.add(bytesStore(builder, TotalsStage.AGENDA));
    stores.add(bytesStore(builder, TotalsStage.OPEN));
    stores.add(longStore(builder, TotalsStage.PROGRESS));
    stores.add(bytesStore(builder, TotalsStage.INBOX));
    stores.add(bytesStore(builder, TotalsStage.CLOCKS));
    return differences.process(
        () -> new TotalsStage(settings), Named.as("totals-stage"), stores.toArray(String[]::new));
  }

  private List<String> totalsTopics() {
    List<String> published = new ArrayList<>();
    published.add(topics.totals());
    for (Family family : Family.values()) {
      published.add(topics.kpi(family));
    }
    return published;
  }

  /** Publishes what goes to topics, and hands on what goes to the next stage. */
  private KStream<byte[], byte[]> route(
      KStream<byte[], Output> outputs, String name, List<String> published, String next) {
    BranchedKStream<byte[], Output> branches = publish(outputs, name, published);
    return branches
        .branch((key, output) -> output.topic().equals(next), Branched.as("-" + next))
        .noDefaultBranch()
        .values()
        .iterator()
        .next()
        .mapValues(Output::value, Named.as(next + "-value"))
        .repartition(
            Repartitioned.with(BYTES, BYTES)
                .withName(next)
                .withNumberOfPartitions(settings.partitions())
                .withStreamPartitioner(new Message.Partitioner()));
  }

  private BranchedKStream<byte[], Output> publish(
      KStream<byte[], Output> outputs, String name, List<String> published) {
    BranchedKStream<byte[], Output> branches = outputs.split(Named.as(name));
    for (String topic : published) {
      String suffix = topic.substring(topics.prefix().length());
      branches.branch(
          (key, output) -> output.topic().equals(topic),
          Branched.withConsumer(branch -> write(branch, topic, suffix), "-" + suffix));
    }
    return branches;
  }

  private static void write(KStream<byte[], Output> outputs, String topic, String name) {
    outputs
        .mapValues(Output::value, Named.as(name + "-value"))
        .to(topic, Produced.with(BYTES, BYTES).withName(name + "-sink"));
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

  /** Not cached: a window is written once per flush, which is about once per commit anyway. */
  private static String windowStore(StreamsBuilder builder) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(TotalsStage.WINDOWS), Serdes.String(), BYTES));
    return TotalsStage.WINDOWS;
  }
}
