package org.contactroi.app.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Hides the values that must not appear in logs. */
final class Secrets {

  private static final String HIDDEN = "[hidden]";

  private Secrets() {}

  static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return !lower.endsWith(".file")
        && Stream.of("password", "secret", "jaas", "user.info", "token", ".key", "credential")
            .anyMatch(lower::contains);
  }

  /** The same map, sorted by key, without secrets; user names and passwords leave addresses. */
  static Map<String, String> redacted(Map<String, String> properties) {
    Map<String, String> safe = new TreeMap<>();
    properties.forEach((key, value) -> safe.put(key, redacted(key, value)));
    return safe;
  }

  static String redacted(String key, String value) {
    return isSecret(key) ? HIDDEN : value.replaceAll("//[^/@,]*@", "//" + HIDDEN + "@");
  }
}
