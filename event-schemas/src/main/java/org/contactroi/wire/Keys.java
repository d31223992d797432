package org.contactroi.wire;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Typed reading of a Kafka client's configuration, whose values are objects or their texts. */
record Keys(Map<String, ?> configuration) {
  String required(String key) {
    String value = text(key, "");
    if (value.isEmpty()) {
      throw new ConfigException("Missing configuration " + key);
    }
    return value;
  }

  String text(String key, String absent) {
    Object value = value(key);
    return value == null ? absent : value.toString().strip();
  }

  boolean flag(String key, boolean absent) {
    String value = text(key, Boolean.toString(absent));
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new ConfigException(key, value, "must be true or false");
    };
  }

  long number(String key, long absent) {
    String value = text(key, Long.toString(absent));
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new ConfigException(key, value, "must be a whole number");
    }
  }

  @Nullable Object value(String key) {
    return configuration.get(key);
  }
}
