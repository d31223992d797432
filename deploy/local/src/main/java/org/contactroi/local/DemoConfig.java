package org.contactroi.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.Setting;

/** The configuration of a demonstration, lowest first: what suits it, --set, the stack's own. */
final class DemoConfig {

  /** For all runs over one data folder: its topics have as many. */
  private static final String PARTITIONS = "2";

  private static final Set<Setting> OF_STACK =
      Set.of(
          Setting.BOOTSTRAP_SERVERS,
          Setting.SCHEMA_REGISTRY_URL,
          Setting.STATE_DIR,
          Setting.SERVE_DATA_DIR,
          Setting.SERVE_PORT);

  private DemoConfig() {}

  /**
   * The configuration.
   *
   * @param playback what is played at full speed, if anything
   * @param given keys and values of --set
   * @throws SetupException if a key is the stack's
   */
  static AppConfig of(
      LocalStack stack, int servePort, Optional<Playback> playback, Map<String, String> given) {
    refuseKeysOfStack(given);
    Map<String, String> keys = new LinkedHashMap<>(suiting(playback));
    keys.putAll(given);
    keys.put(Setting.BOOTSTRAP_SERVERS.key(), stack.bootstrapServers());
    keys.put(Setting.SCHEMA_REGISTRY_URL.key(), stack.registryUrl());
    keys.put(Setting.STATE_DIR.key(), stack.folderOf("state").toString());
    keys.put(Setting.SERVE_DATA_DIR.key(), stack.folderOf(ServeComponent.NAME).toString());
    keys.put(Setting.SERVE_PORT.key(), Integer.toString(servePort));
    return AppConfig.of(keys);
  }

  private static Map<String, String> suiting(Optional<Playback> playback) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(Setting.TOPIC_PARTITIONS.key(), PARTITIONS);
    // After kill -9 a restart waits until the dead member's session has ended: by default 45 s.
    keys.put("kafka.consumer.session.timeout.ms", "10000");
    playback.ifPresent(
        played -> {
          keys.put("kafka.producer.batch.size", Integer.toString(128 << 10));
          played
              .zones()
              .forEach((tenant, zone) -> keys.put("policy." + tenant + ".zone", zone.getId()));
        });
    return keys;
  }

  private static void refuseKeysOfStack(Map<String, String> given) {
    List<String> refused =
        OF_STACK.stream()
            .map(Setting::key)
            .filter(given::containsKey)
            .sorted()
            .collect(Collectors.toList());
    if (!refused.isEmpty()) {
      throw new SetupException(
          "--set %s: the stack sets it; see --data and the options for ports"
              .formatted(String.join(", ", refused)));
    }
  }
}
