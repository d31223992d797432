package org.contactroi.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.BranchedKStream;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.Family;
import org.contactroi.topic.Topics;

/**
 * The one topology: events of interactions to facts and facts to differences; events of agents and
 * the legs of interactions to differences of occupancy; all differences to totals. Erasures of
 * customers go along with the events of interactions.
 */
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
    Map<String, KStream<byte[], byte[]>> customerEvents =
        route(
            customerEventStage(builder, customerEvents(builder)),
            "customer-event",
            List.of(topics.rejects(), topics.deadLetters()),
            List.of(CustomerEventStage.ERASURES));
    Map<String, KStream<byte[], byte[]>> interactions =
        route(
            interactionStage(
                builder,
                interactionEvents(builder),
                handedOn(customerEvents, CustomerEventStage.ERASURES)),
            "interaction",
            List.of(topics.interactions(), topics.rejects(), topics.deadLetters()),
            List.of(InteractionStage.FACTS, InteractionStage.AGENT_LEGS));
    Map<String, KStream<byte[], byte[]>> agentEvents =
        route(
            agentEventStage(builder, agentEvents(builder)),
            "agent-event",
            List.of(topics.rejects(), topics.deadLetters()),
            List.of(AgentEventStage.STATES));
    KStream<byte[], byte[]> differences =
        differences(
            builder,
            handedOn(interactions, InteractionStage.FACTS),
            handedOn(agentEvents, AgentEventStage.STATES)
                .merge(handedOn(interactions, InteractionStage.AGENT_LEGS), Named.as("agents")));
    publish(totalsStage(builder, differences), "totals", totalsTopics());
    referenceTable(builder);
    return builder.build();
  }

  /**
   * All of topic reference in every instance, there before the first event is processed. In memory:
   * there is little of it, and a folder on disk could be damaged.
   */
  private void referenceTable(StreamsBuilder builder) {
    builder.globalTable(
        topics.reference(),
        Consumed.with(Serdes.String(), BYTES).withName("reference"),
        Materialized.as(Stores.inMemoryKeyValueStore(ReferencePolicies.STORE)));
  }

  /** Of episodes and of agents. */
  private KStream<byte[], byte[]> differences(
      StreamsBuilder builder, KStream<byte[], byte[]> facts, KStream<byte[], byte[]> agents) {
    Map<String, KStream<byte[], byte[]>> episodes =
        route(
            episodeStage(builder, facts),
            "episode",
            List.of(topics.episodes()),
            List.of(EpisodeStage.DIFFERENCES));
    Map<String, KStream<byte[], byte[]>> occupancy =
        route(agentStage(builder, agents), "agent", List.of(), List.of(AgentStage.DIFFERENCES));
    return handedOn(episodes, EpisodeStage.DIFFERENCES)
        .merge(handedOn(occupancy, AgentStage.DIFFERENCES), Named.as("all-differences"));
  }

  private KStream<byte[], Received<InteractionEvent>> interactionEvents(StreamsBuilder builder) {
    Serde<Received<InteractionEvent>> received = received(InteractionEvent.class);
    KStream<byte[], Received<InteractionEvent>> events =
        builder.stream(
            topics.interactionEvents(), consumed(received).withName("interaction-events"));
    return settings.rekeyed()
        ? events
            .process(Rekeying<InteractionEvent>::new, Named.as("rekeying"))
            .repartition(
                Repartitioned.with(BYTES, received)
                    .withName("rekeyed-events")
                    .withNumberOfPartitions(settings.partitions()))
        : events;
  }

  /** Not partitioned anew: the next stage is keyed by tenant and agent however they came. */
  private KStream<byte[], Received<AgentEvent>> agentEvents(StreamsBuilder builder) {
    return builder.stream(
        topics.agentEvents(), consumed(received(AgentEvent.class)).withName("agent-events"));
  }

  private KStream<byte[], Received<CustomerEvent>> customerEvents(StreamsBuilder builder) {
    return builder.stream(
        topics.customerEvents(),
        consumed(received(CustomerEvent.class)).withName("customer-events"));
  }

  private static <E> Consumed<byte[], Received<E>> consumed(Serde<Received<E>> received) {
    return Consumed.with(BYTES, received).withTimestampExtractor(new PublicationTime());
  }

  private <E> Serde<Received<E>> received(Class<E> contract) {
    return Serdes.serdeFrom(
        (topic, received) -> received == null ? null : received.wire(),
        new ReceivedDeserializer<>(contract, settings.serdes().deserializer()));
  }

  private KStream<byte[], Output> customerEventStage(
      StreamsBuilder builder, KStream<byte[], Received<CustomerEvent>> events) {
    return events.process(
        () -> new CustomerEventStage(settings),
        Named.as("customer-event-stage"),
        longStore(builder, CustomerEventStage.CLOCKS));
  }

  /**
   * Events and erasures are processed in the order of their publication: of two partitions of a
   * task Kafka Streams takes the earlier record first, and waits for what it knows to be there.
   */
  private KStream<byte[], Output> interactionStage(
      StreamsBuilder builder,
      KStream<byte[], Received<InteractionEvent>> events,
      KStream<byte[], byte[]> erasures) {
    List<String> stores =
        List.of(
            bytesStore(builder, InteractionStage.STATE),
            bytesStore(builder, InteractionStage.INBOX),
            bytesStore(builder, InteractionStage.AGEING),
            plainStore(builder, InteractionStage.BY_CUSTOMER),
            plainStore(builder, InteractionStage.ERASED),
            longStore(builder, InteractionStage.CLOCKS));
    KStream<byte[], Received<InteractionEvent>> told =
        erasures.mapValues(Received.Told::new, Named.as("erasures-told"));
    KStream<byte[], Received<InteractionEvent>> both =
        events.merge(told, Named.as("events-and-erasures"));
    return both.process(
        () -> new InteractionStage(settings),
        Named.as("interaction-stage"),
        stores.toArray(String[]::new));
  }

  private KStream<byte[], Output> agentEventStage(
      StreamsBuilder builder, KStream<byte[], Received<AgentEvent>> events) {
    return events.process(
        () -> new AgentEventStage(settings),
        Named.as("agent-event-stage"),
        longStore(builder, AgentEventStage.CLOCKS));
  }

  private KStream<byte[], Output> agentStage(
      StreamsBuilder builder, KStream<byte[], byte[]> agents) {
    List<String> stores =
        List.of(
            plainStore(builder, AgentStage.STATE),
            bytesStore(builder, AgentStage.INBOX),
            bytesStore(builder, AgentStage.AGEING),
            bytesStore(builder, AgentStage.CLOCKS));
    return agents.process(
        () -> new AgentStage(settings), Named.as("agent-stage"), stores.toArray(String[]::new));
  }

  private KStream<byte[], Output> episodeStage(
      StreamsBuilder builder, KStream<byte[], byte[]> facts) {
    List<String> stores =
        List.of(
            bytesStore(builder, EpisodeStage.STATE),
            bytesStore(builder, EpisodeStage.INBOX),
            bytesStore(builder, EpisodeStage.AGEING),
            plainStore(builder, EpisodeStage.HISTORY),
            plainStore(builder, EpisodeStage.ERASING),
            bytesStore(builder, EpisodeStage.CLOCKS));
    return facts.process(
        () -> new EpisodeStage(settings), Named.as("episode-stage"), stores.toArray(String[]::new));
  }

  private KStream<byte[], Output> totalsStage(
      StreamsBuilder builder, KStream<byte[], byte[]> differences) {
    List<String> stores = new ArrayList<>();
    stores.add(plainStore(builder, TotalsStage.WINDOWS));
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
    published.add(topics.watermarks());
    for (Family family : Family.values()) {
      published.add(topics.kpi(family));
    }
    return published;
  }

  /** Publishes what goes to topics, and hands on, by name, what goes to next stages. */
  private Map<String, KStream<byte[], byte[]>> route(
      KStream<byte[], Output> outputs, String stage, List<String> published, List<String> next) {
    BranchedKStream<byte[], Output> branches = publish(outputs, stage, published);
    for (String name : next) {
      branches.branch((key, output) -> output.topic().equals(name), Branched.as("-" + name));
    }
    Map<String, KStream<byte[], byte[]>> handedOn = new HashMap<>();
    branches
        .noDefaultBranch()
        .forEach(
            (branch, stream) -> {
              String name = branch.substring((stage + "-outputs-").length());
              handedOn.put(name, repartitioned(stream, name));
            });
    return handedOn;
  }

  private KStream<byte[], byte[]> repartitioned(KStream<byte[], Output> outputs, String name) {
    return outputs
        .mapValues(Output::value, Named.as(name + "-value"))
        .repartition(
            Repartitioned.with(BYTES, BYTES)
                .withName(name)
                .withNumberOfPartitions(settings.partitions())
                .withStreamPartitioner(new Message.Partitioner()));
  }

  private static KStream<byte[], byte[]> handedOn(
      Map<String, KStream<byte[], byte[]>> routed, String name) {
    return Objects.requireNonNull(routed.get(name), name);
  }

  private BranchedKStream<byte[], Output> publish(
      KStream<byte[], Output> outputs, String stage, List<String> published) {
    BranchedKStream<byte[], Output> branches = outputs.split(Named.as(stage + "-outputs"));
    for (String topic : published) {
      String suffix = topic.substring(topics.prefix().length());
      branches.branch(
          (key, output) -> output.topic().equals(topic),
          Branched.withConsumer(
              branch -> write(branch, topic, stage + "-" + suffix), "-" + suffix));
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

  /** Not cached: each key is written once per flush, which is about once per commit anyway. */
  private static String plainStore(StreamsBuilder builder, String name) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), BYTES));
    return name;
  }
}
