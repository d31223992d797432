package org.contactroi.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a poll changes; of several records with one key the last.
 *
 * @param windows KPI records by key of the store; null for those that are gone
 * @param minutes the minute windows among them
 * @param tenants tenants that are new or have moved on
 * @param counters new sums by name
 */
record Changes(
    Map<String, byte @Nullable []> windows,
    List<MinuteWritten> minutes,
    Map<String, Tenant> tenants,
    Map<String, Long> counters) {

  /** A minute window that was written. */
  record MinuteWritten(String seriesPrefix, long start) {}

  static Changes none() {
    return new Changes(new LinkedHashMap<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>());
  }
}
