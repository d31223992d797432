package org.contactroi.local;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.input.Input;

/**
 * What is played.
 *
 * @param input its events
 * @param reference files of reference records, which are applied before
 */
record Playback(Input input, List<Path> reference) {

  /** Tenants of the events, at least one. */
  List<String> tenants() {
    return List.copyOf(input.tally().byTenant().keySet());
  }

  /** Zones of the tenants that have one by their files. */
  Map<String, ZoneId> zones() {
    return input.zones();
  }

  /** All events. */
  EventSource events() {
    return input.events();
  }
}
