package org.contactroi.topology.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.outputs.Watermark;
import org.contactroi.record.AmountRecords;
import org.contactroi.record.KpiRecords;
import org.contactroi.record.TotalsRecords;
import org.contactroi.roi.valuation.DayPart;
import org.contactroi.topic.Topics;
import org.contactroi.topology.stage.Clock;
import org.contactroi.topology.stage.Difference;
import org.contactroi.topology.stage.EventSerdes;
import org.contactroi.topology.stage.Inbox;
import org.contactroi.topology.stage.Message;
import org.contactroi.topology.stage.MoneyReference;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.Stage;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.stage.UpstreamClocks;
import org.contactroi.topology.store.RoiPartCodec;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by tenant and slice: adds differences to hours and days, and to the minutes that are
 * recent, publishes their totals and the KPI records of hours and days, and follows event time with
 * their status and expiry.
 */
public final class TotalsStage extends Stage<byte[]> {

  public static final String WINDOWS = "windows";
  public static final String QUARTERS = "window-quarters";
  public static final String OPEN = "windows-open";
  public static final String PROGRESS = "window-progress";
  public static final String INBOX = "windows-inbox";
  public static final String CLOCKS = "window-clocks";
  public static final String REPRICING = "window-repricing";
  public static final String REFERENCE = "window-reference";
  public static final String CHANGED_PARTS = "window-parts";

  /** The repartition to the stage of statements. */
  public static final String DAY_PARTS = "day-parts";

  /**
   * More than a change of an hour takes in a difference, which may have hundreds of them: each is a
   * row to write, and decides how long a batch takes.
   */
  private static final int CHANGE_BYTES = 64;

  private final Topics topics;
  private final int partitions;
  private final boolean windowsExpire;
  private final EventSerdes serdes;
  private Serializer<SpecificRecord> serializer;
  private UpstreamClocks clocks;
  private Inbox<Difference> inbox;
  private WindowStore windows;
  private QuarterStore quarters;
  private OpenRows open;
  private WindowWalk walk;
  private Watermarks watermarks;
  private MoneyReference reference;
  private Pricing pricing;
  private Repricing repricing;
  private DayParts parts;
  private final Map<String, Clock> clocksSent = new HashMap<>();

  /** Tenants whose windows have not all been told of the time that has passed. */
  private final Set<String> behind = new TreeSet<>();

  private long nanosForTime;

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  public TotalsStage(TopologySettings settings) {
    super(settings, WINDOWS);
    this.topics = settings.topics();
    this.partitions = settings.partitions();
    this.windowsExpire = settings.windowsExpire();
    this.serdes = settings.serdes();
  }

  /** Differences come from the partitions of episodes and from as many of agents. */
  @Override
  protected void open(ProcessorContext<byte[], Output> context) {
    serializer = serdes.serializer();
    clocks = new UpstreamClocks(store(CLOCKS), 2 * partitions, 2 * partitions);
    windows = new WindowStore(store(WINDOWS), this::policies);
    quarters = new QuarterStore(store(QUARTERS));
    open = new OpenRows(store(OPEN));
    walk =
        new WindowWalk(
            windows, quarters, open, new Progress(store(PROGRESS)), this::policies, this::relieve);
    behind.clear();
    clocks.tenants().forEach(behind::add);
    reference = money(REFERENCE);
    pricing = new Pricing(reference, windows);
    repricing = new Repricing(store(REPRICING), windows, pricing);
    parts = new DayParts(store(CHANGED_PARTS));
    clocksSent.clear();
    watermarks = new Watermarks(context.taskId().partition(), this::watermark);
    inbox = Inbox.open(store(INBOX), Difference::decode, CHANGE_BYTES);
  }

  @Override
  protected void note(Record<byte[], byte[]> input) {
    if (Message.isClock(input.key())) {
      clocks.receive(Message.clock(input.value()));
    } else {
      inbox.add(new String(input.key(), UTF_8), input.value());
    }
  }

  @Override
  protected int arrived() {
    return inbox.arrived();
  }

  @Override
  protected boolean hasWaiting(long now) {
    return repricing.isLeft() || !behind.isEmpty() || inbox.isAnyDue(now);
  }

  /**
   * Time goes first: a row that is new by what has arrived is not looked for in the store. What
   * arrived for a slice is published once, with what it is in the end; slices have no rows in
   * common, so that only some of them have to be held.
   */
  @Override
  protected void work(long now) {
    clocks.keep();
    reference.refresh(now).forEach(repricing::touch);
    long begin = System.nanoTime();
    behind.clear();
    clocks.tenants().forEach(this::follow);
    nanosForTime = System.nanoTime() - begin;
    inbox.drain(now, (slice, differences) -> add(differences));
    repricing.advance();
    publishTouched();
    if (areClocksDue(now)) {
      parts.take().forEach(this::send);
      clocks.tenants().forEach(this::sendClock);
    } else {
      parts.keep();
    }
    windows.release();
  }

  @Override
  protected void committing() {
    walk.commit();
  }

  @Override
  protected long nanosForTime() {
    return nanosForTime;
  }

  /** The records of windows that end under the new version say so. */
  @Override
  protected void workAgain(String tenant, long from, Policies before) {
    walk.publishEndingAfter(tenant, from);
  }

  @Override
  public void close() {
    super.close();
    if (reference != null) {
      reference.close();
    }
    serializer.close();
  }

  private void follow(String tenant) {
    Long purge = clocks.purge(tenant);
    Long status = clocks.status(tenant);
    boolean isDone =
        purge == null || !windowsExpire || walk.expire(tenant, purge, this::publishGone);
    if (status != null) {
      isDone &= walk.settle(tenant, status);
    }
    if (!isDone) {
      behind.add(tenant);
    } else if (status != null) {
      watermarks.follow(tenant, status, purge);
    }
  }

  /** Writes rows before they are too many to hold. */
  private void relieve() {
    if (windows.isFull()) {
      publishTouched();
      windows.release();
    }
  }

  /** Adds to hours and days, and to minutes that are recent. A slice has no state of its own. */
  private int add(List<Difference> differences) {
    relieve();
    for (Difference difference : differences) {
      String tenant = difference.tenant();
      for (Difference.Change change : difference.changes()) {
        add(difference, WindowSize.HOUR, change);
        add(difference, WindowSize.DAY, change);
        if (change.isOfMinute() && !walk.isExpired(tenant, change.at())) {
          quarters.add(tenant, difference.slice(), change.at(), change.totals());
        }
      }
    }
    return 0;
  }

  private void add(Difference difference, WindowSize size, Difference.Change change) {
    String tenant = difference.tenant();
    long start = windows.calendar(tenant).window(size, change.at()).start();
    WindowRow row = windows.row(new RowKey(tenant, difference.slice(), size, start));
    if (change.totals().family().isPriced() || !walk.isExpired(row)) {
      row.of(change.totals().family()).add(change.totals());
    }
  }

  /** Hours go first: a day is worth what they are. */
  private void publishTouched() {
    for (WindowRow row : windows.held()) {
      if (row.key().window() == WindowSize.HOUR) {
        for (FamilyState state : row.families()) {
          if (state.family().isPriced() && state.hasOtherTotals()) {
            pricing.price(row, state);
          }
        }
      }
    }
    windows.held().forEach(this::publish);
    quarters.write(
        (key, minutes) ->
            publish(
                topics.totals(),
                key.text(),
                minutes.isEmpty()
                    ? null
                    : TotalsRecords.toAvro(key, windows.window(key), List.of(), minutes.totals())));
  }

  private void publish(WindowRow row) {
    boolean isTouched = row.isChanged();
    boolean hasOtherTotals = row.isChanged();
    for (FamilyState state : row.families()) {
      if (state.isToPublish()) {
        isTouched = true;
        hasOtherTotals |= state.hasOtherTotals();
        publish(row, state);
      }
    }
    if (hasOtherTotals) {
      publishTotals(row);
    }
    if (isTouched) {
      windows.write(row);
      if (walk.isPassed(row)) {
        open.put(row.key(), row.isOpen());
      }
    }
  }

  private void publishTotals(WindowRow row) {
    List<Totals> totals = row.totals();
    publish(
        topics.totals(),
        row.key().text(),
        totals.stream().allMatch(Totals::isZero)
            ? null
            : TotalsRecords.toAvro(row.key(), row.window(), totals, new TreeMap<>()));
  }

  /** A family whose totals, amounts or status changed. */
  private void publish(WindowRow row, FamilyState state) {
    boolean isGone = state.totals().isZero();
    if (isGone && !state.hasOtherTotals()) {
      return;
    }
    state.revise();
    TotalsKey key = row.key().of(state.family());
    parts.changed(key);
    if (isGone) {
      publishKpi(key, null);
      return;
    }
    Kpi kpi = kpi(row, state);
    if (kpi.isSettled() && state.family().waitsForEpisodes()) {
      state.settle();
    }
    publishKpi(key, KpiRecords.toAvro(kpi, money(row, state, kpi)));
  }

  private void publishGone(WindowRow hour, FamilyState state) {
    TotalsKey key = hour.key().of(state.family());
    parts.changed(key);
    publishKpi(key, null);
  }

  private void publishKpi(TotalsKey key, @Nullable SpecificRecord kpi) {
    publish(topics.kpi(key.family()), key.row().text(), kpi);
  }

  private @Nullable SpecificRecord money(WindowRow row, FamilyState state, Kpi kpi) {
    return pricing
        .priced(row, state)
        .map(priced -> AmountRecords.toAvro(priced, kpi.totals(), kpi.isSettled()))
        .orElse(null);
  }

  private Kpi kpi(WindowRow row, FamilyState state) {
    String tenant = row.key().tenant();
    KpiPolicy policy = policies().at(tenant, row.window().end() - 1);
    return row.kpi(state, policy, clocks.status(tenant));
  }

  /** What a window is now that statements are made of. */
  private void send(TotalsKey key) {
    WindowRow row = windows.row(key.row());
    FamilyState state = row.of(key.family());
    boolean isOpen = !state.totals().isZero() && !kpi(row, state).isSettled();
    DayPart part = DayPart.of(key, isOpen, state.totals());
    emit(RoiPartCodec.key(key.tenant()), DAY_PARTS, RoiPartCodec.encode(part));
  }

  /** Behind the parts it speaks of. */
  private void sendClock(String tenant) {
    Clock clock =
        behind.contains(tenant) ? null : clocks.clock(tenant, context().taskId().partition());
    if (clock != null && !clock.equals(clocksSent.put(tenant, clock))) {
      emit(Message.CLOCK_KEY, DAY_PARTS, Message.clock(clock));
    }
  }

  private void watermark(Watermark watermark) {
    publish(topics.watermarks(), Keys.escape(watermark.getTenantId()), watermark);
  }

  private void publish(String topic, String key, @Nullable SpecificRecord value) {
    emit(key.getBytes(UTF_8), topic, value == null ? null : serializer.serialize(topic, value));
  }
}
