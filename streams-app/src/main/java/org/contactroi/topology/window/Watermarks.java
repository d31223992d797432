package org.contactroi.topology.window;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.contactroi.outputs.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * Publishes how far each tenant has come. Every partition knows; the first one says it for all.
 * After a restart it is said once more.
 */
final class Watermarks {

  private static final long EVERY_MS = Duration.ofMinutes(1).toMillis();

  private final boolean isFirst;
  private final Consumer<Watermark> publisher;
  private final Map<String, Long> published = new HashMap<>();

  Watermarks(int partition, Consumer<Watermark> publisher) {
    this.isFirst = partition == 0;
    this.publisher = publisher;
  }

  /**
   * Publishes when the watermark is new or a minute of event time further.
   *
   * @param status event time that decides status, UTC ms
   * @param purge event time that decides expiry, UTC ms; null before it is known
   */
  void follow(String tenant, long status, @Nullable Long purge) {
    Long before = published.get(tenant);
    if (isFirst && (before == null || status - before >= EVERY_MS)) {
      published.put(tenant, status);
      publisher.accept(
          new Watermark(
              tenant,
              Instant.ofEpochMilli(status),
              purge == null ? null : Instant.ofEpochMilli(purge)));
    }
  }
}
