package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.events.InteractionEvent;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.InteractionFold;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.Rules;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.outputs.InteractionFact;

/**
 * Keyed by interaction: keeps the set of events of each interaction, folds it, and sends the facts
 * that changed to the episodes of their customer, and their legs to the agents. It alone writes
 * interactions.
 */
final class InteractionStage extends EventStage<InteractionEvent> {

  static final String STATE = "interactions";
  static final String INBOX = "interactions-inbox";
  static final String AGEING = "interactions-by-day";
  static final String CLOCKS = "interaction-clocks";
  static final String FACTS = "facts";
  static final String AGENT_LEGS = "agent-legs";

  private final int partitions;
  private final boolean rekeyed;
  private KeyValueStore<String, byte[]> states;
  private Ageing ageing;
  private Inbox<StoredEvent> inbox;
  private Misplaced misplaced;
  private Holds holds;

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  InteractionStage(TopologySettings settings) {
    super(settings);
    this.partitions = settings.partitions();
    this.rekeyed = settings.rekeyed();
  }

  @Override
  void open(ProcessorContext<byte[], Output> context) {
    super.open(context);
    misplaced = new Misplaced(context, partitions);
    states = store(STATE);
    ageing = new Ageing(store(AGEING));
    holds = new Holds();
    inbox = Inbox.open(store(INBOX), this::restore, event -> 1);
  }

  @Override
  String clockStore() {
    return CLOCKS;
  }

  @Override
  int upstream(ProcessorContext<byte[], Output> context) {
    return context.taskId().partition();
  }

  @Override
  Envelope envelope(InteractionEvent event) {
    return Envelope.of(event);
  }

  @Override
  Origin origin(Record<byte[], Received<InteractionEvent>> input) {
    return rekeyed ? Origin.of(input.headers()) : super.origin(input);
  }

  @Override
  void accepted(byte[] key, Received.Decoded<InteractionEvent> decoded, Origin from) {
    InteractionEvent event = decoded.event();
    misplaced.note(key, from.partition());
    inbox.add(
        Keys.join(event.getTenantId(), event.getInteractionId()),
        decoded.wire(),
        StoredEvent.of(decoded.wire(), event));
  }

  @Override
  int arrived() {
    return inbox.arrived();
  }

  @Override
  void flush(long now) {
    inbox.drain(now, this::update);
    holds.flushed(inbox.waiting(), clocks().clocks(wallClock().millis()));
    if (areClocksDue(now)) {
      clocks().publish(wallClock().millis(), holds, this::send);
      clocks().forEach(this::forgetOld);
    }
  }

  private void send(Clock clock) {
    emit(Message.CLOCK_KEY, FACTS, Message.clock(clock));
    emit(Message.CLOCK_KEY, AGENT_LEGS, Message.clock(clock));
  }

  private StoredEvent restore(byte[] wire) {
    InteractionEvent event = decode(topics().interactionEvents(), wire);
    advanceClock(Envelope.of(event));
    return StoredEvent.of(wire, event);
  }

  private StoredEvent stored(byte[] wire) {
    return StoredEvent.of(wire, decode(topics().interactionEvents(), wire));
  }

  private int update(String key, List<StoredEvent> added) {
    InteractionState state = InteractionState.decode(states.get(key), this::stored);
    long lastTime = state.lastTime();
    boolean changed = false;
    for (StoredEvent event : added) {
      changed |= state.add(event);
    }
    if (changed) {
      sendFacts(key, state);
      states.put(key, state.encode());
      ageing.moved(key, lastTime, state.lastTime());
    }
    return state.size();
  }

  /** R + G after its last event an interaction can no longer change: what comes is too late. */
  private void forgetOld(String tenant, long time) {
    KpiPolicy policy = policies().of(tenant);
    long kept = policy.lateness().plus(policy.gaps().longest()).toMillis();
    ageing.takeBefore(tenant, time - kept).forEach(states::delete);
  }

  private void sendFacts(String key, InteractionState state) {
    List<String> parts = Keys.split(key);
    String tenant = parts.get(0);
    KpiPolicy policy = policies().of(tenant);
    Rules rules =
        new Rules(
            policy.version(),
            policy.gaps(),
            policy.answerThreshold(),
            policy.shortAbandon(),
            OpeningHours.ALWAYS);
    List<Interaction> facts =
        InteractionFold.fold(tenant, parts.get(1), state.events(), instant -> rules);
    List<InteractionState.Sent> sent = facts.stream().map(InteractionState.Sent::of).toList();
    for (InteractionState.Sent before : state.sent()) {
      if (!sent.contains(before)) {
        withdraw(tenant, before, sent);
      }
    }
    facts.forEach(this::send);
    state.setSent(sent);
    sendLegs(tenant, facts, state);
  }

  /** Tells the agents whose work in the interaction changed. */
  private void sendLegs(String tenant, List<Interaction> facts, InteractionState state) {
    List<AgentLegs> legs = facts.stream().flatMap(fact -> AgentLegs.of(fact).stream()).toList();
    for (AgentLegs change : AgentLegs.changes(state.agentLegs(), legs)) {
      emit(Keys.join(tenant, change.agent()).getBytes(UTF_8), AGENT_LEGS, change.legs().encode());
    }
    state.setAgentLegs(legs);
  }

  private void send(Interaction fact) {
    FactChange change = FactChange.of(fact);
    emit(change.key().getBytes(UTF_8), FACTS, change.encode());
    for (InteractionFact part : FactRecords.toAvro(fact)) {
      publish(
          topics().interactions(),
          FactRecords.key(fact.tenant(), fact.id(), part.getPart()).getBytes(UTF_8),
          part);
    }
  }

  /** Takes back a fact that is no more, or that belongs to another customer now. */
  private void withdraw(
      String tenant, InteractionState.Sent before, List<InteractionState.Sent> now) {
    FactChange change = new FactChange(tenant, before.id(), before.customerKey(), null);
    emit(change.key().getBytes(UTF_8), FACTS, change.encode());
    if (now.stream().noneMatch(sent -> Objects.equals(sent.id(), before.id()))) {
      emit(FactRecords.key(tenant, before.id(), 0).getBytes(UTF_8), topics().interactions(), null);
    }
  }
}
