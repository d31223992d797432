package org.contactroi.app.rejects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.rejects.RefusedRecord.Raw;
import org.contactroi.topic.Topics;
import org.contactroi.topology.stage.EventSerdes;

/** Publishes a try and says of each record where it stands now. */
final class RetryPublication implements AutoCloseable {

  private record Sent(String what, Future<RecordMetadata> place) {}

  private final Producer<byte[], byte[]> producer;
  private final Serializer<SpecificRecord> serializer;
  private final Topics topics;

  private RetryPublication(
      Producer<byte[], byte[]> producer, Serializer<SpecificRecord> serializer, Topics topics) {
    this.producer = producer;
    this.serializer = serializer;
    this.topics = topics;
  }

  static RetryPublication open(AppConfig config) {
    Map<String, Object> properties = new HashMap<>(config.kafka().producer());
    properties.put("acks", "all");
    properties.put("enable.idempotence", "true");
    EventSerdes serdes =
        new EventSerdes(
            config.kafka().valueSerializer(),
            config.kafka().valueDeserializer(),
            config.kafka().serdes());
    return new RetryPublication(
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()),
        serdes.serializer(),
        config.topics().names());
  }

  /**
   * Publishes and waits until all is safe.
   *
   * @return exit code: 0 if all was published, 1 if something was not
   */
  int publish(Retry retry, PrintWriter out) {
    List<Sent> sent = new ArrayList<>();
    retry.events().forEach(event -> sent.add(send(event)));
    retry.letters().forEach(letter -> sent.add(send(letter)));
    producer.flush();
    int published = 0;
    List<String> failed = new ArrayList<>(retry.leftOut());
    for (Sent one : sent) {
      try {
        RecordMetadata place = one.place().get();
        out.printf("published  %s, now at %s%n", one.what(), place);
        published++;
      } catch (ExecutionException e) {
        failed.add(one.what() + ": " + e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
    failed.forEach(reason -> out.printf("not published  %s%n", reason));
    out.printf("%d published, %d not%n", published, failed.size());
    out.flush();
    return failed.isEmpty() ? 0 : 1;
  }

  private Sent send(SpecificRecord event) {
    EventIdentity identity = EventIdentity.of(event);
    String topic = EventIdentity.topic(event, topics);
    return new Sent(
        "%s, event %s of %s, revision %d"
            .formatted(
                identity.tenant(), identity.eventId(), identity.subject(), Retry.revision(event)),
        producer.send(
            new ProducerRecord<>(
                topic, identity.subject().getBytes(UTF_8), serializer.serialize(topic, event))));
  }

  private Sent send(RefusedRecord letter) {
    Raw raw = (Raw) letter.content();
    return new Sent(
        "what stood at " + letter.place(),
        producer.send(new ProducerRecord<>(letter.from().topic(), raw.key(), raw.value())));
  }

  @Override
  public void close() {
    producer.close();
    serializer.close();
  }
}
