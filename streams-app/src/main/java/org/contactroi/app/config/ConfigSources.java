package org.contactroi.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.contactroi.app.config.Settings.Entry;

/** Reads the layers of the configuration, each as entries that remember where they stood. */
final class ConfigSources {

  static final String ENVIRONMENT_PREFIX = "CONTACT_ROI_";

  /** What the launcher reads itself. */
  private static final Set<String> OF_THE_LAUNCHER =
      Set.of("CONTACT_ROI_JAVA_OPTS", "CONTACT_ROI_JAVA_OPTIONS", "CONTACT_ROI_RECORDED_CALLS");

  private ConfigSources() {}

  /**
   * A properties file, UTF-8.
   *
   * @throws InvalidConfigException when it cannot be read or a key stands in it twice
   */
  static Map<String, Entry> file(Path path) {
    OnceProperties properties = new OnceProperties(path);
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      InvalidConfigException unreadable =
          new InvalidConfigException("properties file %s cannot be read: %s".formatted(path, e));
      unreadable.initCause(e);
      throw unreadable;
    }
    return entries(
        properties.stringPropertyNames().stream(), properties::getProperty, path.toString());
  }

  /** Options of the command line, by key. */
  static Map<String, Entry> options(Map<String, String> options) {
    return entries(
        options.keySet().stream(), key -> options.getOrDefault(key, ""), "the command line");
  }

  /**
   * Variables that begin with {@code CONTACT_ROI_}: the rest is a key in upper case with {@code _}
   * for {@code .} and {@code -}. A tenant of a policy is taken from {@code known} when one there
   * has the same spelling, else it is the lower case.
   *
   * @param known keys of the layers below
   */
  static Map<String, Entry> environment(Map<String, String> variables, Set<String> known) {
    Map<String, Entry> entries = new TreeMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(ENVIRONMENT_PREFIX) && !OF_THE_LAUNCHER.contains(name)) {
            String key = key(name.substring(ENVIRONMENT_PREFIX.length()), known);
            entries.put(key, new Entry(value, "environment variable " + name));
          }
        });
    return entries;
  }

  private static String key(String name, Set<String> known) {
    return Stream.concat(Setting.keys().stream(), known.stream())
        .filter(key -> variable(key).equals(name))
        .findFirst()
        .orElseGet(() -> unknownKey(name));
  }

  private static String unknownKey(String name) {
    return PolicySettings.FIELDS.stream()
        .filter(field -> name.startsWith("POLICY_") && name.endsWith("_" + variable(field)))
        .max(Comparator.comparingInt(String::length))
        .map(field -> policyKey(name, field))
        .orElseGet(() -> passThroughKey(name));
  }

  private static String policyKey(String name, String field) {
    int end = Math.max("POLICY_".length(), name.length() - field.length() - 1);
    String tenant = name.substring("POLICY_".length(), end).toLowerCase(Locale.ROOT);
    return "policy.%s.%s".formatted(tenant, field);
  }

  /** Keys of Kafka and of the serdes have dots only. */
  private static String passThroughKey(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Map<String, Entry> entries(
      Stream<String> keys, UnaryOperator<String> values, String origin) {
    Map<String, Entry> entries = new TreeMap<>();
    List<String> all = keys.toList();
    all.forEach(key -> entries.put(key, new Entry(values.apply(key).strip(), origin)));
    return entries;
  }

  /** Properties that hold each key once. */
  private static final class OnceProperties extends Properties {

    private static final long serialVersionUID = 1;

    private final transient Path path;

    OnceProperties(Path path) {
      this.path = path;
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      if (containsKey(key)) {
        throw new InvalidConfigException("%s stands twice in %s".formatted(key, path));
      }
      return super.put(key, value);
    }
  }
}
