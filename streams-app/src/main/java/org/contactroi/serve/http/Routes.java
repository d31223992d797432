package org.contactroi.serve.http;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What answers which path. Parts in braces may be anything, as in {@code
 * /v1/slices/{slice}/values}.
 *
 * @param probes answered at once on threads that nothing blocks, and must not block them
 * @param pages what everybody may read, as it says nothing of anybody
 * @param resources answered by workers, after those who came before
 * @param slow the same by workers of their own, so that others do not wait for them
 * @param streams answered with events for as long as the client stays
 */
public record Routes(
    Map<String, Route> probes,
    Map<String, Route> pages,
    Map<String, Route> resources,
    Map<String, Route> slow,
    Map<String, EventSource.Route> streams) {

  public Routes {
    probes = Map.copyOf(probes);
    pages = Map.copyOf(pages);
    resources = Map.copyOf(resources);
    slow = Map.copyOf(slow);
    streams = Map.copyOf(streams);
  }

  /** Probes and resources alone. */
  public Routes(Map<String, Route> probes, Map<String, Route> resources) {
    this(probes, Map.of(), resources, Map.of(), Map.of());
  }

  /** The same with pages. */
  public Routes withPages(Map<String, Route> others) {
    return new Routes(probes, others, resources, slow, streams);
  }

  /** The same with what takes long. */
  public Routes withSlow(Map<String, Route> others) {
    return new Routes(probes, pages, resources, others, streams);
  }

  /** The same with streams. */
  public Routes withStreams(Map<String, EventSource.Route> others) {
    return new Routes(probes, pages, resources, slow, others);
  }

  /** All paths, in their order. */
  SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>(probes.keySet());
    paths.addAll(pages.keySet());
    paths.addAll(resources.keySet());
    paths.addAll(slow.keySet());
    paths.addAll(streams.keySet());
    return paths;
  }

  /** Whether a path, as it was sent, is that of a slow one. */
  boolean isSlow(String path) {
    return slow.keySet().stream()
        .anyMatch(
            route -> {
              int part = route.indexOf('{');
              return part < 0 ? path.equals(route) : path.startsWith(route.substring(0, part));
            });
  }
}
