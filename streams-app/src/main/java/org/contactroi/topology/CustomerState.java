package org.contactroi.topology;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Totals;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one customer: the facts of all interactions, and the contributions that were sent
 * for them, so that exactly those can be taken back.
 */
final class CustomerState {

  private final Map<String, Interaction> interactions = new TreeMap<>();
  private Map<Cell, Totals> sent = Map.of();

  List<Interaction> interactions() {
    return List.copyOf(interactions.values());
  }

  /** Latest end or start of an interaction, UTC ms; {@link Long#MIN_VALUE} without interactions. */
  long lastTime() {
    long last = Long.MIN_VALUE;
    for (Interaction interaction : interactions.values()) {
      last = Math.max(last, Math.max(interaction.start(), interaction.end()));
    }
    return last;
  }

  Map<Cell, Totals> sent() {
    return sent;
  }

  void setSent(Map<Cell, Totals> contributions) {
    sent = contributions;
  }

  /**
   * Takes over the fact of an interaction, or that it is gone.
   *
   * @return whether something changed
   */
  boolean apply(FactChange change) {
    Interaction fact = change.interaction();
    Interaction before =
        fact == null ? interactions.remove(change.id()) : interactions.put(change.id(), fact);
    return !Objects.equals(before, fact);
  }

  byte @Nullable [] encode(String policyVersion) {
    if (interactions.isEmpty()) {
      return null;
    }
    String customerKey = interactions.values().iterator().next().customerKey();
    return AvroBytes.write(
        encoder -> {
          AvroBytes.writeNullable(encoder, customerKey);
          encoder.writeInt(interactions.size());
          for (Interaction interaction : interactions.values()) {
            FactChange.writeFact(interaction, policyVersion, encoder);
          }
          CellCodec.write(sent, encoder);
        });
  }

  static CustomerState decode(byte @Nullable [] stored) {
    CustomerState state = new CustomerState();
    if (stored == null) {
      return state;
    }
    return AvroBytes.read(
        stored,
        decoder -> {
          String customerKey = AvroBytes.readNullable(decoder);
          for (int left = decoder.readInt(); left > 0; left--) {
            Interaction interaction = FactChange.readFact(decoder, customerKey);
            state.interactions.put(interaction.id(), interaction);
          }
          state.sent = CellCodec.read(decoder);
          return state;
        });
  }
}
