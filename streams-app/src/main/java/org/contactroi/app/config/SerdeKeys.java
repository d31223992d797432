package org.contactroi.app.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keys that pass through to serializer, deserializer and registry client. */
final class SerdeKeys {

  static final Set<String> KEYS = Set.of("auto.register.schemas", "use.latest.version");

  static final List<String> PREFIXES = List.of("schema.registry.", "basic.auth.", "registry.");

  private SerdeKeys() {}

  static boolean isOne(String key) {
    return KEYS.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
  }

  static Map<String, String> from(Settings settings) {
    Map<String, String> properties = new TreeMap<>(settings.below(""));
    properties.keySet().removeIf(key -> !isOne(key));
    properties.put(Setting.SCHEMA_REGISTRY_URL.key(), settings.text(Setting.SCHEMA_REGISTRY_URL));
    return properties;
  }
}
