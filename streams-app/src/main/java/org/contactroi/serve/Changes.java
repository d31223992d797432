package org.contactroi.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What a poll changes; of several records with one key the last.
 *
 * @param windows records as published by {@code tenant/family/slice/value/window/start}; null for
 *     those that are gone
 * @param summed those among them that gauges sum
 * @param tenants tenants that are new or have moved on
 * @param counters new sums by name
 */
record Changes(
    Map<Bytes, byte @Nullable []> windows,
    List<WindowKey> summed,
    Map<String, Tenant> tenants,
    Map<String, Long> counters) {

  static Changes none() {
    return new Changes(new HashMap<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>());
  }
}
