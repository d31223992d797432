package org.contactroi.topology.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.contactroi.topic.Topics;
import org.contactroi.topology.stage.Abreast;
import org.contactroi.topology.stage.EventSerdes;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.PastVerdicts;
import org.contactroi.topology.stage.Stage;
import org.contactroi.topology.stage.TopologySettings;
import org.jspecify.annotations.Nullable;

/**
 * A stage that reads events as sources send them: decides what is accepted, writes rejects and dead
 * letters, and keeps the event time each tenant has reached.
 *
 * @param <E> the contract of the events
 */
public abstract class EventStage<E extends SpecificRecordBase> extends Stage<Received<E>> {

  private static final long CLOCK_AHEAD_MS = Duration.ofHours(1).toMillis();
  private static final long IDLE_AFTER_MS = Duration.ofMinutes(5).toMillis();

  private final Topics topics;
  private final InstantSource wallClock;
  private final PastVerdicts past;
  private final EventSerdes serdes;
  private final Abreast abreast;
  private Abreast.@Nullable Reader reader;
  private Serializer<SpecificRecord> serializer;
  private Deserializer<E> deserializer;
  private TenantClocks clocks;
  private boolean busy;
  private long openedAt;
  private long quietSince;
  private boolean caughtUpSent;

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  protected EventStage(TopologySettings settings, @Nullable String rulesStore) {
    super(settings, rulesStore);
    this.topics = settings.topics();
    this.wallClock = settings.wallClock();
    this.past = settings.past();
    this.serdes = settings.serdes();
    this.abreast = settings.pace().abreast();
  }

  @Override
  protected void open(ProcessorContext<byte[], Output> context) {
    serializer = serdes.serializer();
    deserializer = serdes.deserializer();
    clocks =
        new TenantClocks(store(clockStore()), upstream(context), IDLE_AFTER_MS, wallClock.millis());
    reader = null;
    busy = true;
    openedAt = context.currentSystemTimeMs();
    caughtUpSent = false;
  }

  /** Name of the store of clocks. */
  protected abstract String clockStore();

  /** The number under which the next stage knows this partition. */
  protected abstract int upstream(ProcessorContext<byte[], Output> context);

  protected abstract Envelope envelope(E event);

  /** Takes an event that is accepted. */
  protected abstract void accepted(byte[] key, Received.Decoded<E> decoded, Origin from);

  /**
   * Does what another stage says.
   *
   * @throws IllegalStateException unless the stage is one that is told something
   */
  protected void told(byte[] message) {
    throw new IllegalStateException("nobody tells this stage anything");
  }

  /** Where a record of the input stood. */
  protected Origin origin(Record<byte[], Received<E>> input) {
    return Origin.of(context().recordMetadata().orElseThrow());
  }

  @Override
  protected final void note(Record<byte[], Received<E>> input) {
    if (input.value() instanceof Received.FromStage<E> told) {
      told(told.wire());
      return;
    }
    busy = true;
    Origin from = origin(input);
    stayAbreast(from, input.timestamp());
    PastVerdicts.Past verdict = past.of(from.topic(), from.partition(), from.offset());
    if (verdict == PastVerdicts.Past.PASSED_OVER) {
      return;
    }
    if (verdict == PastVerdicts.Past.ACCEPTED) {
      take(input.key(), input.value(), from);
    } else if (input.value() instanceof Received.Decoded<E> decoded) {
      judge(input.key(), decoded, from);
    } else if (input.value() instanceof Received.Undecodable<E> undecodable) {
      deadLetter(input.key(), undecodable, from);
    } else {
      deadLetter(
          input.key(),
          new Received.Undecodable<>(new byte[0], "NULL_VALUE", "the record has no value"),
          from);
    }
  }

  /** Other events are little work where they are read, and may be read ahead. */
  private void stayAbreast(Origin from, long published) {
    if (!from.topic().equals(topics.interactionEvents())) {
      return;
    }
    if (reader == null) {
      reader = abreast.reader(from.topic(), from.partition());
    }
    long pause = reader.pauseAfter(published, context().currentSystemTimeMs());
    if (pause > 0) {
      Utils.sleep(pause);
    }
  }

  @Override
  public void close() {
    super.close();
    serializer.close();
    deserializer.close();
  }

  protected final Topics topics() {
    return topics;
  }

  protected final InstantSource wallClock() {
    return wallClock;
  }

  /** Event time reached, by tenant. */
  protected final TenantClocks clocks() {
    return clocks;
  }

  protected final E decode(String topic, byte[] wire) {
    return deserializer.deserialize(topic, wire);
  }

  protected final Serializer<SpecificRecord> serializer() {
    return serializer;
  }

  @Override
  protected void work(long now) {
    clocks.keep();
  }

  /** An event of the future moves the clock no further than an hour past the wall clock. */
  private void advanceClock(Envelope envelope) {
    long now = wallClock.millis();
    long time = Math.min(envelope.occurredAt().toEpochMilli(), now + CLOCK_AHEAD_MS);
    clocks.advance(envelope.tenant(), time, now);
  }

  /**
   * Whether all that was published before the stage was opened has been read, at wall clock {@code
   * now}, for the first time: something that was published after it has been, or nothing has come
   * for long.
   */
  protected final boolean isNewlyCaughtUp(long now) {
    quietSince = busy ? now : quietSince;
    busy = false;
    boolean caughtUp = newest() > openedAt || now - quietSince >= IDLE_AFTER_MS;
    boolean newly = caughtUp && !caughtUpSent;
    caughtUpSent |= caughtUp;
    return newly;
  }

  /**
   * Takes what was accepted before.
   *
   * @throws IllegalStateException naming the record when it cannot be decoded any more
   */
  private void take(byte[] key, Received<E> received, Origin from) {
    if (!(received instanceof Received.Decoded<E> decoded)) {
      throw new IllegalStateException(
          "the record at %s-%d, offset %d was accepted before and cannot be decoded any more"
              .formatted(from.topic(), from.partition(), from.offset()));
    }
    Envelope envelope = envelope(decoded.event());
    if (past.counts(envelope.tenant())) {
      advanceClock(envelope);
      accepted(key, decoded, from);
    }
  }

  private void judge(byte[] key, Received.Decoded<E> decoded, Origin from) {
    Envelope envelope = envelope(decoded.event());
    Rejection rejection =
        Optional.ofNullable(Acceptance.check(key, envelope, decoded.wire().length))
            .orElseGet(() -> refusal(envelope));
    if (rejection != null) {
      emit(
          RejectRecords.key(envelope.eventId()),
          topics.rejects(),
          serializer.serialize(
              topics.rejects(), RejectRecords.rejected(rejection, from, decoded.wire())));
      return;
    }
    advanceClock(envelope);
    accepted(key, decoded, from);
  }

  /** What speaks against an event that is right in itself; null when nothing does. */
  protected @Nullable Rejection refusal(Envelope envelope) {
    long occurredAt = envelope.occurredAt().toEpochMilli();
    Duration lateness = policies().at(envelope.tenant(), occurredAt).lateness();
    return clocks.isTooLate(envelope.tenant(), occurredAt, lateness.toMillis())
        ? Rejection.of(Verdict.TOO_LATE, "occurred_at", envelope.occurredAt())
        : null;
  }

  private void deadLetter(byte @Nullable [] key, Received.Undecodable<E> undecodable, Origin from) {
    DeadLetter letter = DeadLetter.of(key, undecodable, from);
    emit(letter.key(), topics.deadLetters(), letter.value(), letter.headers());
  }
}
