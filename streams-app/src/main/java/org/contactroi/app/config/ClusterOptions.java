package org.contactroi.app.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command shares. */
public final class ClusterOptions {

  @Option(names = "--properties", paramLabel = "FILE", description = "Properties file.")
  private @Nullable Path properties;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Kafka brokers (bootstrap.servers).")
  private @Nullable String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "Schema registry (schema.registry.url).")
  private @Nullable String registry;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      description = "What the names of all topics begin with (topic.prefix).")
  private @Nullable String topicPrefix;

  /** The configuration of file, environment and these options. */
  public AppConfig config() {
    Map<String, String> options = new HashMap<>();
    put(options, Setting.BOOTSTRAP_SERVERS, bootstrap);
    put(options, Setting.SCHEMA_REGISTRY_URL, registry);
    put(options, Setting.TOPIC_PREFIX, topicPrefix);
    return AppConfig.load(Optional.ofNullable(properties), System.getenv(), options);
  }

  private static void put(Map<String, String> options, Setting setting, @Nullable String value) {
    if (value != null) {
      options.put(setting.key(), value);
    }
  }
}
