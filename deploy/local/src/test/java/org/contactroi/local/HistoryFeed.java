package org.contactroi.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.events.AgentEvent;
import org.contactroi.history.Input;
import org.contactroi.history.Ledger;
import org.contactroi.outputs.Watermark;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.topic.Topics;
import org.contactroi.wire.AvroSerializer;

/** Sends records of a history into the inputs of a pipeline, and notes where they went. */
final class HistoryFeed implements AutoCloseable {

  private final Topics topics;
  private final KafkaProducer<String, byte[]> producer;
  private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>();
  private final Ledger ledger;

  HistoryFeed(AppConfig config, Ledger ledger) {
    this.ledger = ledger;
    topics = config.topics().names();
    serializer.configure(config.kafka().serdes(), false);
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                String.valueOf(config.kafka().admin().get("bootstrap.servers"))),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Sends them one after the other, and waits until all are there. */
  void send(List<Input> inputs) throws ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(inputs.size());
    for (Input input : inputs) {
      byte[] wire = input.wire(this::encoded);
      sent.add(producer.send(new ProducerRecord<>(topic(input.source()), input.key(), wire)));
    }
    for (int i = 0; i < sent.size(); i++) {
      RecordMetadata at = sent.get(i).get();
      ledger.sent(new Ledger.Position(at.topic(), at.partition(), at.offset()), inputs.get(i));
    }
  }

  /** Sends versions of policies and calendars, and waits until all are there. */
  void publish(List<CatalogEntry> entries) throws ExecutionException, InterruptedException {
    for (CatalogEntry entry : entries) {
      byte[] wire = encoded(entry.toAvro());
      producer.send(new ProducerRecord<>(topics.reference(), entry.key(), wire)).get();
    }
  }

  private String topic(Input.Source source) {
    return switch (source) {
      case INTERACTION_EVENTS -> topics.interactionEvents();
      case AGENT_EVENTS -> topics.agentEvents();
    };
  }

  private byte[] encoded(SpecificRecord value) {
    return serializer.serialize(subjectTopic(value), value);
  }

  /** The topic a contract is registered for. */
  private String subjectTopic(SpecificRecord value) {
    if (value instanceof Watermark) {
      return topics.watermarks();
    }
    if (value instanceof ReferenceRecord) {
      return topics.reference();
    }
    return value instanceof AgentEvent ? topics.agentEvents() : topics.interactionEvents();
  }

  @Override
  public void close() {
    producer.close();
    serializer.close();
  }
}
