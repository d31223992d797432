package org.contactroi.topology.stage;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.topology.store.LogicVersion;
import org.jspecify.annotations.Nullable;

/**
 * What the stages share: records are noted as they arrive, on the heap, and worked on right before
 * the next commit ({@link BeforeCommit}), or when there are many. Outputs carry the timestamp of
 * the newest record behind them.
 *
 * @param <V> what a record of the input holds
 */
public abstract class Stage<V> implements Processor<byte[], V, byte[], Output> {

  /**
   * How far partitions may be apart, so that all that is kept of minutes is complete: they are kept
   * as long as the one that is behind says, and told of as long as the one ahead does.
   */
  private static final long PARTITIONS_APART_MS = Duration.ofHours(1).toMillis();

  /** Time between clocks on their way downstream: they decide status and expiry, and can wait. */
  private static final long CLOCK_EVERY_MS = 1_000;

  private final TopologySettings settings;
  private final @Nullable String rulesStore;
  private String name = "";
  private BeforeCommit.@Nullable Due due;
  private @Nullable ProcessorContext<byte[], Output> context;
  private @Nullable ReferencePolicies reference;
  private @Nullable LogicVersion rules;
  private boolean hasNewRules;
  private long newest;
  private long clocksSentAt;
  private long waitingSince;
  private boolean isWaiting;
  private int batch;

  /**
   * A stage.
   *
   * @param rulesStore the store that keeps what rules its state was computed with; null when it
   *     keeps none that depends on them
   */
  protected Stage(TopologySettings settings, @Nullable String rulesStore) {
    this.settings = settings;
    this.rulesStore = rulesStore;
    this.batch = settings.pace().firstBatch();
  }

  @Override
  public final void init(ProcessorContext<byte[], Output> processorContext) {
    context = processorContext;
    newest = 0;
    clocksSentAt = 0;
    isWaiting = false;
    rules = rulesStore == null ? null : LogicVersion.open(store(rulesStore));
    reference =
        new ReferencePolicies(
            settings.policies(),
            processorContext.getStateStore(ReferencePolicies.STORE),
            settings.serdes().deserializer(),
            settings.referenceLog());
    reference.refresh(processorContext.currentSystemTimeMs());
    hasNewRules = true;
    open(processorContext);
    due = BeforeCommit.Due.of(name, processorContext, this::workAtCommit);
    processorContext.schedule(settings.pace().every(), PunctuationType.WALL_CLOCK_TIME, this::look);
  }

  /** The same, under the name its stores are found by. */
  final Stage<V> named(String ownName) {
    name = ownName;
    return this;
  }

  @Override
  public final void process(Record<byte[], V> input) {
    long now = context().currentSystemTimeMs();
    newest = Math.max(newest, input.timestamp());
    settings.pace().read(input.timestamp(), now);
    note(input);
    waitsSince(now);
    if (arrived() >= batch) {
      workNow();
      context().commit();
    }
  }

  private void waitsSince(long now) {
    if (!isWaiting) {
      isWaiting = true;
      waitingSince = now;
      if (!settings.pace().isByClock()) {
        require(due).since(now);
      }
    }
  }

  /** Asks for a commit when it is time to work. */
  private void look(long now) {
    hasNewRules |= require(reference).refresh(now);
    if (hasNewRules || hasWaiting(now) || now - clocksSentAt >= CLOCK_EVERY_MS) {
      waitsSince(now);
    }
    if (isWaiting && settings.pace().isByClock()) {
      workNow();
      committing();
    } else if (isWaiting && settings.pace().isDue(waitingSince, now)) {
      context().commit();
    }
  }

  /**
   * Whether there is something to do but for what arrived.
   *
   * @param now wall clock, UTC ms
   */
  protected boolean hasWaiting(long now) {
    return false;
  }

  @Override
  public void close() {
    if (reference != null) {
      reference.close();
    }
  }

  /** Opens stores; also called again after a failure, with the stores as they were committed. */
  protected abstract void open(ProcessorContext<byte[], Output> processorContext);

  /** Notes a record. */
  protected abstract void note(Record<byte[], V> input);

  /** Weight of what was noted and not worked on. */
  protected abstract int arrived();

  /**
   * Works on what was noted; a commit follows.
   *
   * @param now wall clock, UTC ms
   */
  protected abstract void work(long now);

  /**
   * Works again on everything of a tenant whose times lie at or after an instant: it has another
   * version of the rules from there on.
   *
   * @param from UTC ms
   * @param before the policies that state was computed with so far
   */
  protected abstract void workAgain(String tenant, long from, Policies before);

  /** The policies as they are now known; they change before work begins only. */
  protected final Policies policies() {
    return require(reference).policies();
  }

  /**
   * The version of a tenant's policy that contributions name. A stage before, of another instance,
   * may know one already that is still on its way here: it is waited for.
   *
   * @throws IllegalStateException when it does not come
   */
  protected final KpiPolicy policy(String tenant, String version) {
    return require(reference).awaited(tenant, version);
  }

  /**
   * Where the differences of a tenant go.
   *
   * @param slices by version of the policy and family
   */
  protected final MergedDifferences.Rules differenceRules(
      String tenant, BiFunction<String, Family, List<SliceBy>> slices) {
    ZoneId zone = policies().zone(tenant);
    return new MergedDifferences.Rules(
        slices,
        new TenantCalendar(zone),
        policies().longest(tenant, KpiPolicy::minuteRetention) + PARTITIONS_APART_MS,
        settings.past().kept().in(zone));
  }

  /** Drops what no slice of the version of a tenant's cell names. */
  protected final UnaryOperator<Cell> narrowing(String tenant) {
    return new Narrowing((version) -> policy(tenant, version));
  }

  /**
   * Checks that the state of a tenant was computed with the policy it has from the beginning.
   *
   * @throws IllegalStateException naming both when they differ
   */
  protected final void requireSameRules(String tenant) {
    require(rules).check(tenant, policies());
  }

  private void workAtCommit() {
    if (isWaiting) {
      workNow();
    }
    committing();
  }

  /** What comes next is in another transaction. */
  protected void committing() {}

  /** How much of the last work was for time that has passed and not for what arrived. */
  protected long nanosForTime() {
    return 0;
  }

  /** Works on what was noted without waiting for a commit. */
  protected final void workNow() {
    isWaiting = false;
    int arrived = arrived();
    long begin = System.nanoTime();
    work();
    batch = settings.pace().nextBatch(batch, arrived, System.nanoTime() - begin - nanosForTime());
  }

  /** Rules come before data, so that data is worked on once. */
  private void work() {
    long now = context().currentSystemTimeMs();
    if (hasNewRules && rules != null) {
      Policies before = rules.introduced(policies());
      rules.introduce(policies()).forEach((tenant, from) -> workAgain(tenant, from, before));
    }
    hasNewRules = false;
    work(now);
  }

  /** Whether clocks are due again at wall clock {@code now}, UTC ms. */
  protected final boolean areClocksDue(long now) {
    if (now - clocksSentAt < CLOCK_EVERY_MS) {
      return false;
    }
    clocksSentAt = now;
    return true;
  }

  /**
   * What amounts depend on.
   *
   * @param copy the store that keeps what was worked in
   */
  protected final MoneyReference money(String copy) {
    return new MoneyReference(
        context().getStateStore(ReferencePolicies.STORE),
        store(copy),
        settings.serdes().deserializer(),
        tenant -> policies().zone(tenant),
        settings.referenceLog());
  }

  protected final ProcessorContext<byte[], Output> context() {
    return require(context);
  }

  private static <T> T require(@Nullable T opened) {
    return Objects.requireNonNull(opened, "not initialised");
  }

  protected final <S> KeyValueStore<String, S> store(String name) {
    return context().getStateStore(name);
  }

  protected final void emit(byte[] key, String topic, byte @Nullable [] value) {
    context().forward(new Record<>(key, new Output(topic, value), timestamp()));
  }

  protected final void emit(
      byte @Nullable [] key, String topic, byte @Nullable [] value, Headers headers) {
    context().forward(new Record<>(key, new Output(topic, value), timestamp(), headers));
  }

  /** Greatest timestamp of the records that came, UTC ms; 0 before the first. */
  protected final long newest() {
    return newest;
  }

  /** What a restart restored goes out before a new record came in, and not as of 1970. */
  private long timestamp() {
    return newest == 0 ? context().currentSystemTimeMs() : newest;
  }
}
