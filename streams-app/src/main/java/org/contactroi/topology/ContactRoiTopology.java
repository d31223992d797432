package org.contactroi.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.family.Families;
import org.contactroi.topic.Topics;
import org.contactroi.topology.agent.AgentEventStage;
import org.contactroi.topology.agent.AgentStage;
import org.contactroi.topology.customer.CustomerEventStage;
import org.contactroi.topology.customer.CustomerStage;
import org.contactroi.topology.episode.EpisodeStage;
import org.contactroi.topology.intake.Received;
import org.contactroi.topology.interaction.ContinuationStage;
import org.contactroi.topology.interaction.InteractionStage;
import org.contactroi.topology.live.LiveStage;
import org.contactroi.topology.stage.BeforeCommit;
import org.contactroi.topology.stage.LiveMessage;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.ReferencePolicies;
import org.contactroi.topology.stage.Routing;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.statement.RoiStage;
import org.contactroi.topology.store.StageStores;
import org.contactroi.topology.window.TotalsStage;

/**
 * The one topology: events of interactions to facts and facts to differences; events of agents and
 * the legs of interactions to differences of occupancy; all differences to totals. Erasures of
 * customers go along with the events of interactions.
 */
public final class ContactRoiTopology {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private final TopologySettings settings;
  private final Topics topics;
  private final Sources sources;
  private final Routing routing;

  public ContactRoiTopology(TopologySettings settings) {
    this.settings = settings;
    this.topics = settings.topics();
    this.sources = new Sources(settings);
    this.routing = new Routing(settings);
  }

  /**
   * Builds it.
   *
   * @param config has to hold {@code ensure.explicit.internal.resource.naming}
   */
  public Topology build(TopologyConfig config) {
    StreamsBuilder builder = new StreamsBuilder(config);
    Map<String, KStream<byte[], byte[]>> customerEvents =
        routing.route(
            customerEventStage(builder, sources.customerEvents(builder)),
            "customer-event",
            List.of(topics.rejects(), topics.deadLetters()),
            List.of(CustomerEventStage.ERASURES, CustomerEventStage.STATUSES));
    Map<String, KStream<byte[], Output>> interactions =
        routing.split(
            interactionStage(
                builder,
                sources.interactionEvents(builder),
                Routing.handedOn(customerEvents, CustomerEventStage.ERASURES)),
            "interaction",
            List.of(topics.interactions(), topics.rejects(), topics.deadLetters()),
            List.of(
                InteractionStage.FACTS,
                InteractionStage.CONTINUATIONS,
                InteractionStage.AGENT_LEGS,
                LiveMessage.OPEN_WORK));
    Map<String, KStream<byte[], byte[]>> agentEvents =
        routing.route(
            agentEventStage(builder, sources.agentEvents(builder)),
            "agent-event",
            List.of(topics.rejects(), topics.deadLetters()),
            List.of(AgentEventStage.STATES));
    Map<String, KStream<byte[], Output>> agents =
        agents(builder, Routing.handedOn(agentEvents, AgentEventStage.STATES), interactions);
    live(builder, interactions, agents);
    KStream<byte[], byte[]> differences =
        differences(builder, facts(builder, interactions), agents);
    Map<String, KStream<byte[], byte[]>> totals =
        routing.route(
            totalsStage(builder, differences),
            "totals",
            totalsTopics(),
            List.of(TotalsStage.DAY_PARTS));
    KStream<byte[], byte[]> parts =
        Routing.handedOn(totals, TotalsStage.DAY_PARTS)
            .merge(
                customerMonths(
                    builder, Routing.handedOn(customerEvents, CustomerEventStage.STATUSES)),
                Named.as("roi-parts"));
    routing.publish(roiStage(builder, parts), "roi", List.of(topics.roi()));
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

  /**
   * What interactions say themselves, and what is said of those that go on with others: in one
   * topic, so that time comes behind both.
   */
  private KStream<byte[], byte[]> facts(
      StreamsBuilder builder, Map<String, KStream<byte[], Output>> interactions) {
    KStream<byte[], byte[]> continuations =
        routing.handOn(
            Routing.handedOn(interactions, InteractionStage.CONTINUATIONS),
            InteractionStage.CONTINUATIONS);
    return routing.handOn(
        Routing.handedOn(interactions, InteractionStage.FACTS)
            .merge(continuationStage(builder, continuations), Named.as("all-facts")),
        InteractionStage.FACTS);
  }

  /** What agents do, and are offered and answer: their own events and their legs. */
  private Map<String, KStream<byte[], Output>> agents(
      StreamsBuilder builder,
      KStream<byte[], byte[]> states,
      Map<String, KStream<byte[], Output>> interactions) {
    KStream<byte[], byte[]> legs =
        routing.handOn(
            Routing.handedOn(interactions, InteractionStage.AGENT_LEGS),
            InteractionStage.AGENT_LEGS);
    return routing.split(
        agentStage(builder, states.merge(legs, Named.as("agents"))),
        "agent",
        List.of(),
        List.of(AgentStage.DIFFERENCES, LiveMessage.OPEN_WORK));
  }

  /** What is open of interactions, and where agents are. */
  private void live(
      StreamsBuilder builder,
      Map<String, KStream<byte[], Output>> interactions,
      Map<String, KStream<byte[], Output>> agents) {
    KStream<byte[], byte[]> open =
        routing.handOn(
            Routing.handedOn(interactions, LiveMessage.OPEN_WORK)
                .merge(Routing.handedOn(agents, LiveMessage.OPEN_WORK), Named.as("all-open-work")),
            LiveMessage.OPEN_WORK);
    routing.publish(liveStage(builder, open), "live", List.of(topics.live()));
  }

  /** Of episodes and of agents. */
  private KStream<byte[], byte[]> differences(
      StreamsBuilder builder,
      KStream<byte[], byte[]> facts,
      Map<String, KStream<byte[], Output>> agents) {
    Map<String, KStream<byte[], byte[]>> episodes =
        routing.route(
            episodeStage(builder, facts),
            "episode",
            List.of(topics.episodes()),
            List.of(EpisodeStage.DIFFERENCES));
    return Routing.handedOn(episodes, EpisodeStage.DIFFERENCES)
        .merge(
            routing.handOn(
                Routing.handedOn(agents, AgentStage.DIFFERENCES), AgentStage.DIFFERENCES),
            Named.as("all-differences"));
  }

  private KStream<byte[], Output> customerEventStage(
      StreamsBuilder builder, KStream<byte[], Received<CustomerEvent>> events) {
    return BeforeCommit.process(
        builder,
        events,
        "customer-event-stage",
        () -> new CustomerEventStage(settings),
        List.of(new StageStores(builder).longs(CustomerEventStage.CLOCKS)));
  }

  /**
   * Events and erasures are processed in the order of their publication: of two partitions of a
   * task Kafka Streams takes the earlier record first, and waits for what it knows to be there.
   */
  private KStream<byte[], Output> interactionStage(
      StreamsBuilder builder,
      KStream<byte[], Received<InteractionEvent>> events,
      KStream<byte[], byte[]> erasures) {
    StageStores stores = new StageStores(builder);
    List<String> names =
        List.of(
            stores.bytes(InteractionStage.STATE),
            stores.bytes(InteractionStage.INBOX),
            stores.bytes(InteractionStage.AGEING),
            stores.bytes(InteractionStage.PAST),
            stores.bytes(InteractionStage.BY_CUSTOMER),
            stores.bytes(InteractionStage.ERASED),
            stores.bytes(ContinuationStage.STATE),
            stores.bytes(ContinuationStage.AGEING),
            stores.longs(InteractionStage.CLOCKS));
    KStream<byte[], Received<InteractionEvent>> told =
        erasures.mapValues(Received.FromStage::new, Named.as("erasures-told"));
    KStream<byte[], Received<InteractionEvent>> both =
        events.merge(told, Named.as("events-and-erasures"));
    return BeforeCommit.process(
        builder, both, "interaction-stage", () -> new InteractionStage(settings), names);
  }

  /** In the tasks of the interactions, whose stores it shares. */
  private KStream<byte[], Output> continuationStage(
      StreamsBuilder builder, KStream<byte[], byte[]> continuations) {
    return BeforeCommit.process(
        builder,
        continuations,
        "continuation-stage",
        () -> new ContinuationStage(settings),
        List.of(
            InteractionStage.STATE,
            InteractionStage.PAST,
            ContinuationStage.STATE,
            ContinuationStage.AGEING,
            new StageStores(builder).bytes(ContinuationStage.CLOCKS)));
  }

  private KStream<byte[], Output> agentEventStage(
      StreamsBuilder builder, KStream<byte[], Received<AgentEvent>> events) {
    return BeforeCommit.process(
        builder,
        events,
        "agent-event-stage",
        () -> new AgentEventStage(settings),
        List.of(new StageStores(builder).longs(AgentEventStage.CLOCKS)));
  }

  private KStream<byte[], Output> agentStage(
      StreamsBuilder builder, KStream<byte[], byte[]> agents) {
    StageStores stores = new StageStores(builder);
    List<String> names =
        List.of(
            stores.bytes(AgentStage.STATE),
            stores.bytes(AgentStage.INBOX),
            stores.bytes(AgentStage.AGEING),
            stores.bytes(AgentStage.CLOCKS));
    return BeforeCommit.process(
        builder, agents, "agent-stage", () -> new AgentStage(settings), names);
  }

  private KStream<byte[], Output> liveStage(StreamsBuilder builder, KStream<byte[], byte[]> open) {
    return BeforeCommit.process(
        builder,
        open,
        "live-stage",
        () -> new LiveStage(settings),
        List.of(new StageStores(builder).bytes(LiveStage.STATE)));
  }

  private KStream<byte[], Output> episodeStage(
      StreamsBuilder builder, KStream<byte[], byte[]> facts) {
    StageStores stores = new StageStores(builder);
    List<String> names =
        List.of(
            stores.bytes(EpisodeStage.STATE),
            stores.bytes(EpisodeStage.INBOX),
            stores.bytes(EpisodeStage.AGEING),
            stores.bytes(EpisodeStage.HISTORY),
            stores.bytes(EpisodeStage.ERASING),
            stores.bytes(EpisodeStage.CLOCKS));
    return BeforeCommit.process(
        builder, facts, "episode-stage", () -> new EpisodeStage(settings), names);
  }

  private KStream<byte[], Output> totalsStage(
      StreamsBuilder builder, KStream<byte[], byte[]> differences) {
    StageStores stores = new StageStores(builder);
    List<String> names = new ArrayList<>();
    names.add(stores.bytes(TotalsStage.WINDOWS));
    names.add(stores.bytes(TotalsStage.QUARTERS));
    names.add(stores.bytes(TotalsStage.OPEN));
    names.add(stores.longs(TotalsStage.PROGRESS));
    names.add(stores.bytes(TotalsStage.INBOX));
    names.add(stores.bytes(TotalsStage.CLOCKS));
    names.add(stores.bytes(TotalsStage.REPRICING));
    names.add(stores.bytes(TotalsStage.REFERENCE));
    names.add(stores.bytes(TotalsStage.CHANGED_PARTS));
    return BeforeCommit.process(
        builder, differences, "totals-stage", () -> new TotalsStage(settings), names);
  }

  private KStream<byte[], byte[]> customerMonths(
      StreamsBuilder builder, KStream<byte[], byte[]> statuses) {
    StageStores stores = new StageStores(builder);
    KStream<byte[], Output> outputs =
        BeforeCommit.process(
            builder,
            statuses,
            "customer-stage",
            () -> new CustomerStage(settings),
            List.of(stores.bytes(CustomerStage.STATE), stores.bytes(CustomerStage.INBOX)));
    return Routing.handedOn(
        routing.route(outputs, "customer", List.of(), List.of(CustomerStage.MONTHS)),
        CustomerStage.MONTHS);
  }

  private KStream<byte[], Output> roiStage(StreamsBuilder builder, KStream<byte[], byte[]> parts) {
    StageStores stores = new StageStores(builder);
    List<String> names =
        List.of(
            stores.bytes(RoiStage.DAYS),
            stores.bytes(RoiStage.MONTHS),
            stores.bytes(RoiStage.ACCOUNTS),
            stores.bytes(RoiStage.TO_STATE),
            stores.bytes(RoiStage.STATEMENTS),
            stores.longs(RoiStage.PROGRESS),
            stores.bytes(RoiStage.CLOCKS),
            stores.bytes(RoiStage.REFERENCE));
    return BeforeCommit.process(builder, parts, "roi-stage", () -> new RoiStage(settings), names);
  }

  private List<String> totalsTopics() {
    List<String> published = new ArrayList<>();
    published.add(topics.totals());
    published.add(topics.watermarks());
    for (Family family : Families.all()) {
      published.add(topics.kpi(family));
    }
    return published;
  }
}
