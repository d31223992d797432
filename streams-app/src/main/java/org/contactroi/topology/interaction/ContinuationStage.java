package org.contactroi.topology.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.topology.stage.Ageing;
import org.contactroi.topology.stage.Clock;
import org.contactroi.topology.stage.FactChange;
import org.contactroi.topology.stage.FactChange.Forgotten;
import org.contactroi.topology.stage.FactChange.MemberChange;
import org.contactroi.topology.stage.Message;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.Stage;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.stage.UpstreamClocks;
import org.contactroi.topology.store.PartedStore;

/**
 * Keyed like the events of the interaction that others go on with, so it stands in the task of that
 * one and looks at its state: sends those others to the episodes of its customer. The time of the
 * episodes goes through here, since members do.
 */
public final class ContinuationStage extends Stage<byte[]> {

  public static final String STATE = "continuations-by-interaction";
  public static final String AGEING = "continuations-by-day";
  public static final String CLOCKS = "continuation-clocks";

  /** As often as clocks come. */
  private static final long CLOCKS_EVERY_MS = 1_000;

  private final int partitions;
  private final Map<String, Clock> clocksSent = new HashMap<>();
  private long clocksSentAt;
  private PartedStore interactions;
  private Ageing past;
  private Continuations continuations;
  private UpstreamClocks clocks;

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  public ContinuationStage(TopologySettings settings) {
    super(settings, null);
    this.partitions = settings.partitions();
  }

  @Override
  protected void open(ProcessorContext<byte[], Output> context) {
    interactions = new PartedStore(store(InteractionStage.STATE));
    past = new Ageing(store(InteractionStage.PAST));
    continuations = new Continuations(store(STATE), new Ageing(store(AGEING)), this::emit);
    clocks = new UpstreamClocks(store(CLOCKS), 1, partitions);
    clocksSent.clear();
    clocksSentAt = 0;
  }

  /** There are few of them: each is worked on as it comes, so that time need not wait either. */
  @Override
  protected void note(Record<byte[], byte[]> input) {
    if (Message.isClock(input.key())) {
      clocks.receive(Message.clock(input.value()));
      sendClocks();
    } else {
      update(new String(input.key(), UTF_8), FactChange.decode(input.value()));
    }
  }

  @Override
  protected int arrived() {
    return 0;
  }

  @Override
  protected void work(long now) {
    clocks.keep();
    sendClocks();
    if (areClocksDue(now)) {
      clocks.tenants().forEach(this::forgetOld);
    }
  }

  @Override
  protected void workAgain(String tenant, long from, Policies before) {
    throw new IllegalStateException("it keeps nothing that depends on rules");
  }

  private void update(String id, FactChange change) {
    String key = Keys.join(change.tenant(), id);
    if (change.change() instanceof MemberChange member) {
      continuations.change(
          key, member, InteractionState.facts(interactions.get(key).entries()), change.reached());
    } else if (change.change() instanceof Forgotten forgotten) {
      continuations.forget(key, forgotten, change.reached());
    }
  }

  /** Behind the members that came before. */
  private void sendClocks() {
    long now = context().currentSystemTimeMs();
    if (now - clocksSentAt < CLOCKS_EVERY_MS) {
      return;
    }
    for (String tenant : clocks.tenants()) {
      Clock clock = clocks.clock(tenant, context().taskId().partition());
      if (clock != null && !clock.equals(clocksSent.put(tenant, clock))) {
        emit(Message.CLOCK_KEY, InteractionStage.FACTS, Message.clock(clock));
        clocksSentAt = now;
      }
    }
  }

  /** As customers are: behind all that came by then, nothing goes on with what is forgotten. */
  private void forgetOld(String tenant) {
    Long purge = clocks.purge(tenant);
    if (purge != null) {
      long old = purge - policies().longest(tenant, KpiPolicy::customerKept);
      continuations.forgetBefore(tenant, old);
      past.takeBefore(tenant, old).forEach(this::forgetPast);
    }
  }

  private void forgetPast(String key) {
    PartedStore.Parted stored = interactions.get(key);
    interactions.put(key, stored, InteractionState.withoutPast(stored.entries()));
  }
}
