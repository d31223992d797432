package org.contactroi.serve.http;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What answers which path.
 *
 * @param probes answered at once on threads that nothing blocks, and must not block them
 * @param resources answered by workers, after those who came before; parts in braces may be
 *     anything, as in {@code /v1/slices/{slice}/values}
 * @param streams answered with events for as long as the client stays
 */
public record Routes(
    Map<String, Route> probes,
    Map<String, Route> resources,
    Map<String, EventSource.Route> streams) {
  public Routes {
    probes = Map.copyOf(probes);
    resources = Map.copyOf(resources);
    streams = Map.copyOf(streams);
  }

  /** Without streams. */
  public Routes(Map<String, Route> probes, Map<String, Route> resources) {
    this(probes, resources, Map.of());
  }

  /** All paths, in their order. */
  SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>(probes.keySet());
    paths.addAll(resources.keySet());
    paths.addAll(streams.keySet());
    return paths;
  }
}
