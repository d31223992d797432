package org.contactroi.topology.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.agent.Timeline;
import org.contactroi.events.AgentEvent;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.topic.Topics;
import org.contactroi.topology.stage.Ageing;
import org.contactroi.topology.stage.AgentMessage;
import org.contactroi.topology.stage.Clock;
import org.contactroi.topology.stage.ClockHolds;
import org.contactroi.topology.stage.EventSerdes;
import org.contactroi.topology.stage.Inbox;
import org.contactroi.topology.stage.LiveMessage;
import org.contactroi.topology.stage.MergedDifferences;
import org.contactroi.topology.stage.Message;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.Stage;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.stage.UpstreamClocks;

/**
 * Keyed by agent: keeps the states, the answers and the work of each agent, and sends the
 * difference between what they contribute now and what was sent before.
 */
public final class AgentStage extends Stage<byte[]> {

  public static final String STATE = "agents";
  public static final String INBOX = "agents-inbox";
  public static final String AGEING = "agents-by-day";
  public static final String CLOCKS = "agent-clocks";
  public static final String DIFFERENCES = "agent-differences";

  /** As if all were long past: what agents do has hours and no minutes. */
  private static final long NO_MINUTES = Long.MAX_VALUE;

  private final Topics topics;
  private final int partitions;
  private final EventSerdes serdes;
  private MergedDifferences differences;
  private final Map<String, MergedDifferences.Rules> rules = new HashMap<>();
  private final Map<String, Clock> clocksSent = new HashMap<>();
  private final Map<String, TenantCalendar> calendars = new HashMap<>();
  private Deserializer<AgentEvent> deserializer;
  private KeyValueStore<String, byte[]> states;
  private Ageing ageing;
  private Inbox<AgentMessage> inbox;
  private UpstreamClocks clocks;
  private ClockHolds holds;

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  public AgentStage(TopologySettings settings) {
    super(settings, STATE);
    this.topics = settings.topics();
    this.partitions = settings.partitions();
    this.serdes = settings.serdes();
  }

  /**
   * What it forgets waits for all partitions of interactions to have spoken, since agents have legs
   * in all of them, and for those of agents' events to have spoken or come to their end: a tenant
   * may have few agents, or none that send events.
   */
  @Override
  protected void open(ProcessorContext<byte[], Output> context) {
    deserializer = serdes.deserializer();
    states = store(STATE);
    ageing = new Ageing(store(AGEING));
    clocks = new UpstreamClocks(store(CLOCKS), 1, partitions, 2 * partitions);
    clocksSent.clear();
    // What a failure left of the work before is done again.
    differences = new MergedDifferences();
    rules.clear();
    holds = new ClockHolds();
    inbox = Inbox.open(store(INBOX), AgentMessage::decode);
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
    return inbox.isAnyDue(now);
  }

  @Override
  protected void work(long now) {
    clocks.keep();
    rules.clear();
    inbox.drain(now, this::update);
    differences.drain(
        difference -> emit(difference.key().getBytes(UTF_8), DIFFERENCES, difference.encode()));
    List<Clock> reached = reached();
    holds.worked(inbox.waiting(), reached);
    if (areClocksDue(now)) {
      reached.forEach(this::tell);
    }
  }

  @Override
  public void close() {
    super.close();
    deserializer.close();
  }

  /** What agents do depends on no rule but the zone, which is fixed for a tenant's life. */
  @Override
  protected void workAgain(String tenant, long from, Policies before) {}

  private int update(String key, List<AgentMessage> messages) {
    String tenant = Keys.split(key).get(0);
    requireSameRules(tenant);
    List<AgentRecord> events = new ArrayList<>();
    List<AgentMessage.Worked> parts = new ArrayList<>();
    for (AgentMessage message : messages) {
      if (message instanceof AgentMessage.Event event) {
        events.add(record(event.wire()));
      } else if (message instanceof AgentMessage.Worked part) {
        parts.add(part);
      }
    }
    StoredAgent agent = agent(key);
    String id = Keys.split(key).get(1);
    differences.add(
        tenant,
        NO_MINUTES,
        agent.take(events, parts, calendar(tenant)),
        rules.computeIfAbsent(tenant, this::rules));
    if (!events.isEmpty()) {
      agent
          .tell(id)
          .ifPresent(now -> emit(LiveMessage.key(tenant), LiveMessage.OPEN_WORK, now.encode()));
    }
    return agent.looked();
  }

  private MergedDifferences.Rules rules(String tenant) {
    return differenceRules(tenant, (version, family) -> family.slicesOfAgents());
  }

  private StoredAgent agent(String key) {
    return new StoredAgent(key, new AgentEntries(states, key), ageing, this::record);
  }

  private AgentRecord record(byte[] wire) {
    return AgentRecord.of(wire, deserializer.deserialize(topics.agentEvents(), wire));
  }

  private TenantCalendar calendar(String tenant) {
    return calendars.computeIfAbsent(tenant, t -> new TenantCalendar(policies().zone(t)));
  }

  /** The next stage hears of episodes first. */
  private List<Clock> reached() {
    List<Clock> reached = new ArrayList<>();
    for (String tenant : clocks.tenants()) {
      Clock clock = clocks.clock(tenant, partitions + context().taskId().partition());
      if (clock != null) {
        reached.add(clock);
      }
    }
    return reached;
  }

  /** Behind the data of this commit: what this partition has worked on completely. */
  private void tell(Clock reached) {
    Clock clock = holds.limit(reached);
    if (clock == null) {
      return;
    }
    boolean moved = !clock.equals(clocksSent.put(clock.tenant(), clock));
    if (moved || holds.isHeld(clock.tenant())) {
      emit(Message.CLOCK_KEY, DIFFERENCES, Message.clock(clock));
    }
    if (clock.purge() != Long.MIN_VALUE) {
      forgetOld(clock.tenant(), clock.purge());
    }
  }

  /** What is accepted now is at most R old, and changes nothing further back than its reach. */
  private void forgetOld(String tenant, long time) {
    long lateness = policies().longest(tenant, KpiPolicy::lateness);
    long old = time - lateness - Timeline.REACH_MS;
    for (String key : ageing.takeBefore(tenant, old)) {
      int slash = key.lastIndexOf('/');
      agent(key.substring(0, slash)).forget(StoredDay.day(key.substring(slash + 1)), old);
    }
  }
}
