package org.contactroi.wire;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * How values are written and read; keys and defaults are those of Confluent's serializers.
 *
 * @param autoRegister schemas that are not in the registry are put there on first use
 * @param useLatest without autoRegister: the id is that of the subject's newest schema, which must
 *     write the same bytes as the record's own
 * @param specific values are read as generated classes, not as GenericRecord
 * @param expectedType the generated class to read into, or null: the one of the writer's schema's
 *     name
 * @param isKey subjects end in {@code -key} in place of {@code -value}
 */
public record WireSettings(
    boolean autoRegister,
    boolean useLatest,
    boolean specific,
    @Nullable Class<? extends SpecificRecord> expectedType,
    boolean isKey) {
  /** Whether unknown schemas are registered on first use, true by default. */
  public static final String AUTO_REGISTER = "auto.register.schemas";

  /**
   * Whether the subject's newest schema is used when schemas are not registered on use, false by
   * default.
   */
  public static final String USE_LATEST = "use.latest.version";

  /** Whether values are read as generated classes, false by default. */
  public static final String SPECIFIC_READER = "specific.avro.reader";

  /**
   * Generated class, or its name, that values are read into; by default the one of the writer's
   * schema's name.
   */
  public static final String VALUE_TYPE = "specific.avro.value.type";

  /** Generated class, or its name, that keys are read into. */
  public static final String KEY_TYPE = "specific.avro.key.type";

  static WireSettings from(Map<String, ?> configuration, boolean isKey) {
    Keys keys = new Keys(configuration);
    return new WireSettings(
        keys.flag(AUTO_REGISTER, true),
        keys.flag(USE_LATEST, false),
        keys.flag(SPECIFIC_READER, false),
        expectedType(keys, isKey ? KEY_TYPE : VALUE_TYPE),
        isKey);
  }

  /** Returns the subject of the topic by Confluent's TopicNameStrategy. */
  String subject(String topic) {
    return topic + (isKey ? "-key" : "-value");
  }

  private static @Nullable Class<? extends SpecificRecord> expectedType(Keys keys, String key) {
    Object value = keys.value(key);
    if (value == null) {
      return null;
    }
    try {
      Class<?> type = value instanceof Class<?> given ? given : load(value.toString().strip());
      return type.asSubclass(SpecificRecord.class);
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new ConfigException(key, value, "must be a class generated from an Avro record: " + e);
    }
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, WireSettings.class.getClassLoader());
  }
}
