package org.contactroi.topology.episode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.contactroi.episode.CustomerDay;
import org.contactroi.episode.Episode;
import org.contactroi.episode.EpisodeGrouping;
import org.contactroi.episode.Member;
import org.contactroi.episode.Purpose;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Families;
import org.contactroi.record.Customer;
import org.contactroi.topic.Topics;
import org.contactroi.topology.stage.Ageing;
import org.contactroi.topology.stage.Clock;
import org.contactroi.topology.stage.ClockHolds;
import org.contactroi.topology.stage.Difference;
import org.contactroi.topology.stage.EventSerdes;
import org.contactroi.topology.stage.FactChange;
import org.contactroi.topology.stage.FactChange.Erased;
import org.contactroi.topology.stage.FactChange.Forgotten;
import org.contactroi.topology.stage.FactChange.MemberChange;
import org.contactroi.topology.stage.Inbox;
import org.contactroi.topology.stage.MergedDifferences;
import org.contactroi.topology.stage.Message;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.Stage;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.stage.UpstreamClocks;
import org.contactroi.topology.store.PartedStore;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by customer, or by interaction where the customer is not known: keeps the interactions of
 * the customer as members, groups them to episodes, and sends the difference between what these
 * contribute now and what was sent before, together with what interactions contribute by
 * themselves. Differences of all customers before a commit are merged by slice and hour first.
 */
public final class EpisodeStage extends Stage<byte[]> {

  public static final String STATE = "customers";
  public static final String INBOX = "customers-inbox";
  public static final String AGEING = "customers-by-day";
  public static final String CLOCKS = "customer-clocks";
  public static final String DIFFERENCES = "differences";
  public static final String HISTORY = "customers-episodes";
  public static final String ERASING = "customers-erasing";

  private final Topics topics;
  private final int partitions;
  private final EventSerdes serdes;
  private MergedDifferences differences;

  /**
   * Event time by tenant, UTC ms, as told by all that was noted: of a batch that covers hours only
   * the minutes that are recent at its end are sent as minutes.
   */
  private final Map<String, Long> reached = new HashMap<>();

  private final Map<String, MergedDifferences.Rules> rules = new HashMap<>();
  private final Map<String, Clock> clocksSent = new LinkedHashMap<>();
  private Serializer<SpecificRecord> serializer;
  private PartedStore states;
  private Ageing ageing;
  private Inbox<FactChange> inbox;
  private UpstreamClocks clocks;
  private ClockHolds holds;
  private EpisodePublication publication;
  private EpisodeHistory history;
  private ErasureMarks erasing;

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  public EpisodeStage(TopologySettings settings) {
    super(settings, STATE);
    this.topics = settings.topics();
    this.partitions = settings.partitions();
    this.serdes = settings.serdes();
  }

  @Override
  protected void open(ProcessorContext<byte[], Output> context) {
    serializer = serdes.serializer();
    states = new PartedStore(store(STATE));
    ageing = new Ageing(store(AGEING));
    clocks = new UpstreamClocks(store(CLOCKS), 1, partitions);
    clocksSent.clear();
    // What a failure left of the work before is done again.
    differences = new MergedDifferences();
    rules.clear();
    reached.clear();
    holds = new ClockHolds();
    publication = new EpisodePublication(topics.episodes(), serializer, this::emit);
    history = new EpisodeHistory(store(HISTORY));
    erasing = new ErasureMarks(store(ERASING), partitions);
    inbox = Inbox.open(store(INBOX), FactChange::decode);
  }

  @Override
  protected void note(Record<byte[], byte[]> input) {
    if (Message.isClock(input.key())) {
      clocks.receive(Message.clock(input.value()));
    } else {
      FactChange.Reached told = FactChange.Reached.decode(input.value());
      reached.merge(told.tenant(), told.at(), Math::max);
      inbox.add(new String(input.key(), UTF_8), input.value());
    }
  }

  @Override
  protected int arrived() {
    return inbox.arrived();
  }

  @Override
  protected boolean hasWaiting(long now) {
    return inbox.isAnyDue(now);
  }

  @Override
  protected void work(long now) {
    clocks.keep();
    rules.clear();
    inbox.drain(now, this::update);
    differences.drain(this::send);
    holds.worked(inbox.waiting(), currentClocks());
    if (areClocksDue(now)) {
      clocks.tenants().forEach(this::sendClock);
      clocks.tenants().forEach(this::forgetOld);
    }
  }

  /** Episodes that begin under the new version; those before it come out as they are. */
  @Override
  protected void workAgain(String tenant, long from, Policies before) {
    for (String key : ageing.since(tenant, from)) {
      PartedStore.Parted stored = states.get(key);
      CustomerState state = CustomerState.decode(stored.entries());
      contribute(key, state, episodes(tenant, state.members(), before));
      states.put(key, stored, state.encode());
    }
  }

  @Override
  public void close() {
    super.close();
    serializer.close();
  }

  private int update(String key, List<FactChange> changes) {
    for (FactChange change : changes) {
      merge(change.tenant(), change.difference());
    }
    List<MemberChange> ofMembers = only(MemberChange.class, changes);
    int size = ofMembers.isEmpty() ? 0 : updateMembers(key, ofMembers);
    List<Forgotten> forgotten = only(Forgotten.class, changes);
    if (!forgotten.isEmpty()) {
      forgetMembers(key, forgotten);
    }
    boolean isErased = false;
    for (Erased erased : only(Erased.class, changes)) {
      isErased |= erasing.complete(key, erased.partition());
    }
    return isErased ? erase(key) : size;
  }

  private static <C extends FactChange.Change> List<C> only(
      Class<C> kind, List<FactChange> changes) {
    return changes.stream()
        .map(FactChange::change)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private int updateMembers(String key, List<MemberChange> changes) {
    String tenant = Keys.split(key).get(0);
    PartedStore.Parted stored = states.get(key);
    CustomerState state = CustomerState.decode(stored.entries());
    List<Member> before = state.members();
    long lastTime = state.lastTime();
    boolean changed = false;
    for (MemberChange change : changes) {
      changed |= state.apply(change);
    }
    if (changed) {
      requireSameRules(tenant);
      contribute(key, state, episodes(tenant, before, policies()));
      states.put(key, stored, state.encode());
      ageing.moved(key, lastTime, state.lastTime());
    }
    return state.size();
  }

  /** Takes back nothing of what was sent: totals stay, and later changes count from there. */
  private void forgetMembers(String key, List<Forgotten> forgotten) {
    String tenant = Keys.split(key).get(0);
    PartedStore.Parted stored = states.get(key);
    CustomerState state = CustomerState.decode(stored.entries());
    List<Episode> before = episodes(tenant, state.members(), policies());
    long lastTime = state.lastTime();
    forgotten.forEach(gone -> state.apply(new MemberChange(gone.id(), null)));
    List<Episode> episodes = episodes(tenant, state.members(), policies());
    state.setContributions(contributions(key, state, episodes));
    publication.publish(tenant, FactChange.customer(key), before, episodes);
    states.put(key, stored, state.encode());
    ageing.moved(key, lastTime, state.lastTime());
  }

  /** Takes back nothing of what was sent: totals stay. */
  private int erase(String key) {
    PartedStore.Parted stored = states.get(key);
    CustomerState state = CustomerState.decode(stored.entries());
    publication.remove(published(key, state));
    publication.remove(history.take(key));
    states.put(key, stored, List.of());
    ageing.moved(key, state.lastTime(), Long.MIN_VALUE);
    return 0;
  }

  /** Of a known customer. */
  private List<EpisodeHistory.Published> published(String key, CustomerState state) {
    String tenant = Keys.split(key).get(0);
    Customer customer = Objects.requireNonNull(FactChange.customer(key));
    return EpisodePublication.published(
        tenant, customer, episodes(tenant, state.members(), policies()));
  }

  /** R + G + W after the last interaction nothing can join or change the episodes of a customer. */
  private void forgetOld(String tenant) {
    Long purge = clocks.purge(tenant);
    if (purge != null) {
      long kept = policies().longest(tenant, KpiPolicy::customerKept);
      ageing.takeBefore(tenant, purge - kept).forEach(this::forget);
    }
  }

  /** What is published stays, and of a known customer it stays known. */
  private void forget(String key) {
    PartedStore.Parted stored = states.get(key);
    if (FactChange.customer(key) != null) {
      history.add(key, published(key, CustomerState.decode(stored.entries())));
    }
    states.put(key, stored, List.of());
  }

  private void contribute(String key, CustomerState state, List<Episode> before) {
    String tenant = Keys.split(key).get(0);
    List<Episode> episodes = episodes(tenant, state.members(), policies());
    Map<Cell, Totals> contributions = contributions(key, state, episodes);
    merge(tenant, Contributions.difference(contributions, state.contributions()));
    state.setContributions(contributions);
    publication.publish(tenant, FactChange.customer(key), before, episodes);
  }

  private Map<Cell, Totals> contributions(String key, CustomerState state, List<Episode> episodes) {
    Map<Cell, Totals> contributions =
        Contributions.sum(episodes, Families::contributions, narrowing(Keys.split(key).get(0)));
    days(key, state.members())
        .forEach((cell, totals) -> contributions.merge(cell, totals, Totals::plus));
    return contributions;
  }

  /** What the days add on which a known customer got in touch. */
  private Map<Cell, Totals> days(String key, List<Member> members) {
    if (FactChange.customer(key) == null) {
      return Map.of();
    }
    String tenant = Keys.split(key).get(0);
    TenantCalendar calendar = rules.computeIfAbsent(tenant, this::rules).calendar();
    return Contributions.sum(
        CustomerDay.of(members, at -> calendar.day(at).start()),
        Families::contributions,
        narrowing(tenant));
  }

  private static List<Episode> episodes(String tenant, List<Member> members, Policies policies) {
    List<Episode> episodes = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      episodes.addAll(EpisodeGrouping.group(members, purpose, policies.episodeRules(tenant)));
    }
    return episodes;
  }

  /**
   * What was told of an hour alone is taken back from it alone: time that decides which minutes are
   * recent does not fall.
   */
  private void merge(String tenant, Map<Cell, Totals> difference) {
    if (!difference.isEmpty()) {
      Long status = clocks.status(tenant);
      long time = reached.getOrDefault(tenant, Long.MIN_VALUE);
      differences.add(
          tenant,
          status == null ? time : Math.max(status, time),
          difference,
          rules.computeIfAbsent(tenant, this::rules));
    }
  }

  private MergedDifferences.Rules rules(String tenant) {
    return differenceRules(tenant, (version, family) -> policy(tenant, version).slices(family));
  }

  private void send(Difference difference) {
    emit(difference.key().getBytes(UTF_8), DIFFERENCES, difference.encode());
  }

  private List<Clock> currentClocks() {
    List<Clock> current = new ArrayList<>();
    for (String tenant : clocks.tenants()) {
      Clock clock = clock(tenant);
      if (clock != null) {
        current.add(clock);
      }
    }
    return current;
  }

  private @Nullable Clock clock(String tenant) {
    return clocks.clock(tenant, context().taskId().partition());
  }

  /**
   * Behind the data of this commit: what this partition has worked on completely. One that is held
   * back is sent every time: whoever waits for the end sees that it goes on.
   */
  private void sendClock(String tenant) {
    Clock reached = clock(tenant);
    Clock clock = reached == null ? null : holds.limit(reached);
    if (clock != null && (holds.isHeld(tenant) || !clock.equals(clocksSent.get(tenant)))) {
      clocksSent.put(tenant, clock);
      emit(Message.CLOCK_KEY, DIFFERENCES, Message.clock(clock));
    }
  }
}
