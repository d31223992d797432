package org.contactroi.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A key of the configuration with a fixed name, and its default. */
public enum Setting {
  /** Names the consumer group, the internal topics and the transactions of one pipeline. */
  APPLICATION_ID("application.id", "contact-roi"),
  BOOTSTRAP_SERVERS("bootstrap.servers", "127.0.0.1:9092"),
  SCHEMA_REGISTRY_URL("schema.registry.url", "http://127.0.0.1:8085/apis/ccompat/v7"),
  TOPIC_PREFIX("topic.prefix", "contact-roi."),
  /** What the names of event topics begin with; empty: as those of all others. */
  INPUT_PREFIX("input.prefix", ""),
  TOPIC_PARTITIONS("topic.partitions", "4"),
  /** In production 3: with fewer, exactly-once does not survive the loss of a broker. */
  TOPIC_REPLICATION_FACTOR("topic.replication.factor", "1"),
  /** Whether events are partitioned anew, for producers that hash keys otherwise than Kafka's. */
  INPUT_REKEY("input.rekey", "false"),
  /** Whether windows past their retention are deleted; false in a replay that is to keep all. */
  WINDOWS_EXPIRE("windows.expire", "true"),
  STATE_DIR("state.dir", "data/state"),
  THREADS("threads", "2"),
  COMMIT_INTERVAL_MS("commit.interval.ms", "100"),
  /** The same while there is a backlog, where work is the cheaper the more is done at once. */
  BACKLOG_COMMIT_INTERVAL_MS("backlog.commit.interval.ms", "3000"),
  /** How many events a stage of a partition holds at most before it works on them. */
  BATCH_EVENTS("batch.events", "100000"),
  /** Block cache and write buffers of all stores together. */
  ROCKSDB_CACHE_BYTES("rocksdb.cache.bytes", "268435456"),
  VALUE_SERIALIZER("value.serializer", "org.contactroi.wire.AvroSerializer"),
  VALUE_DESERIALIZER("value.deserializer", "org.contactroi.wire.AvroDeserializer"),
  PROCESSING_GUARANTEE("processing.guarantee", "exactly_once_v2"),
  METRICS_HOST("metrics.host", "127.0.0.1"),
  METRICS_PORT("metrics.port", "8081"),
  /** Which metrics {@code run} and {@code serve} show. */
  METRICS_INCLUDE("metrics.include", "boards"),
  SERVE_HOST("serve.host", "127.0.0.1"),
  SERVE_PORT("serve.port", "8080"),
  /** Who may ask {@code serve}: loopback, open, or the path of a file of tokens. */
  SERVE_ACCESS("serve.access", "loopback"),
  /** Keystore of the certificate that {@code run} and {@code serve} show; none: they speak HTTP. */
  HTTP_TLS_KEYSTORE("http.tls.keystore", ""),
  /** Path of a file with the password of the keystore. */
  HTTP_TLS_PASSWORD_FILE("http.tls.password.file", ""),
  HTTP_TLS_PASSWORD("http.tls.password", ""),
  /** Origins whose pages may read the answers in a browser, separated by commas. */
  SERVE_CORS_ORIGINS("serve.cors.origins", ""),
  SERVE_DATA_DIR("serve.data.dir", "data/serve"),
  /** How many values of one slice have gauges. */
  SERVE_GAUGE_SLICES_MAX("serve.gauge.slices.max", "200");

  private final String key;
  private final String defaultValue;

  Setting(String key, String defaultValue) {
    this.key = key;
    this.defaultValue = defaultValue;
  }

  /** Name in the properties file. */
  public String key() {
    return key;
  }

  public String defaultValue() {
    return defaultValue;
  }

  static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Setting::key).toList();
  }
}
