package org.contactroi.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.contactroi.interaction.Event;
import org.contactroi.interaction.Interaction;
import org.jspecify.annotations.Nullable;

/** What is kept of one interaction: the set of its events, and where its facts were sent. */
final class InteractionState {

  /** A fact that was sent: the interaction, or a part of it, and the customer it was sent under. */
  record Sent(String id, @Nullable String customerKey) {
    static Sent of(Interaction interaction) {
      return new Sent(interaction.id(), interaction.customerKey());
    }
  }

  private final Map<String, StoredEvent> events = new LinkedHashMap<>();
  private List<Sent> sent = List.of();

  /**
   * Adds an event to the set.
   *
   * @return whether the set changed: false for a duplicate and for the loser of its identity
   */
  boolean add(StoredEvent added) {
    StoredEvent known = events.get(added.event().eventId());
    if (known != null && !added.winsOver(known)) {
      return false;
    }
    events.put(added.event().eventId(), added);
    return true;
  }

  /** Records of the set. */
  int size() {
    return events.size();
  }

  Collection<Event> events() {
    List<Event> winners = new ArrayList<>(events.size());
    events.values().forEach(stored -> winners.add(stored.event()));
    return winners;
  }

  /** Greatest event time, UTC ms; {@link Long#MIN_VALUE} without events. */
  long lastTime() {
    long last = Long.MIN_VALUE;
    for (StoredEvent stored : events.values()) {
      last = Math.max(last, stored.event().occurredAt());
    }
    return last;
  }

  List<Sent> sent() {
    return sent;
  }

  void setSent(List<Sent> sent) {
    this.sent = sent;
  }

  byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeInt(sent.size());
          for (Sent fact : sent) {
            encoder.writeString(fact.id());
            AvroBytes.writeNullable(encoder, fact.customerKey());
          }
          encoder.writeInt(events.size());
          for (StoredEvent event : events.values()) {
            encoder.writeBytes(event.wire());
          }
        });
  }

  static InteractionState decode(
      byte @Nullable [] stored, Function<byte[], StoredEvent> eventDecoder) {
    InteractionState state = new InteractionState();
    if (stored == null) {
      return state;
    }
    return AvroBytes.read(
        stored,
        decoder -> {
          List<Sent> sent = new ArrayList<>(1);
          for (int left = decoder.readInt(); left > 0; left--) {
            sent.add(new Sent(AvroBytes.readString(decoder), AvroBytes.readNullable(decoder)));
          }
          state.sent = sent;
          for (int left = decoder.readInt(); left > 0; left--) {
            state.add(eventDecoder.apply(AvroBytes.readBytes(decoder)));
          }
          return state;
        });
  }
}
