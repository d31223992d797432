package org.contactroi.topology;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.topology.intake.Received;
import org.contactroi.topology.intake.ReceivedDeserializer;
import org.contactroi.topology.intake.Rekeying;
import org.contactroi.topology.stage.PublicationTime;
import org.contactroi.topology.stage.TopologySettings;

/** The topics that producers write, as they are read. */
final class Sources {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private final TopologySettings settings;

  Sources(TopologySettings settings) {
    this.settings = settings;
  }

  KStream<byte[], Received<InteractionEvent>> interactionEvents(StreamsBuilder builder) {
    Serde<Received<InteractionEvent>> received = received(InteractionEvent.class);
    KStream<byte[], Received<InteractionEvent>> events =
        builder.stream(
            settings.topics().interactionEvents(),
            consumed(received).withName("interaction-events"));
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
  KStream<byte[], Received<AgentEvent>> agentEvents(StreamsBuilder builder) {
    return builder.stream(
        settings.topics().agentEvents(),
        consumed(received(AgentEvent.class)).withName("agent-events"));
  }

  KStream<byte[], Received<CustomerEvent>> customerEvents(StreamsBuilder builder) {
    return builder.stream(
        settings.topics().customerEvents(),
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
}
