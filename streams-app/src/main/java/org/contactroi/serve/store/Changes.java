package org.contactroi.serve.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.gauge.WindowKey;
import org.jspecify.annotations.Nullable;

/**
 * What a poll changes; of several records with one key the last.
 *
 * @param quarters rows of minutes as published by {@code tenant/slice/value/quarter/start}; null
 *     for those that are gone
 * @param windows records as published by {@code tenant/family/slice/value/window/start}; null for
 *     those that are gone
 * @param summed those among them that gauges sum
 * @param statements as published by {@code tenant/scope/horizon/start}; null for those withdrawn
 * @param live what is open as published by {@code tenant/slice/value}; null where nothing is
 * @param tenants tenants that are new or have moved on
 * @param counters new sums by name
 */
record Changes(
    Map<String, byte @Nullable []> quarters,
    Map<Bytes, byte @Nullable []> windows,
    List<WindowKey> summed,
    Map<String, byte @Nullable []> statements,
    Map<String, byte @Nullable []> live,
    Map<String, Tenant> tenants,
    Map<String, Long> counters) {

  static Changes none() {
    return new Changes(
        new HashMap<>(),
        new HashMap<>(),
        new ArrayList<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>());
  }
}
