package org.contactroi.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ProductionProperties;
import org.contactroi.app.config.StreamsSettings;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.outputs.TotalsRecord;
import org.contactroi.record.Customer;
import org.contactroi.record.TotalsRecords;
import org.contactroi.topic.Topics;
import org.contactroi.topology.intake.Envelope;
import org.contactroi.topology.stage.CommitPace;
import org.contactroi.topology.stage.Difference;
import org.contactroi.topology.stage.FactChange;
import org.contactroi.topology.stage.PastVerdicts;
import org.contactroi.topology.stage.ReferenceLog;
import org.contactroi.topology.stage.TopologySettings;
import org.jspecify.annotations.Nullable;

/** The topology under production properties, with one partition and a wall clock of its own. */
public final class Driven implements AutoCloseable {

  public static final Topics TOPICS = new Topics("contact-roi.");
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final Slice ALL = new Slice("all", List.of());

  private final Path stateDir;
  private final Map<String, String> keys;
  private final Function<StreamsSettings, CommitPace> pace;
  private final PastVerdicts past;
  private final Map<String, byte @Nullable []> published = new LinkedHashMap<>();
  private Instant now;
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> input;
  private final TestInputTopic<byte[], byte[]> agentInput;
  private final TestInputTopic<byte[], byte[]> customerInput;
  private final TestInputTopic<String, byte[]> reference;
  private final PlainSerdes.Writing writing = new PlainSerdes.Writing();
  private final PlainSerdes.Reading reading = new PlainSerdes.Reading();
  private final Map<String, TestOutputTopic<String, byte[]>> outputs = new HashMap<>();
  private final Map<String, List<TestRecord<String, byte[]>>> records = new HashMap<>();

  public Driven(Path stateDir, Map<String, String> keys) {
    this(stateDir, keys, Driven::byClock, PastVerdicts.NONE, NOW);
  }

  /** One that keeps what another may have decided. */
  public Driven(Path stateDir, Map<String, String> keys, PastVerdicts past) {
    this(stateDir, keys, Driven::byClock, past, NOW);
  }

  /** One that works right before commits, as a process does: the driver commits every record. */
  static Driven committing(Path stateDir, Map<String, String> keys) {
    return new Driven(
        stateDir,
        keys,
        streams ->
            new CommitPace(
                streams.commitInterval(), streams.backlogCommitInterval(), streams.batch()),
        PastVerdicts.NONE,
        NOW);
  }

  private Driven(
      Path stateDir,
      Map<String, String> keys,
      Function<StreamsSettings, CommitPace> pace,
      PastVerdicts past,
      Instant now) {
    this.stateDir = stateDir;
    this.keys = keys;
    this.pace = pace;
    this.past = past;
    this.now = now;
    AppConfig config = config(stateDir, keys);
    Topology topology = topology(config, pace.apply(config.streams()), past);
    driver = new TopologyTestDriver(topology, ProductionProperties.of(config), now);
    input =
        driver.createInputTopic(
            TOPICS.interactionEvents(), new ByteArraySerializer(), new ByteArraySerializer());
    agentInput =
        driver.createInputTopic(
            TOPICS.agentEvents(), new ByteArraySerializer(), new ByteArraySerializer());
    customerInput =
        driver.createInputTopic(
            TOPICS.customerEvents(), new ByteArraySerializer(), new ByteArraySerializer());
    reference =
        driver.createInputTopic(
            TOPICS.reference(), new StringSerializer(), new ByteArraySerializer());
  }

  private static CommitPace byClock(StreamsSettings streams) {
    return CommitPace.byClock(streams.commitInterval(), streams.batch());
  }

  /**
   * Stops, and goes on with the state as it was committed, in a folder of its own. What has arrived
   * since the clock went on last was not worked on, and a process would read it again.
   */
  public Driven restarted(Path folder) {
    for (String topic : driver.producedTopicNames()) {
      if (!topic.endsWith("-changelog") && !topic.endsWith("-repartition")) {
        records(topic);
      }
    }
    driver.getAllStateStores().values().forEach(this::close);
    copy(stateDir, folder);
    // The driver is left as it is: it would close its stores again and delete them.
    Driven next = new Driven(folder, keys, pace, past, now);
    published.forEach(next::reference);
    // A process has read the reference before it begins.
    next.pass(Duration.ofSeconds(2));
    records.forEach((topic, known) -> next.records.put(topic, new ArrayList<>(known)));
    return next;
  }

  /**
   * Closes a store, which writes what it holds in memory. One that nothing was written to has an
   * offset in a process, and none in the driver.
   */
  @SuppressWarnings("deprecation") // the only way to ask a store
  private void close(StateStore store) {
    String application = config(stateDir, keys).streams().applicationId();
    TopicPartition changelog =
        new TopicPartition("%s-%s-changelog".formatted(application, store.name()), 0);
    if (store.managesOffsets() && store.committedOffset(changelog) == null) {
      store.commit(Map.of(changelog, 0L));
    }
    store.close();
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Publishes reference records. */
  public Driven publish(CatalogEntry... entries) {
    for (CatalogEntry entry : entries) {
      reference(entry.key(), wire(entry.toAvro()));
    }
    return this;
  }

  public void reference(String key, byte @Nullable [] value) {
    published.put(key, value);
    reference.pipeInput(key, value);
  }

  public static AppConfig config(Path stateDir, Map<String, String> keys) {
    Map<String, String> all = new HashMap<>(keys);
    all.putIfAbsent("topic.partitions", "1");
    all.put("state.dir", stateDir.toString());
    return AppConfig.of(all);
  }

  static Topology topology(AppConfig config) {
    return topology(config, byClock(config.streams()), PastVerdicts.NONE);
  }

  private static Topology topology(AppConfig config, CommitPace pace, PastVerdicts past) {
    TopologySettings settings =
        new TopologySettings(
            TOPICS,
            config.policies(),
            PlainSerdes.eventSerdes(),
            config.topics().partitions(),
            config.streams().rekeyed(),
            config.streams().windowsExpire(),
            past,
            pace,
            new ReferenceLog(key -> "in the driver"),
            () -> NOW);
    return new ContactRoiTopology(settings)
        .build(new TopologyConfig(new StreamsConfig(ProductionProperties.of(config))));
  }

  public Driven send(InteractionEvent... events) {
    for (InteractionEvent event : events) {
      raw(event.getInteractionId(), wire(event));
    }
    return this;
  }

  public Driven send(AgentEvent... events) {
    for (AgentEvent event : events) {
      rawAgent(Envelope.of(event).subject(), wire(event));
    }
    return this;
  }

  public Driven send(CustomerEvent... events) {
    for (CustomerEvent event : events) {
      rawCustomer(Envelope.of(event).subject(), wire(event));
    }
    return this;
  }

  void rawCustomer(String key, byte @Nullable [] value) {
    customerInput.pipeInput(key.getBytes(StandardCharsets.UTF_8), value);
  }

  public void rawAgent(String key, byte @Nullable [] value) {
    agentInput.pipeInput(key.getBytes(StandardCharsets.UTF_8), value);
  }

  public void raw(String key, byte @Nullable [] value) {
    input.pipeInput(key.getBytes(StandardCharsets.UTF_8), value);
  }

  /** Adds to the windows of a slice, as a stage before them would. */
  Driven add(Difference difference) {
    driver
        .createInputTopic(
            "contact-roi-differences-repartition",
            new StringSerializer(),
            new ByteArraySerializer())
        .pipeInput(difference.tenant() + "/" + difference.slice(), difference.encode());
    return this;
  }

  /** Says that a customer is erased in a partition before, as that of the driver would. */
  Driven erasedIn(int partition, Customer customer) {
    driver
        .createInputTopic(
            "contact-roi-facts-repartition", new StringSerializer(), new ByteArraySerializer())
        .pipeInput(
            FactChange.key(Sent.TENANT, customer),
            new FactChange(Sent.TENANT, 0, new FactChange.Erased(partition), Map.of()).encode());
    return this;
  }

  public byte[] wire(SpecificRecord value) {
    return writing.serialize("", value);
  }

  /** Lets every stage flush, and send its clocks. */
  public Driven flush() {
    for (int i = 0; i < 3; i++) {
      pass(Duration.ofSeconds(2));
    }
    return this;
  }

  /** So long that sources from which nothing has come count as read to their ends. */
  public Driven rest() {
    return flush().pass(Duration.ofMinutes(5)).flush();
  }

  /** Lets some of the wall clock pass. */
  Driven pass(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
    return this;
  }

  /**
   * What was produced.
   *
   * @param bytes of keys and values
   * @param largest of the records, bytes
   */
  record Volume(long bytes, int largest) {

    Volume plus(Volume other) {
      return new Volume(bytes + other.bytes, Math.max(largest, other.largest));
    }

    private Volume and(TestRecord<byte[], byte[]> produced) {
      int more =
          (produced.key() == null ? 0 : produced.key().length)
              + (produced.value() == null ? 0 : produced.value().length);
      return new Volume(bytes + more, Math.max(largest, more));
    }
  }

  /** Takes out all that was produced since the last time: outputs, repartitions, changelogs. */
  Volume takeProduced() {
    Volume volume = new Volume(0, 0);
    for (String topic : driver.producedTopicNames()) {
      for (TestRecord<byte[], byte[]> produced :
          driver
              .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
              .readRecordsToList()) {
        volume = volume.and(produced);
      }
    }
    return volume;
  }

  /** How many bytes a store holds. */
  long bytes(String store) {
    long bytes = 0;
    try (KeyValueIterator<String, byte[]> all =
        driver.<String, byte[]>getKeyValueStore(store).all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> entry = all.next();
        bytes += entry.key.length() + entry.value.length;
      }
    }
    return bytes;
  }

  /** How many entries a store holds. */
  int entries(String store) {
    int entries = 0;
    try (KeyValueIterator<String, byte[]> all =
        driver.<String, byte[]>getKeyValueStore(store).all()) {
      while (all.hasNext()) {
        all.next();
        entries++;
      }
    }
    return entries;
  }

  /** All records of a topic so far. */
  public List<TestRecord<String, byte[]>> records(String topic) {
    List<TestRecord<String, byte[]>> known = records.computeIfAbsent(topic, t -> new ArrayList<>());
    known.addAll(
        outputs
            .computeIfAbsent(
                topic,
                t ->
                    driver.createOutputTopic(
                        t, new StringDeserializer(), new ByteArrayDeserializer()))
            .readRecordsToList());
    return known;
  }

  /** The last value of each key; tombstones are null. */
  public Map<String, byte @Nullable []> newest(String topic) {
    Map<String, byte @Nullable []> newest = new TreeMap<>();
    records(topic).forEach(published -> newest.put(published.key(), published.value()));
    return newest;
  }

  /** The newest records that are no tombstones. */
  public Map<String, SpecificRecord> alive(String topic) {
    Map<String, SpecificRecord> alive = new TreeMap<>();
    newest(topic)
        .forEach(
            (key, value) -> {
              if (value != null) {
                alive.put(key, reading.deserialize(topic, value));
              }
            });
    return alive;
  }

  public SpecificRecord decode(byte[] value) {
    return reading.deserialize("", value);
  }

  /** Sum of the days of a tenant's slice all. */
  public Totals days(String tenant, Family family) {
    Totals sum = Totals.zero(family);
    for (Map.Entry<TotalsKey, Totals> entry : totals(family).entrySet()) {
      TotalsKey key = entry.getKey();
      if (key.tenant().equals(tenant)
          && key.slice().equals(ALL)
          && key.window() == WindowSize.DAY) {
        sum = sum.plus(entry.getValue());
      }
    }
    return sum;
  }

  /** The totals of a family that are not zero, by key; of minutes those that are recent. */
  Map<TotalsKey, Totals> totals(Family family) {
    Map<TotalsKey, Totals> totals = new HashMap<>(totals());
    totals.keySet().removeIf(key -> key.family() != family);
    return totals;
  }

  /** The totals that are not zero, by key; of minutes those that are recent. */
  Map<TotalsKey, Totals> totals() {
    Map<TotalsKey, Totals> totals = new HashMap<>();
    alive(TOPICS.totals())
        .forEach(
            (text, value) ->
                totals.putAll(TotalsRecords.toDomain(RowKey.of(text), (TotalsRecord) value)));
    return totals;
  }

  /** The texts of their keys, {@code tenant/family/slice/value/window/start}. */
  public Set<String> totalsKeys() {
    return totals().keySet().stream().map(TotalsKey::text).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    driver.close();
  }
}
