package org.contactroi.topology.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.outputs.Watermark;
import org.contactroi.record.AmountRecords;
import org.contactroi.record.KpiRecords;
import org.contactroi.record.TotalsRecords;
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
 * Keyed by tenant and slice: adds differences to minutes, hours and days, publishes their totals
 * and the KPI records of hours and days, and follows event time with their status and expiry.
 */
public final class TotalsStage extends Stage<byte[]> {

  public static final String WINDOWS = "windows";
  public static final String AGENDA = "window-agenda";
  public static final String OPEN = "window-agenda-open";
  public static final String PROGRESS = "window-progress";
  public static final String INBOX = "windows-inbox";
  public static final String CLOCKS = "window-clocks";
  public static final String WORTH = "window-worth";
  public static final String REPRICING = "window-repricing";
  public static final String REFERENCE = "window-reference";
  public static final String CHANGED_PARTS = "window-parts";

  /** The repartition to the stage of statements. */
  public static final String DAY_PARTS = "day-parts";

  private final Topics topics;
  private final int partitions;
  private final boolean windowsExpire;
  private final EventSerdes serdes;
  private Serializer<SpecificRecord> serializer;
  private UpstreamClocks clocks;
  private Inbox<Difference> inbox;
  private WindowIndex agenda;
  private WindowStore windows;
  private WindowWalk walk;
  private Watermarks watermarks;
  private MoneyReference reference;
  private Pricing pricing;
  private Repricing repricing;
  private DayParts parts;
  private final Map<String, Clock> clocksSent = new HashMap<>();

  /** Days of which an hour is worth something else since the update began. */
  private final Set<TotalsKey> revalued = new HashSet<>();

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
    windows = new WindowStore(store(WINDOWS), this::policies, clocks);
    agenda = new WindowIndex(store(AGENDA));
    walk =
        new WindowWalk(
            windows,
            agenda,
            new WindowIndex(store(OPEN)),
            new Progress(store(PROGRESS)),
            this::policies);
    reference = money(REFERENCE);
    pricing = new Pricing(store(WORTH), reference, windows);
    repricing = new Repricing(store(REPRICING), agenda, windows, pricing);
    parts = new DayParts(store(CHANGED_PARTS), windows);
    clocksSent.clear();
    watermarks = new Watermarks(context.taskId().partition(), this::watermark);
    inbox = Inbox.open(store(INBOX), Difference::decode, difference -> difference.changes().size());
  }

  @Override
  protected void note(Record<byte[], byte[]> input) {
    if (Message.isClock(input.key())) {
      clocks.receive(Message.clock(input.value()));
    } else {
      inbox.add(new String(input.key(), UTF_8), input.value(), Difference.decode(input.value()));
    }
  }

  @Override
  protected int arrived() {
    return inbox.arrived();
  }

  /**
   * Time goes first: a window it has passed is then published once, with the status it has now, and
   * not a second time for the status.
   */
  @Override
  protected boolean hasWaiting(long now) {
    return repricing.isLeft() || inbox.isAnyDue(now);
  }

  @Override
  protected void work(long now) {
    clocks.keep();
    reference.refresh(now).forEach(repricing::touch);
    clocks.tenants().forEach(this::follow);
    inbox.drain(now, (slice, differences) -> update(differences));
    repricing.advance().forEach(this::publishAgain);
    if (areClocksDue(now)) {
      parts.drain(
          part -> emit(RoiPartCodec.key(part.tenant()), DAY_PARTS, RoiPartCodec.encode(part)));
      clocks.tenants().forEach(this::sendClock);
    }
  }

  /** The records of windows that end under the new version say so. */
  @Override
  protected void workAgain(String tenant, long from, Policies before) {
    walk.endingAfter(tenant, from, this::publish);
  }

  @Override
  public void close() {
    super.close();
    if (reference != null) {
      reference.close();
    }
    serializer.close();
  }

  /** A window whose amounts changed. */
  private void publishAgain(TotalsKey key) {
    Kpi kpi = windows.again(key);
    if (kpi != null) {
      publish(kpi);
    }
  }

  /** What expired; minutes have no KPI record. */
  private void publishGone(TotalsKey key) {
    publish(key, null);
    if (key.window() != WindowSize.MINUTE) {
      publishKpi(key, null);
    }
  }

  private void publish(Kpi kpi) {
    publishKpi(kpi.key(), KpiRecords.toAvro(kpi, money(kpi)));
  }

  /** Totals; null if there are none any more. */
  private void publish(TotalsKey key, @Nullable Totals totals) {
    parts.changed(key);
    publish(
        topics.totals(),
        key.text(),
        totals == null ? null : TotalsRecords.toAvro(key, windows.window(key), totals));
  }

  private void publishKpi(TotalsKey key, @Nullable SpecificRecord kpi) {
    if (key.window() == WindowSize.DAY) {
      parts.changed(key);
    }
    publish(topics.kpi(key.family()), key.textWithoutFamily(), kpi);
  }

  private @Nullable SpecificRecord money(Kpi kpi) {
    return pricing
        .priced(kpi.key())
        .map(priced -> AmountRecords.toAvro(priced, kpi.totals(), kpi.isSettled()))
        .orElse(null);
  }

  /** Behind the parts it speaks of. */
  private void sendClock(String tenant) {
    Clock clock = clocks.clock(tenant, context().taskId().partition());
    if (clock != null && !clock.equals(clocksSent.put(tenant, clock))) {
      emit(Message.CLOCK_KEY, DAY_PARTS, Message.clock(clock));
    }
  }

  private void follow(String tenant) {
    Long purge = clocks.purge(tenant);
    Long status = clocks.status(tenant);
    if (purge != null && windowsExpire) {
      walk.expire(tenant, purge, this::publishGone);
    }
    if (status != null) {
      walk.settle(tenant, status, this::publish);
      watermarks.follow(tenant, status, purge);
    }
  }

  /** Hours go first: a day is worth what they are. A slice has no state of its own. */
  private int update(List<Difference> differences) {
    Map<TotalsKey, Totals> days = new HashMap<>();
    Map<TotalsKey, Map<Long, Totals>> hours = new HashMap<>();
    for (Difference difference : differences) {
      for (Difference.Change change : difference.changes()) {
        days.merge(key(WindowSize.DAY, difference, change), change.totals(), Totals::plus);
        hours
            .computeIfAbsent(key(WindowSize.HOUR, difference, change), hour -> new HashMap<>())
            .merge(change.minute(), change.totals(), Totals::plus);
      }
    }
    revalued.clear();
    hours.forEach(this::addHour);
    days.forEach(this::addDay);
    return 0;
  }

  private TotalsKey key(WindowSize size, Difference difference, Difference.Change change) {
    Window window = windows.calendar(difference.tenant()).window(size, change.minute());
    return new TotalsKey(
        difference.tenant(), change.totals().family(), difference.slice(), size, window.start());
  }

  private void addHour(TotalsKey hour, Map<Long, Totals> minutes) {
    add(hour, minutes.values().stream().reduce(Totals.zero(hour.family()), Totals::plus));
    if (hour.family().hasMinutes() && !walk.areMinutesExpired(hour)) {
      addMinutes(hour, minutes);
    }
  }

  /** What moves from one hour to another leaves the day as it is, but for what is rounded. */
  private void addDay(TotalsKey day, Totals difference) {
    if (difference.isZero() && revalued.contains(day)) {
      publishAgain(day);
    } else {
      add(day, difference);
    }
  }

  /** Adds to an hour or a day. */
  private void add(TotalsKey key, Totals difference) {
    if (difference.isZero() || walk.isExpired(key)) {
      return;
    }
    WindowStore.Change change = windows.add(key, difference);
    if (change.isNew()) {
      agenda.add(key);
    }
    Kpi kpi = change.kpi();
    Totals totals = kpi == null ? null : kpi.totals();
    boolean isPriced = key.window() == WindowSize.HOUR && key.family().isPriced();
    if (isPriced && pricing.price(key, totals)) {
      revalued.add(windows.day(key));
    }
    publish(key, totals);
    publishKpi(key, kpi == null ? null : KpiRecords.toAvro(kpi, money(kpi)));
    walk.changed(key);
  }

  private void addMinutes(TotalsKey hour, Map<Long, Totals> minutes) {
    long before = agenda.minutes(hour);
    long after = before;
    for (Map.Entry<Long, Totals> minute : minutes.entrySet()) {
      long bit = WindowIndex.bit(hour, minute.getKey());
      if (!minute.getValue().isZero()) {
        TotalsKey key = minuteKey(hour, minute.getKey());
        publish(key, windows.addMinute(key, minute.getValue(), (after & bit) == 0));
        after |= bit;
      }
    }
    if (after != before) {
      agenda.setMinutes(hour, after);
    }
  }

  private static TotalsKey minuteKey(TotalsKey hour, long minute) {
    return new TotalsKey(hour.tenant(), hour.family(), hour.slice(), WindowSize.MINUTE, minute);
  }

  private void watermark(Watermark watermark) {
    publish(topics.watermarks(), Keys.escape(watermark.getTenantId()), watermark);
  }

  private void publish(String topic, String key, @Nullable SpecificRecord value) {
    emit(key.getBytes(UTF_8), topic, value == null ? null : serializer.serialize(topic, value));
  }
}
