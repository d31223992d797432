package org.contactroi.topology.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.record.StatementRecords;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.Statement;
import org.contactroi.roi.valuation.DayPart;
import org.contactroi.roi.valuation.Days;
import org.contactroi.roi.valuation.MoneyTerms;
import org.contactroi.roi.valuation.MonthPart;
import org.contactroi.roi.valuation.RoiPart;
import org.contactroi.roi.valuation.StatedDay;
import org.contactroi.roi.valuation.StatedDays;
import org.contactroi.topic.Topics;
import org.contactroi.topology.stage.EventSerdes;
import org.contactroi.topology.stage.KeptDays;
import org.contactroi.topology.stage.Message;
import org.contactroi.topology.stage.MisplacedEvents;
import org.contactroi.topology.stage.MoneyChange;
import org.contactroi.topology.stage.MoneyReference;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.Stage;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.stage.UpstreamClocks;
import org.contactroi.topology.store.RoiPartCodec;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by tenant: values the days it is told of by the reference, and publishes what they and
 * their horizons sum to. A changed reference values the days it touches anew, some before every
 * commit.
 */
public final class RoiStage extends Stage<byte[]> {

  public static final String DAYS = "roi-days";
  public static final String MONTHS = "roi-months";
  public static final String ACCOUNTS = "roi-accounts";
  public static final String TO_STATE = "roi-days-to-state";
  public static final String STATEMENTS = "roi-statements";
  public static final String PROGRESS = "roi-progress";
  public static final String CLOCKS = "roi-clocks";
  public static final String REFERENCE = "roi-reference";

  /** Days that are valued in one go; with what is published of them well within a transaction. */
  private static final int CHUNK = 400;

  private static final int TRAILING_DAYS = 30;

  /** One statement of each at a time, whose last day moves on. */
  private static final List<Horizon> RUNNING =
      List.of(Horizon.TO_DATE, Horizon.EARLY, Horizon.MID, Horizon.LATE);

  private final Topics topics;
  private final int partitions;
  private final EventSerdes serdes;
  private final KeptDays kept;
  private final Map<String, StatedDays> books = new HashMap<>();
  private final Map<String, TenantCalendar> calendars = new HashMap<>();
  private Serializer<SpecificRecord> serializer;
  private UpstreamClocks clocks;
  private MoneyReference reference;
  private RoiDays days;
  private RoiMonths months;
  private DaysToState toState;
  private RoiProgress progress;
  private Statements statements;
  private StatedAccounts accounts;
  private boolean hasMoreDays;
  private final List<RoiPart> arrived = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  public RoiStage(TopologySettings settings) {
    super(settings, null);
    this.topics = settings.topics();
    this.partitions = settings.partitions();
    this.serdes = settings.serdes();
    this.kept = settings.past().kept();
  }

  @Override
  protected void open(ProcessorContext<byte[], Output> context) {
    serializer = serdes.serializer();
    clocks = new UpstreamClocks(store(CLOCKS), partitions, partitions);
    reference = money(REFERENCE);
    months = new RoiMonths(store(MONTHS));
    days = new RoiDays(store(DAYS), months);
    toState = new DaysToState(store(TO_STATE));
    progress = new RoiProgress(store(PROGRESS));
    statements = new Statements(store(STATEMENTS), this::publish);
    accounts = new StatedAccounts(store(ACCOUNTS));
    books.clear();
    calendars.clear();
    arrived.clear();
    hasMoreDays = false;
  }

  @Override
  protected void note(Record<byte[], byte[]> input) {
    if (Message.isClock(input.key())) {
      clocks.receive(Message.clock(input.value()));
      return;
    }
    arrived.add(RoiPartCodec.decode(input.value()));
  }

  private void take(RoiPart part) {
    if (part instanceof DayPart ofDay) {
      LocalDate day = date(ofDay.tenant(), ofDay.start());
      days.put(day, ofDay);
      toState.add(ofDay.tenant(), day);
    } else if (part instanceof MonthPart ofMonths) {
      months.add(ofMonths);
      touch(ofMonths);
    }
  }

  @Override
  protected int arrived() {
    return arrived.size();
  }

  @Override
  protected boolean hasWaiting(long now) {
    return hasMoreDays;
  }

  @Override
  protected void work(long now) {
    clocks.keep();
    hasMoreDays = false;
    arrived.forEach(this::take);
    arrived.clear();
    reference.refresh(now).forEach(this::touch);
    for (String tenant : clocks.tenants()) {
      Long status = clocks.status(tenant);
      if (status != null && isOwn(tenant) && reference.of(tenant).isStated()) {
        follow(tenant, status);
      }
    }
  }

  /** Clocks of a tenant go to all partitions, its days to one. */
  private boolean isOwn(String tenant) {
    int own = context().taskId().partition();
    return MisplacedEvents.partition(RoiPartCodec.key(tenant), partitions) == own;
  }

  /** Policies decide about money by way of the reference. */
  @Override
  protected void workAgain(String tenant, long from, Policies before) {}

  @Override
  public void close() {
    super.close();
    if (reference != null) {
      reference.close();
      serializer.close();
    }
  }

  /** How many customers there are at the start of a month depends on all months before. */
  private void touch(MonthPart part) {
    LocalDate from = part.changes().firstKey().atDay(1);
    progress
        .stated(part.tenant())
        .map(stated -> Days.since(from).within(stated.from(), stated.to()))
        .ifPresent(touched -> touched.monthEnds().forEach(day -> toState.add(part.tenant(), day)));
  }

  private void touch(MoneyChange change) {
    progress
        .stated(change.tenant())
        .ifPresent(
            stated -> {
              change.priced().forEach(touched -> add(change.tenant(), touched, stated));
              change.booked().forEach(touched -> add(change.tenant(), touched, stated));
            });
  }

  private void add(String tenant, Days touched, Days stated) {
    toState.addAll(tenant, touched.within(stated.from(), stated.to()));
  }

  private void follow(String tenant, long status) {
    LocalDate last = reference.of(tenant).day(status);
    StatedDays book = book(tenant, last);
    Days wanted = kept(book.firstDay(), last);
    if (wanted.isEmpty()) {
      return;
    }
    extend(tenant, wanted);
    // Trailing days are none before the horizon to date begins.
    progress.begin(tenant, book.first()).ifPresent(moved -> add(tenant, moved, wanted));
    long settledUntil = policies().settledUntil(tenant, status);
    progress
        .settle(tenant, book.money().day(settledUntil))
        .ifPresent(settled -> add(tenant, settled, wanted));
    LocalDate until = wanted.to().minusDays(1);
    List<LocalDate> next = toState.take(tenant, until, CHUNK);
    hasMoreDays |= next.size() == CHUNK;
    if (!next.isEmpty()) {
      next.stream()
          .filter(day -> !day.isBefore(wanted.from()))
          .forEach(day -> value(tenant, book, day, settledUntil));
      publish(tenant, next, until, Instant.ofEpochMilli(status));
    }
  }

  private Days kept(LocalDate first, LocalDate last) {
    return new Days(kept.first(first), kept.last(last).plusDays(1));
  }

  /** The days of a new book and those of the one before are not the same. */
  private void extend(String tenant, Days wanted) {
    Optional<Days> stated = progress.stated(tenant);
    if (stated.isPresent() && stated.get().equals(wanted)) {
      return;
    }
    Days before = stated.orElse(new Days(wanted.from(), wanted.from()));
    toState.addAll(tenant, new Days(wanted.from(), before.from()));
    toState.addAll(tenant, new Days(before.to(), wanted.to()));
    Days gone = new Days(before.from(), wanted.from());
    if (!gone.isEmpty()) {
      gone.from().datesUntil(gone.to()).forEach(day -> withdraw(tenant, day));
    }
    progress.state(tenant, wanted);
  }

  private void withdraw(String tenant, LocalDate day) {
    accounts.remove(tenant, day);
    withdraw(tenant, Horizon.DAY, day);
    withdraw(tenant, Horizon.TRAILING_30_DAYS, day);
    toState.addAll(tenant, Days.only(day.plusDays(TRAILING_DAYS - 1)));
  }

  private void withdraw(String tenant, Horizon horizon, LocalDate day) {
    statements.withdraw(
        StatementRecords.key(tenant, horizon, StatementRecords.start(horizon, day, day)));
  }

  private void value(String tenant, StatedDays book, LocalDate day, long settledUntil) {
    StatedDay before = book.day(day);
    boolean wasSettled = before != null && before.isSettled();
    StatedDay stated = book.value(days.day(tenant, day), wasSettled, settledUntil);
    if (!stated.equals(before)) {
      book.state(day, stated);
      accounts.put(tenant, day, stated);
    }
  }

  /** Statements of days that were valued, and of the horizons they lie in. */
  private void publish(String tenant, List<LocalDate> valued, LocalDate last, Instant watermark) {
    TreeSet<LocalDate> trailing = new TreeSet<>();
    for (LocalDate day : valued) {
      publish(tenant, Horizon.DAY, day, watermark);
      for (int i = 0; i < TRAILING_DAYS && !day.plusDays(i).isAfter(last); i++) {
        trailing.add(day.plusDays(i));
      }
    }
    // The days that are left bring theirs with them.
    trailing.removeIf(
        day ->
            !toState.isDone(tenant, new Days(day.minusDays(TRAILING_DAYS - 1), day.plusDays(1))));
    for (LocalDate day : trailing) {
      if (publish(tenant, Horizon.TRAILING_30_DAYS, day, watermark) == null) {
        withdraw(tenant, Horizon.TRAILING_30_DAYS, day);
      }
    }
    if (kept.areAll() && toState.isDone(tenant, last)) {
      for (Horizon horizon : RUNNING) {
        String key = publish(tenant, horizon, last, watermark);
        statements.withdrawOthers(StatementRecords.prefix(tenant, horizon), key);
      }
    }
  }

  private @Nullable String publish(
      String tenant, Horizon horizon, LocalDate day, Instant watermark) {
    StatedDays book = Objects.requireNonNull(books.get(tenant), tenant);
    Optional<Statement> statement =
        book.statement(horizon, day).filter(stated -> kept.haveBegunOn(stated.from()));
    if (statement.isEmpty()) {
      return null;
    }
    String key = StatementRecords.key(tenant, horizon, StatementRecords.start(statement.get()));
    statements.publish(key, StatementRecords.toAvro(book, statement.get()), watermark);
    return key;
  }

  private void publish(String key, @Nullable StatementRecord statement) {
    emit(
        key.getBytes(UTF_8),
        topics.roi(),
        statement == null ? null : serializer.serialize(topics.roi(), statement));
  }

  private StatedDays book(String tenant, LocalDate last) {
    MoneyTerms money = reference.of(tenant);
    StatedDays known = books.get(tenant);
    if (known == null || !known.isOf(money, last)) {
      known = new StatedDays(money, last);
      accounts.fill(known, tenant);
      books.put(tenant, known);
    }
    return known;
  }

  /** The local day a window belongs to. */
  private LocalDate date(String tenant, long start) {
    TenantCalendar calendar =
        calendars.computeIfAbsent(tenant, t -> new TenantCalendar(policies().zone(t)));
    return Instant.ofEpochMilli(calendar.day(start).start()).atZone(calendar.zone()).toLocalDate();
  }
}
