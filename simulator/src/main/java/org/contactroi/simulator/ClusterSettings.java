package org.contactroi.simulator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.contactroi.wire.AvroDeserializer;
import org.contactroi.wire.BootstrapServers;
import org.contactroi.wire.GeneratedClasses;
import org.jspecify.annotations.Nullable;

/**
 * Where events go and with which client settings.
 *
 * @param producer complete configuration of the producer
 * @param topicPrefix what every topic name starts with
 * @param pseudonymKey the key of customer pseudonyms
 */
public record ClusterSettings(
    Map<String, Object> producer, String topicPrefix, String pseudonymKey) {

  /** The value serializer used unless the properties name another one. */
  public static final String DEFAULT_VALUE_SERIALIZER = "org.contactroi.wire.AvroSerializer";

  /** Key of the registry's address, the same as that of Confluent's serializers. */
  public static final String REGISTRY_URL = "schema.registry.url";

  /** Key of the pseudonym key. */
  public static final String PSEUDONYM_KEY = "pseudonym.key";

  /** Client settings may be written with this prefix, as in the configuration of the pipeline. */
  private static final String KAFKA_PREFIX = "kafka.";

  private static final String DEFAULT_TOPIC_PREFIX = "contact-roi.";

  /**
   * What playback and simulation promise, so what nobody may change: every event is acknowledged by
   * all replicas, once, and is keyed by its interaction's id as text.
   */
  private static final Map<String, Object> OWNED =
      Map.of(
          ProducerConfig.ACKS_CONFIG, "all",
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());

  private static final Set<String> PRODUCER_ONLY =
      Set.of(
          ProducerConfig.ACKS_CONFIG,
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.LINGER_MS_CONFIG,
          ProducerConfig.BATCH_SIZE_CONFIG,
          ProducerConfig.BUFFER_MEMORY_CONFIG,
          ProducerConfig.COMPRESSION_TYPE_CONFIG);

  public ClusterSettings {
    producer = Map.copyOf(producer);
  }

  /**
   * Options of the command line; null is not given.
   *
   * @param bootstrap brokers, HOST:PORT separated by commas
   * @param registry address of the schema registry
   * @param topicPrefix what every topic name starts with
   * @param pseudonymKey the key of customer pseudonyms
   */
  public record Overrides(
      @Nullable String bootstrap,
      @Nullable String registry,
      @Nullable String topicPrefix,
      @Nullable String pseudonymKey) {}

  /**
   * Puts settings together. Precedence, lowest first: defaults made for throughput, the properties
   * (a key with the prefix {@code kafka.} counts without it), the options, the settings that nobody
   * may change.
   *
   * @throws IllegalArgumentException if brokers or registry are missing, or a property contradicts
   *     a setting that nobody may change
   */
  public static ClusterSettings of(Properties properties, Overrides options) {
    Map<String, Object> producer = throughputDefaults();
    producer.putAll(unprefixed(properties));
    putIfGiven(producer, ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, options.bootstrap());
    putIfGiven(producer, REGISTRY_URL, options.registry());
    requireGiven(producer, ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "--bootstrap HOST:PORT");
    requireGiven(producer, REGISTRY_URL, "--registry URL");
    OWNED.forEach((name, value) -> putOwned(producer, name, value));
    String prefix = own(producer, "topic.prefix", options.topicPrefix(), DEFAULT_TOPIC_PREFIX);
    String key = own(producer, PSEUDONYM_KEY, options.pseudonymKey(), Pseudonyms.DEMO_KEY);
    return new ClusterSettings(producer, prefix, key);
  }

  private static Map<String, Object> throughputDefaults() {
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, DEFAULT_VALUE_SERIALIZER);
    defaults.put(ProducerConfig.CLIENT_ID_CONFIG, "contact-roi-simulator");
    defaults.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    defaults.put(ProducerConfig.BATCH_SIZE_CONFIG, "262144");
    defaults.put(ProducerConfig.BUFFER_MEMORY_CONFIG, "67108864");
    defaults.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return defaults;
  }

  private static Map<String, Object> unprefixed(Properties properties) {
    Map<String, Object> settings = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(name -> settings.put(clientKey(name), properties.getProperty(name)));
    return settings;
  }

  private static String clientKey(String name) {
    return name.startsWith(KAFKA_PREFIX) ? name.substring(KAFKA_PREFIX.length()) : name;
  }

  private static void putIfGiven(
      Map<String, Object> producer, String name, @Nullable String value) {
    if (value != null) {
      producer.put(name, value);
    }
  }

  private static void requireGiven(Map<String, Object> producer, String name, String option) {
    if (!(producer.get(name) instanceof String value) || value.isBlank()) {
      throw new IllegalArgumentException(
          option + " is missing: give it, or " + name + " in the file of --properties");
    }
  }

  private static void putOwned(Map<String, Object> producer, String name, Object value) {
    Object given = producer.put(name, value);
    if (given != null && !given.equals(value)) {
      throw new IllegalArgumentException(
          name + " is '" + given + "' in the file of --properties; only " + value + " is allowed");
    }
  }

  /** Takes a setting of ours out of the client settings, which would warn about it. */
  private static String own(
      Map<String, Object> producer, String name, @Nullable String option, String fallback) {
    Object property = producer.remove(name);
    if (option != null) {
      return option;
    }
    return property instanceof String text ? text : fallback;
  }

  /** Returns the key of customer pseudonyms, for a run that needs no cluster. */
  static String pseudonymKey(Properties properties, Overrides options) {
    return own(unprefixed(properties), PSEUDONYM_KEY, options.pseudonymKey(), Pseudonyms.DEMO_KEY);
  }

  /** Returns the name of a topic. */
  public String topic(EventTopic topic) {
    return topicPrefix + topic.suffix();
  }

  /**
   * Opens a sink that sends to the cluster; the caller closes it.
   *
   * @throws org.apache.kafka.common.KafkaException if a setting is wrong
   */
  public EventSink openSink() {
    requireReachable();
    Serializer<SpecificRecord> serializer = serializer();
    return new TopicSink(
        new KafkaProducer<>(producer, new StringSerializer(), new ByteArraySerializer()),
        serializer,
        this::topic);
  }

  /**
   * Opens a consumer of what pipelines have published for good; the caller closes it. It has the
   * settings of the producer that say where the cluster is and how to speak to it.
   */
  public Consumer<String, GenericRecord> openConsumer() {
    requireReachable();
    Map<String, Object> consumer = new HashMap<>(producer);
    consumer.keySet().removeIf(name -> PRODUCER_ONLY.contains(name));
    consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    AvroDeserializer<GenericRecord> deserializer = new AvroDeserializer<>();
    deserializer.configure(consumer, false);
    return new KafkaConsumer<>(consumer, new StringDeserializer(), deserializer);
  }

  private void requireReachable() {
    BootstrapServers.requireReachable(
        String.valueOf(producer.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)));
  }

  /** Events are serialized by the sink, which may have to damage their bytes. */
  @SuppressWarnings("unchecked")
  private Serializer<SpecificRecord> serializer() {
    String name = String.valueOf(producer.get(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG));
    GeneratedClasses.trust();
    try {
      Serializer<SpecificRecord> serializer = Utils.newInstance(name, Serializer.class);
      serializer.configure(producer, false);
      return serializer;
    } catch (ClassNotFoundException e) {
      throw new ConfigException(
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, name, "is no class that can be found");
    }
  }
}
