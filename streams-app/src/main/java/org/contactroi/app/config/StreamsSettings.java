package org.contactroi.app.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the topology runs; always exactly-once.
 *
 * @param applicationId names group, internal topics and transactions
 * @param stateDir folder of the stores
 * @param threads stream threads of this process
 * @param commitInterval time between transactions
 * @param backlogCommitInterval the same while there is a backlog
 * @param batch how many events a stage holds at most before it works on them
 * @param rekeyed whether the input is partitioned anew
 * @param windowsExpire whether windows past their retention are deleted
 * @param rocksdbCacheBytes block cache and write buffers of all stores together
 */
public record StreamsSettings(
    String applicationId,
    Path stateDir,
    int threads,
    Duration commitInterval,
    Duration backlogCommitInterval,
    int batch,
    boolean rekeyed,
    boolean windowsExpire,
    long rocksdbCacheBytes) {

  private static final int MAX_COMMIT_INTERVAL_MS = 9_000;

  /**
   * Those of a replay. No id is another one with {@code -} behind it, which is what internal topics
   * are found by.
   */
  StreamsSettings replay(String name, int ownThreads) {
    return new StreamsSettings(
        applicationId + ".replay." + name,
        stateDir,
        ownThreads,
        commitInterval,
        backlogCommitInterval,
        batch,
        rekeyed,
        windowsExpire,
        rocksdbCacheBytes);
  }

  static StreamsSettings from(Settings settings) {
    settings.parse(
        Setting.PROCESSING_GUARANTEE,
        "exactly_once_v2 only, because the stages add differences, which are not idempotent:"
            + " one added twice stays wrong for ever",
        text -> text,
        "exactly_once_v2"::equals);
    return new StreamsSettings(
        settings.text(Setting.APPLICATION_ID),
        Path.of(settings.text(Setting.STATE_DIR)),
        settings.integer(Setting.THREADS, 1, 1_000),
        // Well within the transaction timeout of 30 s, and of 10 s where it is set lower.
        Duration.ofMillis(settings.integer(Setting.COMMIT_INTERVAL_MS, 1, MAX_COMMIT_INTERVAL_MS)),
        Duration.ofMillis(
            settings.integer(Setting.BACKLOG_COMMIT_INTERVAL_MS, 1, MAX_COMMIT_INTERVAL_MS)),
        settings.integer(Setting.BATCH_EVENTS, 1, 10_000_000),
        settings.flag(Setting.INPUT_REKEY),
        settings.flag(Setting.WINDOWS_EXPIRE),
        settings.bytes(Setting.ROCKSDB_CACHE_BYTES));
  }
}
