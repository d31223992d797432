package org.contactroi.app.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contactroi.wire.BootstrapServers;

/**
 * How Kafka and the schema registry are reached. Values may hold secrets; {@link #toString} hides
 * them.
 *
 * @param common properties of every client
 * @param ofKind further properties of one kind of client: streams, producer, consumer, admin
 * @param serdes properties of serializer and deserializer, the registry's address among them
 */
public record KafkaSettings(
    Map<String, String> common,
    Map<String, Map<String, String>> ofKind,
    Map<String, String> serdes,
    String valueSerializer,
    String valueDeserializer) {

  static final String PREFIX = "kafka.";

  private static final String[] KINDS = {"streams", "producer", "consumer", "admin"};
  private static final Pattern OF_KIND = Pattern.compile("(streams|producer|consumer|admin)\\..+");
  private static final Pattern WITHIN_STREAMS =
      Pattern.compile(
          "(main\\.consumer|restore\\.consumer|global\\.consumer|consumer|producer)\\.");

  private static final String SERDE_REASON = "is set by value.serializer and value.deserializer";
  private static final String EOS_REASON =
      "is not allowed: processing is always exactly_once_v2, because the stages add differences,"
          + " which are not idempotent: one added twice stays wrong for ever";

  private static final String HASTE_REASON =
      "is not allowed below 0: erasures of customers wait for the events that were published before"
          + " them";

  /** Keys of Kafka that the application sets itself, and why or where. */
  private static final Map<String, String> OWNED =
      Map.ofEntries(
          Map.entry("application.id", "is set by application.id"),
          Map.entry("bootstrap.servers", "is set by bootstrap.servers"),
          Map.entry("processing.guarantee", EOS_REASON),
          Map.entry(
              "isolation.level", "is always read_committed: what can be rolled back is not read"),
          Map.entry("key.serializer", SERDE_REASON),
          Map.entry("value.serializer", SERDE_REASON),
          Map.entry("key.deserializer", SERDE_REASON),
          Map.entry("value.deserializer", SERDE_REASON),
          Map.entry("default.key.serde", SERDE_REASON),
          Map.entry("default.value.serde", SERDE_REASON),
          Map.entry("num.stream.threads", "is set by threads"),
          Map.entry("commit.interval.ms", "is set by commit.interval.ms"),
          Map.entry("state.dir", "is set by state.dir"),
          Map.entry(
              "statestore.cache.max.bytes",
              "is fixed: caches only mark that a stage has work to do"),
          Map.entry("group.id", "is set by application.id"),
          Map.entry("transactional.id", "is set by application.id"),
          Map.entry("enable.idempotence", "is always true"),
          Map.entry("enable.auto.commit", "is always false"));

  public KafkaSettings {
    common = Map.copyOf(common);
    ofKind = Map.copyOf(ofKind);
    serdes = Map.copyOf(serdes);
  }

  static KafkaSettings from(Settings settings) {
    Map<String, String> all = settings.below(PREFIX);
    all.keySet().forEach(key -> refuseOwned(settings, key));
    all.forEach((key, value) -> refuseHaste(settings, key, value));
    Map<String, Map<String, String>> ofKind = new HashMap<>();
    for (String kind : KINDS) {
      ofKind.put(kind, Map.copyOf(settings.below(PREFIX + kind + ".")));
    }
    Map<String, String> common = new HashMap<>(all);
    common.keySet().removeIf(key -> OF_KIND.matcher(key).matches());
    common.put("bootstrap.servers", settings.text(Setting.BOOTSTRAP_SERVERS));
    return new KafkaSettings(
        common,
        ofKind,
        SerdeKeys.from(settings),
        settings.text(Setting.VALUE_SERIALIZER),
        settings.text(Setting.VALUE_DESERIALIZER));
  }

  private static void refuseOwned(Settings settings, String key) {
    String bare = OF_KIND.matcher(key).matches() ? key.substring(key.indexOf('.') + 1) : key;
    String inner = WITHIN_STREAMS.matcher(bare).replaceFirst("");
    Optional.ofNullable(OWNED.get(inner))
        .ifPresent(
            reason -> {
              throw settings.error(PREFIX + key, reason);
            });
  }

  /** Below 0 the records of several topics are taken as they come. */
  private static void refuseHaste(Settings settings, String key, String value) {
    if (key.endsWith("max.task.idle.ms") && value.startsWith("-")) {
      throw settings.error(PREFIX + key, HASTE_REASON);
    }
  }

  /**
   * Checks that a broker accepts connections, before a client waits for it.
   *
   * @throws IllegalStateException naming the brokers if none does within seconds
   */
  public void requireReachable() {
    BootstrapServers.requireReachable(common.getOrDefault("bootstrap.servers", ""));
  }

  /** Properties for an admin client. */
  public Map<String, Object> admin() {
    return client("admin");
  }

  /** Properties for a producer of avro values; key serializer and transactions are the caller's. */
  public Map<String, Object> producer() {
    Map<String, Object> properties = client("producer");
    properties.putIfAbsent("max.request.size", TopicSettings.LARGEST_RECORD_BYTES);
    properties.putAll(serdes);
    properties.put("value.serializer", valueSerializer);
    return properties;
  }

  /**
   * Properties for a consumer of committed records only, without a group; deserializers are the
   * caller's.
   */
  public Map<String, Object> consumer() {
    Map<String, Object> properties = client("consumer");
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "none");
    return properties;
  }

  /**
   * Properties for Kafka Streams' clients: what all share, what is for streams, and what is for
   * producers, consumers and admins under Kafka Streams' own prefixes. Settings of the topology are
   * the caller's.
   */
  public Map<String, Object> streams() {
    Map<String, Object> properties = new HashMap<>(common);
    for (String kind : new String[] {"producer", "consumer", "admin"}) {
      properties(kind).forEach((key, value) -> properties.put(kind + "." + key, value));
    }
    properties.putAll(properties("streams"));
    properties.putAll(serdes);
    return properties;
  }

  private Map<String, Object> client(String kind) {
    Map<String, Object> properties = new HashMap<>(common);
    properties.putAll(properties(kind));
    return properties;
  }

  private Map<String, String> properties(String kind) {
    return ofKind.getOrDefault(kind, Map.of());
  }

  @Override
  public String toString() {
    Map<String, Object> kinds = new HashMap<>();
    ofKind.forEach((kind, properties) -> kinds.put(kind, Secrets.redacted(properties)));
    return "KafkaSettings[common=%s, ofKind=%s, serdes=%s, valueSerializer=%s, valueDeserializer=%s]"
        .formatted(
            Secrets.redacted(common),
            kinds,
            Secrets.redacted(serdes),
            valueSerializer,
            valueDeserializer);
  }
}
