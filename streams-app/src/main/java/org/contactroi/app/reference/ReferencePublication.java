package org.contactroi.app.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogChange;
import org.contactroi.catalog.file.CatalogChange.Outcome;
import org.contactroi.topic.Topics;
import org.contactroi.yaml.Place;

/**
 * Publishes changes all or none, in one transaction. Opening it ends what another one has begun, so
 * that what is read after that is what is published to.
 */
public final class ReferencePublication implements AutoCloseable {

  private static final Place NOWHERE = new Place("", 1);

  private final Producer<String, SpecificRecord> producer;
  private final Topics topics;

  /**
   * A publication.
   *
   * @param producer with a transactional id of its own
   */
  ReferencePublication(Producer<String, SpecificRecord> producer, Topics topics) {
    this.producer = producer;
    this.topics = topics;
    producer.initTransactions();
  }

  public static ReferencePublication open(AppConfig config) {
    config.kafka().requireReachable();
    Map<String, Object> properties = new HashMap<>(config.kafka().producer());
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    properties.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.streams().applicationId() + "-reference");
    return new ReferencePublication(new KafkaProducer<>(properties), config.topics().names());
  }

  /**
   * Publishes entries, each in place of what has its key.
   *
   * @throws IllegalStateException when one was refused; then none is published
   */
  public void publishAll(Collection<CatalogEntry> entries) {
    publish(
        entries.stream()
            .map(entry -> new CatalogChange(entry, NOWHERE, Outcome.ADDED, Map.of()))
            .toList());
  }

  /**
   * Publishes. What was not committed is aborted at the close.
   *
   * @throws IllegalStateException when one was refused; then none is published
   */
  public void publish(List<CatalogChange> changes) {
    producer.beginTransaction();
    try {
      List<Future<RecordMetadata>> sent = changes.stream().map(this::send).toList();
      producer.flush();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
      producer.commitTransaction();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing was published: " + e.getCause(), e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private Future<RecordMetadata> send(CatalogChange change) {
    CatalogEntry entry = change.entry();
    return producer.send(
        new ProducerRecord<>(
            topics.reference(),
            entry.key(),
            change.outcome() == Outcome.REMOVED ? null : entry.toAvro()));
  }
}
