package org.contactroi.app.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.StreamsSettings;
import org.contactroi.app.config.TopicSettings;
import org.contactroi.topology.ContactRoiTopology;
import org.contactroi.topology.stage.CommitPace;
import org.contactroi.topology.stage.EventSerdes;
import org.contactroi.topology.stage.PastVerdicts;
import org.contactroi.topology.stage.ReferenceLog;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.store.BoundedRocksDb;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topology as it runs in this process: exactly-once, with a bounded number of thread
 * replacements before a failure ends it.
 */
public final class Pipeline implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  /**
   * Replacements of failed threads, none further than an hour from the next, before it gives up.
   */
  private static final int REPLACEMENTS = 10;

  private static final long FORGIVEN_AFTER_NANOS = Duration.ofHours(1).toNanos();

  /**
   * Survives a pause of the registry or the collector; a dead instance holds others up no longer.
   */
  private static final int TRANSACTION_TIMEOUT_MS = 30_000;

  /** Will be the default; until then Kafka Streams warns at every start without it. */
  private static final String GLOBAL_FAILURES_HANDLED =
      "processing.exception.handler.global.enabled";

  /** Caches hold nothing but that a stage has work to do. */
  private static final long MARKERS_BYTES = 16L << 20;

  /** A first start waits as long for each of some fifty internal topics, one after the other. */
  private static final long RETRY_MS = 5;

  /**
   * A replay counts nothing before it knows all erasures, to take each in its place among the
   * events: longer than reading them takes.
   */
  private static final long ERASURES_READ_MS = 10_000;

  private static final int PRODUCER_BATCH_BYTES = 256 * 1024;

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  private final KafkaStreams streams;
  private final CloseOptions closing;
  private int replacements;
  private long failedAt;
  private final AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();
  private final CompletableFuture<Void> running = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  public Pipeline(AppConfig config) {
    this(config, PastVerdicts.NONE);
  }

  /**
   * One that goes on where a replay has ended.
   *
   * @param past what is decided of records already
   */
  public Pipeline(AppConfig config, PastVerdicts past) {
    this(config, past, properties(config), GroupMembershipOperation.REMAIN_IN_GROUP);
  }

  private Pipeline(
      AppConfig config,
      PastVerdicts past,
      Properties properties,
      GroupMembershipOperation membership) {
    closing = CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(membership);
    streams = new KafkaStreams(topology(config, past), properties);
    streams.setStateListener((now, before) -> onState(now));
    streams.setUncaughtExceptionHandler(this::onFailure);
  }

  /** One that replays. When it is closed nobody waits for it to come back. */
  public static Pipeline replaying(AppConfig config, PastVerdicts past) {
    Properties properties = properties(config);
    properties.putIfAbsent(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, ERASURES_READ_MS);
    return new Pipeline(config, past, properties, GroupMembershipOperation.LEAVE_GROUP);
  }

  /** The topology of a configuration. */
  public static Topology topology(AppConfig config) {
    return topology(config, PastVerdicts.NONE);
  }

  private static Topology topology(AppConfig config, PastVerdicts past) {
    TopologySettings settings =
        new TopologySettings(
            config.topics().names(),
            config.policies(),
            new EventSerdes(
                config.kafka().valueSerializer(),
                config.kafka().valueDeserializer(),
                config.kafka().serdes()),
            config.topics().partitions(),
            config.streams().rekeyed(),
            config.streams().windowsExpire(),
            past,
            new CommitPace(
                config.streams().commitInterval(),
                config.streams().backlogCommitInterval(),
                config.streams().batch()),
            new ReferenceLog(ReferencePlaces.of(config)::place),
            InstantSource.system());
    return new ContactRoiTopology(settings)
        .build(new TopologyConfig(new StreamsConfig(properties(config))));
  }

  /** Configuration of Kafka Streams. */
  public static Properties properties(AppConfig config) {
    StreamsSettings streams = config.streams();
    Map<String, Object> properties = new HashMap<>(config.kafka().streams());
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, streams.applicationId());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(GLOBAL_FAILURES_HANDLED, true);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, streams.stateDir().toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
    // Stages ask for commits; this is for what none of them asks for.
    properties.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        Math.max(streams.commitInterval().toMillis(), streams.backlogCommitInterval().toMillis()));
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, MARKERS_BYTES);
    properties.put(
        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class.getName());
    properties.put(BoundedRocksDb.CACHE_BYTES_CONFIG, streams.rocksdbCacheBytes());
    properties.putIfAbsent(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_TIMEOUT_MS);
    properties.putIfAbsent(StreamsConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_MS);
    // Each batch has buffers of its own to be compressed in.
    properties.putIfAbsent(
        StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), PRODUCER_BATCH_BYTES);
    properties.putIfAbsent(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        TopicSettings.LARGEST_RECORD_BYTES);
    properties.putIfAbsent(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        TopicSettings.LARGEST_RECORD_BYTES);
    properties.putIfAbsent(
        StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) config.topics().replicationFactor());
    Properties result = new Properties();
    result.putAll(properties);
    return result;
  }

  /** Starts; returns at once. */
  public void start() {
    streams.start();
  }

  /**
   * Waits until all threads run.
   *
   * @throws IllegalStateException with the cause if it failed or did not come up in time
   */
  public void awaitRunning(Duration timeout) throws InterruptedException {
    try {
      CompletableFuture.anyOf(running, ended).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the topology did not start within " + timeout, e);
    }
    requireNoFailure();
  }

  /**
   * Waits until it has ended.
   *
   * @throws IllegalStateException with the cause if it ended by a failure
   */
  public void awaitEnd() throws InterruptedException {
    try {
      ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    requireNoFailure();
  }

  /** What is to happen when it has ended, by a failure or not. */
  @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the action
  public void onEnd(Runnable action) {
    ended.thenRun(action);
  }

  /** Whether it runs and is not rebalancing. */
  public boolean isRunning() {
    return streams.state() == State.RUNNING;
  }

  /** For binding metrics. */
  public KafkaStreams streams() {
    return streams;
  }

  @Override
  public void close() {
    if (!streams.close(closing)) {
      LOG.warn("the topology did not stop within {}", CLOSE_TIMEOUT);
    }
  }

  /**
   * Checks that it has not failed.
   *
   * @throws IllegalStateException with the cause if it has
   */
  public void requireNoFailure() {
    if (streams.state() == State.ERROR || streams.state() == State.PENDING_ERROR) {
      Throwable failure = cause.get();
      throw new IllegalStateException(
          "the topology failed: " + (failure == null ? "unknown cause" : rootMessage(failure)),
          failure);
    }
  }

  private void onState(State now) {
    if (now == State.RUNNING) {
      running.complete(null);
    }
    if (now == State.ERROR || now == State.NOT_RUNNING) {
      ended.complete(null);
    }
  }

  private synchronized StreamThreadExceptionResponse onFailure(Throwable failure) {
    cause.set(failure);
    long now = System.nanoTime();
    replacements = now - failedAt > FORGIVEN_AFTER_NANOS ? 1 : replacements + 1;
    failedAt = now;
    LOG.atError()
        .addKeyValue("replacement", replacements)
        .addKeyValue("of", REPLACEMENTS)
        .setCause(failure)
        .log("a stream thread failed");
    return replacements <= REPLACEMENTS
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = Objects.requireNonNull(root.getCause());
    }
    return root.toString();
  }
}
