package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.episode.Episode;
import org.contactroi.episode.EpisodeGrouping;
import org.contactroi.episode.Match;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Totals;
import org.contactroi.topic.Topics;

/**
 * Keyed by customer, or by interaction where the customer is not known: keeps the facts of the
 * customer, groups them to episodes, and sends the difference between what they contribute now and
 * what was sent before. Differences of all customers of a flush are merged by slice and minute
 * first.
 */
final class EpisodeStage extends Stage<byte[]> {

  static final String STATE = "customers";
  static final String INBOX = "customers-inbox";
  static final String AGEING = "customers-by-day";
  static final String CLOCKS = "customer-clocks";
  static final String DIFFERENCES = "differences";

  private final Topics topics;
  private final Policies policies;
  private final int partitions;
  private final EventSerdes serdes;
  private final MergedDifferences differences = new MergedDifferences();
  private Serializer<SpecificRecord> serializer;
  private KeyValueStore<String, byte[]> states;
  private LogicVersion rules;
  private Ageing ageing;
  private Inbox<FactChange> inbox;
  private UpstreamClocks clocks;
  private final Map<String, Clock> clocksSent = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  EpisodeStage(TopologySettings settings) {
    super(settings.flushEvery());
    this.topics = settings.topics();
    this.policies = settings.policies();
    this.partitions = settings.partitions();
    this.serdes = settings.serdes();
  }

  @Override
  void open(ProcessorContext<byte[], Output> context) {
    serializer = serdes.serializer();
    states = store(STATE);
    ageing = new Ageing(store(AGEING));
    rules = LogicVersion.open(states);
    clocks = new UpstreamClocks(store(CLOCKS), 1, partitions);
    clocksSent.clear();
    inbox = Inbox.open(store(INBOX), FactChange::decode, change -> 1);
  }

  @Override
  void note(Record<byte[], byte[]> input) {
    if (Message.isClock(input.key())) {
      clocks.receive(Message.clock(input.value()));
    } else {
      inbox.add(new String(input.key(), UTF_8), input.value(), FactChange.decode(input.value()));
    }
  }

  @Override
  int arrived() {
    return inbox.arrived();
  }

  @Override
  void flush(long now) {
    inbox.drain(now, this::update);
    differences.drain(this::send);
    if (areClocksDue(now)) {
      clocks.tenants().forEach(this::sendClock);
      clocks.tenants().forEach(this::forgetOld);
    }
  }

  @Override
  public void close() {
    serializer.close();
  }

  private int update(String key, List<FactChange> changes) {
    CustomerState state = CustomerState.decode(states.get(key));
    List<Interaction> before = state.interactions();
    long lastTime = state.lastTime();
    boolean changed = false;
    for (FactChange change : changes) {
      changed |= state.apply(change);
    }
    if (changed) {
      String tenant = Keys.split(key).get(0);
      KpiPolicy policy = policies.of(tenant);
      rules.check(tenant, policy);
      contribute(tenant, state, policy);
      publishEpisodes(before, state.interactions(), policy);
      states.put(key, state.encode(policy.version()));
      ageing.moved(key, lastTime, state.lastTime());
    }
    return state.interactions().size();
  }

  /** R + G + W after the last interaction nothing can join or change the episodes of a customer. */
  private void forgetOld(String tenant) {
    Long purge = clocks.purge(tenant);
    if (purge != null) {
      KpiPolicy policy = policies.of(tenant);
      long kept =
          policy.lateness().plus(policy.gaps().longest()).plus(policy.repeatWindow()).toMillis();
      ageing.takeBefore(tenant, purge - kept).forEach(states::delete);
    }
  }

  private void contribute(String tenant, CustomerState state, KpiPolicy policy) {
    Map<Cell, Totals> contributions = Contributions.of(state.interactions(), policy);
    differences.add(
        tenant, Contributions.difference(contributions, state.sent()), version -> policy);
    state.setSent(contributions);
  }

  private void publishEpisodes(List<Interaction> before, List<Interaction> now, KpiPolicy policy) {
    Map<String, Episode> published = episodes(before, policy);
    episodes(now, policy)
        .forEach(
            (key, episode) -> {
              if (!episode.equals(published.remove(key))) {
                publish(key, episode, policy);
              }
            });
    published.keySet().forEach(gone -> emit(gone.getBytes(UTF_8), topics.episodes(), null));
  }

  private void publish(String key, Episode episode, KpiPolicy policy) {
    emit(
        key.getBytes(UTF_8),
        topics.episodes(),
        serializer.serialize(topics.episodes(), EpisodeRecords.toAvro(episode, policy)));
  }

  private static Map<String, Episode> episodes(
      Collection<Interaction> interactions, KpiPolicy policy) {
    Map<String, Episode> episodes = new LinkedHashMap<>();
    for (Match match : EnumSet.of(policy.botMatch(), policy.fcrMatch())) {
      for (Episode episode : EpisodeGrouping.group(interactions, match, policy.repeatWindow())) {
        episodes.put(EpisodeRecords.key(episode), episode);
      }
    }
    return episodes;
  }

  private void send(Difference difference) {
    String key =
        Keys.escape(difference.tenant())
            + "/"
            + difference.slice().by()
            + "/"
            + difference.slice().valueText();
    emit(key.getBytes(UTF_8), DIFFERENCES, difference.encode());
  }

  /** Behind the data of this flush: what this partition has worked on completely. */
  private void sendClock(String tenant) {
    Clock clock = clocks.clock(tenant, context().taskId().partition());
    if (clock != null && !clock.equals(clocksSent.put(tenant, clock))) {
      emit(Message.CLOCK_KEY, DIFFERENCES, Message.clock(clock));
    }
  }
}
