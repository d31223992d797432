package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.events.InteractionEvent;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.InteractionFold;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by interaction: keeps the set of events of each interaction, folds it, and sends the facts
 * that changed to the episodes of their customer. It alone writes interactions, rejects and dead
 * letters.
 */
final class InteractionStage extends Stage<Received> {

  static final String STATE = "interactions";
  static final String INBOX = "interactions-inbox";
  static final String AGEING = "interactions-by-day";
  static final String CLOCKS = "interaction-clocks";
  static final String FACTS = "facts";

  private static final long CLOCK_AHEAD_MS = Duration.ofHours(1).toMillis();
  private static final long IDLE_AFTER_MS = Duration.ofMinutes(5).toMillis();

  private final Topics topics;
  private final Policies policies;
  private final InstantSource wallClock;
  private final int partitions;
  private final boolean rekeyed;
  private final EventSerdes serdes;
  private Serializer<SpecificRecord> serializer;
  private Deserializer<InteractionEvent> deserializer;
  private KeyValueStore<String, byte[]> states;
  private Ageing ageing;
  private Inbox<StoredEvent> inbox;
  private TenantClocks clocks;
  private Misplaced misplaced;
  private Holds holds = new Holds();

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  InteractionStage(TopologySettings settings) {
    super(settings.flushEvery());
    this.topics = settings.topics();
    this.policies = settings.policies();
    this.wallClock = settings.wallClock();
    this.partitions = settings.partitions();
    this.rekeyed = settings.rekeyed();
    this.serdes = settings.serdes();
  }

  @Override
  void open(ProcessorContext<byte[], Output> context) {
    serializer = serdes.serializer();
    deserializer = serdes.deserializer();
    misplaced = new Misplaced(context, partitions);
    states = store(STATE);
    ageing = new Ageing(store(AGEING));
    clocks =
        new TenantClocks(
            store(CLOCKS), context.taskId().partition(), IDLE_AFTER_MS, wallClock.millis());
    inbox = Inbox.open(store(INBOX), this::restore, event -> 1);
  }

  @Override
  void note(Record<byte[], Received> input) {
    Origin from = origin(input);
    if (input.value() instanceof Received.Decoded decoded) {
      accept(input.key(), decoded, from);
    } else if (input.value() instanceof Received.Undecodable undecodable) {
      deadLetter(input.key(), undecodable, from);
    } else {
      deadLetter(
          input.key(),
          new Received.Undecodable(new byte[0], "NULL_VALUE", "the record has no value"),
          from);
    }
  }

  @Override
  int arrived() {
    return inbox.arrived();
  }

  @Override
  void flush(long now) {
    inbox.drain(now, this::update);
    holds.flushed(inbox.waiting(), clocks.clocks(wallClock.millis()));
    if (areClocksDue(now)) {
      clocks.publish(
          wallClock.millis(), holds, clock -> emit(Message.CLOCK_KEY, FACTS, Message.clock(clock)));
      clocks.forEach(this::forgetOld);
    }
  }

  @Override
  public void close() {
    serializer.close();
    deserializer.close();
  }

  private Origin origin(Record<byte[], Received> input) {
    return rekeyed
        ? Origin.of(input.headers())
        : Origin.of(context().recordMetadata().orElseThrow());
  }

  private void accept(byte[] key, Received.Decoded decoded, Origin from) {
    InteractionEvent event = decoded.event();
    Rejection rejection =
        Optional.ofNullable(Acceptance.check(key, event, decoded.wire().length))
            .orElseGet(() -> lateness(event));
    if (rejection != null) {
      reject(event, rejection, decoded.wire(), from);
      return;
    }
    misplaced.note(key, from.partition());
    StoredEvent stored = StoredEvent.of(decoded.wire(), event);
    advanceClock(event);
    inbox.add(Keys.join(event.getTenantId(), event.getInteractionId()), decoded.wire(), stored);
  }

  private @Nullable Rejection lateness(InteractionEvent event) {
    long lateness = policies.of(event.getTenantId()).lateness().toMillis();
    return clocks.isTooLate(event.getTenantId(), event.getOccurredAt().toEpochMilli(), lateness)
        ? Rejection.of(Verdict.TOO_LATE, "occurred_at", event.getOccurredAt())
        : null;
  }

  /** An event of the future moves the clock no further than an hour past the wall clock. */
  private void advanceClock(InteractionEvent event) {
    long now = wallClock.millis();
    long time = Math.min(event.getOccurredAt().toEpochMilli(), now + CLOCK_AHEAD_MS);
    clocks.advance(event.getTenantId(), time, now);
  }

  private StoredEvent restore(byte[] wire) {
    InteractionEvent event = deserializer.deserialize(topics.interactionEvents(), wire);
    advanceClock(event);
    return StoredEvent.of(wire, event);
  }

  private StoredEvent stored(byte[] wire) {
    return StoredEvent.of(wire, deserializer.deserialize(topics.interactionEvents(), wire));
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
    KpiPolicy policy = policies.of(tenant);
    long kept = policy.lateness().plus(policy.gaps().longest()).toMillis();
    ageing.takeBefore(tenant, time - kept).forEach(states::delete);
  }

  private void sendFacts(String key, InteractionState state) {
    List<String> parts = Keys.split(key);
    String tenant = parts.get(0);
    KpiPolicy policy = policies.of(tenant);
    List<Interaction> facts =
        InteractionFold.fold(tenant, parts.get(1), state.events(), policy.gaps());
    List<InteractionState.Sent> sent = facts.stream().map(InteractionState.Sent::of).toList();
    for (InteractionState.Sent before : state.sent()) {
      if (!sent.contains(before)) {
        withdraw(tenant, before, sent);
      }
    }
    facts.forEach(fact -> send(fact, policy.version()));
    state.setSent(sent);
  }

  private void send(Interaction fact, String policyVersion) {
    FactChange change = FactChange.of(fact);
    emit(change.key().getBytes(UTF_8), FACTS, change.encode(policyVersion));
    publish(
        topics.interactions(),
        Keys.join(fact.tenant(), fact.id()),
        FactRecords.toAvro(fact, policyVersion));
  }

  /** Takes back a fact that is no more, or that belongs to another customer now. */
  private void withdraw(
      String tenant, InteractionState.Sent before, List<InteractionState.Sent> now) {
    FactChange change = new FactChange(tenant, before.id(), before.customerKey(), null);
    emit(change.key().getBytes(UTF_8), FACTS, change.encode(""));
    if (now.stream().noneMatch(sent -> Objects.equals(sent.id(), before.id()))) {
      emit(Keys.join(tenant, before.id()).getBytes(UTF_8), topics.interactions(), null);
    }
  }

  private void publish(String topic, String key, SpecificRecord value) {
    emit(key.getBytes(UTF_8), topic, serializer.serialize(topic, value));
  }

  private void reject(InteractionEvent event, Rejection rejection, byte[] wire, Origin from) {
    publish(topics.rejects(), event.getEventId(), RejectRecords.rejected(rejection, from, wire));
  }

  private void deadLetter(byte[] key, Received.Undecodable undecodable, Origin from) {
    emit(
        key,
        topics.deadLetters(),
        undecodable.wire(),
        RejectRecords.deadLetter(undecodable.reason(), undecodable.detail(), from));
  }
}
