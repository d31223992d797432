package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.UsageLine;
import org.contactroi.interaction.Utf8Order;

/**
 * Adds up the usage of an interaction. Of a resource the first {@value #KEYS} keys by their bytes
 * are kept apart, the rest is one line of key {@value #OTHER}: no source can make a fact large.
 */
final class UsageSum {

  /** Keys of a resource that are kept apart. */
  static final int KEYS = 64;

  /** Key of all that is not kept apart. */
  static final String OTHER = "other";

  private final Map<Resource, Map<String, Long>> quantities = new EnumMap<>(Resource.class);

  void add(Resource resource, String key, long quantity) {
    if (quantity != 0) {
      quantities
          .computeIfAbsent(resource, r -> new TreeMap<>(Utf8Order.INSTANCE))
          .merge(key, quantity, Math::addExact);
    }
  }

  /** Lines by (resource, key bytes), none of quantity 0. */
  List<UsageLine> lines() {
    List<UsageLine> lines = new ArrayList<>();
    quantities.forEach(
        (resource, byKey) ->
            capped(byKey)
                .forEach((key, quantity) -> lines.add(new UsageLine(resource, key, quantity))));
    return lines;
  }

  private static Map<String, Long> capped(Map<String, Long> byKey) {
    if (byKey.size() <= KEYS) {
      return byKey;
    }
    Map<String, Long> capped = new TreeMap<>(Utf8Order.INSTANCE);
    int seen = 0;
    for (Map.Entry<String, Long> each : byKey.entrySet()) {
      capped.merge(seen++ < KEYS ? each.getKey() : OTHER, each.getValue(), Math::addExact);
    }
    return capped;
  }
}
