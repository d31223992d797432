package org.contactroi.serve.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.contactroi.kpi.family.Families;
import org.contactroi.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the committed output topics by assignment, without a group, from where the store ends.
 * Starts anew, with a warning, when a topic was made anew or truncated, or when the store is so old
 * that tombstones may be gone. Failures make it not ready and are tried again.
 */
public final class OutputReader implements Runnable {

  /** Brokers may drop a tombstone after delete.retention.ms, by default a day. */
  static final Duration RESUME_LIMIT = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(OutputReader.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration REFRESH = Duration.ofMillis(500);

  /** While history is read sums are made anew each time; reading comes first. */
  private static final long REFRESH_SHARE = 5;

  private static final Duration NOTE_WRITTEN = Duration.ofMinutes(1);
  private static final long RETRY_MS = 1_000;

  private final Consumer<byte[], byte[]> consumer;
  private final TopicCatalog catalog;
  private final List<String> topics;
  private final Set<String> kpis;
  private final KpiState state;
  private final ChangeCollector collector;
  private final Readiness readiness;
  private final Clock clock;
  private final LongConsumer publicationDelay;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Map<TopicPartition, String> topicIds = new HashMap<>();
  private Map<TopicPartition, Long> targets = Map.of();
  private boolean caughtUp;
  private long writtenAt;
  private long refreshAt;

  /**
   * A reader; {@link #run} reads until {@link #stop}.
   *
   * @param publicationDelay takes the ms from publication to reading of each KPI record, once all
   *     that was there at start is read
   */
  public OutputReader(
      Consumer<byte[], byte[]> consumer,
      TopicCatalog catalog,
      Topics topics,
      KpiState state,
      ChangeCollector collector,
      Readiness readiness,
      Clock clock,
      LongConsumer publicationDelay) {
    this.consumer = consumer;
    this.catalog = catalog;
    this.topics = outputs(topics);
    this.kpis = Set.copyOf(kpis(topics));
    this.state = state;
    this.collector = collector;
    this.readiness = readiness;
    this.clock = clock;
    this.publicationDelay = publicationDelay;
  }

  /** The topics that are read. */
  public static List<String> outputs(Topics topics) {
    List<String> names = new ArrayList<>(kpis(topics));
    names.add(topics.totals());
    names.add(topics.roi());
    names.add(topics.live());
    names.add(topics.rejects());
    names.add(topics.deadLetters());
    return List.copyOf(names);
  }

  private static List<String> kpis(Topics topics) {
    return Families.all().stream().map(topics::kpi).toList();
  }

  @Override
  public void run() {
    try (consumer) {
      while (!isStopping()) {
        read();
      }
    } catch (WakeupException | InterruptException e) {
      LOG.debug("Reading was ended", e);
    }
  }

  /** Ends {@link #run} soon. */
  public void stop() {
    stopping.countDown();
    consumer.wakeup();
  }

  private void read() {
    try {
      assign();
      while (!isStopping()) {
        poll();
      }
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (InvalidOffsetException e) {
      startAnew("offsets are gone: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Reading failed and is tried again", e);
      readiness.notReady("reading fails: " + e.getMessage());
      pause();
    }
  }

  /** Takes all partitions, each from where the store ends. */
  public void assign() {
    topicIds.clear();
    topicIds.putAll(catalog.partitions(topics));
    reasonToStartAnew().ifPresent(this::startAnew);
    consumer.assign(topicIds.keySet());
    Map<String, StoredOffset> stored = state.offsets();
    for (TopicPartition partition : topicIds.keySet()) {
      StoredOffset offset = stored.get(partition.toString());
      if (offset == null) {
        consumer.seekToBeginning(Set.of(partition));
      } else {
        consumer.seek(partition, offset.next());
      }
    }
    targets = consumer.endOffsets(topicIds.keySet());
    showProgress();
  }

  /** Reads once and brings gauges up to date when it is time. */
  public void poll() {
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    long now = clock.millis();
    if (!polled.isEmpty() || now - writtenAt >= NOTE_WRITTEN.toMillis()) {
      state.apply(collector.collect(polled), positions(polled.partitions()), now);
      writtenAt = now;
    }
    if (caughtUp) {
      polled.forEach(consumed -> noteDelay(consumed, now));
    }
    showProgress();
    if (caughtUp && now >= refreshAt) {
      state.gauges().refresh();
      long end = clock.millis();
      refreshAt = end + Math.max(REFRESH.toMillis(), REFRESH_SHARE * (end - now));
    }
  }

  private Optional<String> reasonToStartAnew() {
    Map<String, StoredOffset> stored = state.offsets();
    for (Map.Entry<TopicPartition, String> partition : topicIds.entrySet()) {
      StoredOffset offset = stored.get(partition.getKey().toString());
      if (offset != null && !offset.topicId().equals(partition.getValue())) {
        return Optional.of("topic %s was made anew".formatted(partition.getKey().topic()));
      }
    }
    return state
        .writtenAt()
        .filter(at -> clock.millis() - at > RESUME_LIMIT.toMillis())
        .map(at -> "the store was not written for longer than " + RESUME_LIMIT);
  }

  private void startAnew(String why) {
    LOG.warn("The store is read anew: {}", why);
    readiness.notReady("the store is read anew: " + why);
    caughtUp = false;
    state.clear();
  }

  private Map<TopicPartition, StoredOffset> positions(Collection<TopicPartition> partitions) {
    Map<TopicPartition, StoredOffset> positions = new HashMap<>();
    for (TopicPartition partition : partitions) {
      String id = topicIds.getOrDefault(partition, "");
      positions.put(partition, new StoredOffset(id, consumer.position(partition)));
    }
    return positions;
  }

  private void showProgress() {
    if (readiness.whyNot().isEmpty()) {
      return;
    }
    long left =
        targets.entrySet().stream()
            .mapToLong(target -> target.getValue() - consumer.position(target.getKey()))
            .filter(behind -> behind > 0)
            .sum();
    if (left > 0 && !caughtUp) {
      readiness.notReady("reading what was published before: %d offsets left".formatted(left));
    } else {
      caughtUp = true;
      state.gauges().refresh();
      readiness.ready();
    }
  }

  private void noteDelay(ConsumerRecord<byte[], byte[]> consumed, long now) {
    if (kpis.contains(consumed.topic()) && consumed.value() != null) {
      publicationDelay.accept(now - consumed.timestamp());
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause() {
    try {
      if (stopping.await(RETRY_MS, TimeUnit.MILLISECONDS)) {
        LOG.debug("Stopping while waiting to try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }
}
