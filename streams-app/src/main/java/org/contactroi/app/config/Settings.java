package org.contactroi.app.config;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.contactroi.serve.http.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * The values that were set, with where they stood, after precedence: command line over environment
 * over properties file. Defaults are added when a value is read.
 */
final class Settings {

  /**
   * One value.
   *
   * @param origin where it stood, for messages
   */
  record Entry(String value, String origin) {}

  private final Map<String, Entry> entries;

  private Settings(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** Merges the layers; a later one wins. */
  @SafeVarargs
  static Settings of(Map<String, Entry>... layers) {
    Map<String, Entry> merged = new TreeMap<>();
    for (Map<String, Entry> layer : layers) {
      merged.putAll(layer);
    }
    return new Settings(merged);
  }

  Iterable<String> keys() {
    return entries.keySet();
  }

  /** Values whose keys begin with a prefix, by the rest of the key. */
  Map<String, String> below(String prefix) {
    Map<String, String> found = new TreeMap<>();
    entries.forEach(
        (key, entry) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), entry.value());
          }
        });
    return found;
  }

  String text(Setting setting) {
    return parse(setting, "not empty", Function.identity(), text -> !text.isBlank());
  }

  int integer(Setting setting, int min, int max) {
    return parse(
        setting,
        "a whole number from %d to %d".formatted(min, max),
        Integer::valueOf,
        number -> number >= min && number <= max);
  }

  long bytes(Setting setting) {
    return parse(setting, "a number of bytes, at least 0", Long::valueOf, number -> number >= 0);
  }

  boolean flag(Setting setting) {
    return Boolean.parseBoolean(
        parse(setting, "true, false", text -> text, List.of("true", "false")::contains));
  }

  Endpoint endpoint(Setting host, Setting port) {
    return new Endpoint(text(host), integer(port, 0, Endpoint.MAX_PORT));
  }

  /** Value of a setting, or its default. */
  <T> T parse(Setting setting, String allowed, Function<String, T> parser, Predicate<T> valid) {
    Entry entry =
        entries.getOrDefault(setting.key(), new Entry(setting.defaultValue(), "the defaults"));
    return parse(setting.key(), entry, allowed, parser, valid);
  }

  /** Value of a key, if it was set. */
  <T> Optional<T> parse(String key, String allowed, Function<String, T> parser) {
    @Nullable Entry entry = entries.get(key);
    return entry == null
        ? Optional.empty()
        : Optional.of(parse(key, entry, allowed, parser, any -> true));
  }

  private static <T> T parse(
      String key, Entry entry, String allowed, Function<String, T> parser, Predicate<T> valid) {
    try {
      T value = parser.apply(entry.value());
      if (valid.test(value)) {
        return value;
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(key, entry, allowed, e);
    }
    throw wrong(key, entry, allowed, null);
  }

  private static InvalidConfigException wrong(
      String key, Entry entry, String allowed, @Nullable Exception cause) {
    InvalidConfigException exception =
        new InvalidConfigException(
            "%s is '%s' in %s; allowed: %s"
                .formatted(key, Secrets.redacted(key, entry.value()), entry.origin(), allowed));
    if (cause != null) {
      exception.initCause(cause);
    }
    return exception;
  }

  /** An error about a key that was set. */
  InvalidConfigException error(String key, String reason) {
    @Nullable Entry entry = entries.get(key);
    String origin = entry == null ? "the defaults" : entry.origin();
    return new InvalidConfigException("%s in %s %s".formatted(key, origin, reason));
  }
}
