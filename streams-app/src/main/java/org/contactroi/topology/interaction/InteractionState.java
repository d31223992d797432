package org.contactroi.topology.interaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.interaction.InteractionId;
import org.contactroi.interaction.event.Event;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Totals;
import org.contactroi.record.Customer;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.CellCodec;
import org.contactroi.topology.store.MemberCodec;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one interaction: the set of its events, and what was told of it, so that exactly
 * that can be taken back.
 *
 * <p>Its entries in a store are the events as received, groups of contributions, the work of
 * agents, and last where its facts were sent, with the numbers of groups and agents.
 */
final class InteractionState {

  /**
   * Where facts were sent.
   *
   * @param home key that differences of contributions are sent under, for good: what was added and
   *     is taken away again has to come in this order
   * @param facts one, more after long silences
   */
  record Sent(String home, List<SentFact> facts) {

    static final Sent NOTHING = new Sent("", List.of());

    Sent {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A fact that was sent.
   *
   * @param customer the one it was sent under, null when not identified
   * @param isMember it was sent to the episodes
   * @param parts how many records it was published in
   */
  record SentFact(InteractionId id, @Nullable Customer customer, boolean isMember, int parts) {}

  private final Map<String, StoredEvent> events = new LinkedHashMap<>();
  private Sent sent = Sent.NOTHING;
  private Map<Cell, Totals> contributions = new LinkedHashMap<>();
  private List<AgentLegs> agentLegs = new ArrayList<>();

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

  /** Least event time, UTC ms; {@link Long#MAX_VALUE} without events. */
  long firstTime() {
    long first = Long.MAX_VALUE;
    for (StoredEvent stored : events.values()) {
      first = Math.min(first, stored.event().occurredAt());
    }
    return first;
  }

  /** Where its facts were sent. */
  Sent sent() {
    return sent;
  }

  void setSent(Sent facts) {
    sent = facts;
  }

  /** What was sent of its contributions. */
  Map<Cell, Totals> contributions() {
    return contributions;
  }

  void setContributions(Map<Cell, Totals> sentContributions) {
    contributions = sentContributions;
  }

  /** The work that agents were told of. */
  List<AgentLegs> agentLegs() {
    return agentLegs;
  }

  void setAgentLegs(List<AgentLegs> sentLegs) {
    agentLegs = sentLegs;
  }

  List<byte[]> encode() {
    List<byte[]> groups = CellCodec.groups(contributions);
    List<byte[]> entries = new ArrayList<>(events.size() + groups.size() + agentLegs.size() + 1);
    events.values().forEach(event -> entries.add(event.wire()));
    entries.addAll(groups);
    agentLegs.forEach(legs -> entries.add(AvroBytes.write(legs::write)));
    entries.add(AvroBytes.write(encoder -> writeLast(groups.size(), encoder)));
    return entries;
  }

  static InteractionState decode(List<byte[]> entries, Function<byte[], StoredEvent> eventDecoder) {
    InteractionState state = new InteractionState();
    if (!entries.isEmpty()) {
      state.read(entries, eventDecoder);
    }
    return state;
  }

  private void read(List<byte[]> entries, Function<byte[], StoredEvent> eventDecoder) {
    int last = entries.size() - 1;
    Last counts = AvroBytes.read(entries.get(last), InteractionState::readLast);
    int legs = last - counts.agentLegs();
    int groups = legs - counts.groups();
    entries.subList(0, groups).forEach(event -> add(eventDecoder.apply(event)));
    for (byte[] group : entries.subList(groups, legs)) {
      contributions.putAll(AvroBytes.read(group, CellCodec::read));
    }
    for (byte[] work : entries.subList(legs, last)) {
      agentLegs.add(AvroBytes.read(work, AgentLegs::read));
    }
    sent = counts.sent();
  }

  private record Last(int groups, int agentLegs, Sent sent) {}

  private void writeLast(int groups, Encoder encoder) throws IOException {
    encoder.writeInt(groups);
    encoder.writeInt(agentLegs.size());
    encoder.writeString(sent.home());
    encoder.writeInt(sent.facts().size());
    for (SentFact fact : sent.facts()) {
      MemberCodec.writeId(fact.id(), encoder);
      writeCustomer(fact.customer(), encoder);
      encoder.writeBoolean(fact.isMember());
      encoder.writeInt(fact.parts());
    }
  }

  private static Last readLast(BinaryDecoder decoder) throws IOException {
    int groups = decoder.readInt();
    int agentLegs = decoder.readInt();
    String home = AvroBytes.readString(decoder);
    List<SentFact> facts = new ArrayList<>(1);
    for (int left = decoder.readInt(); left > 0; left--) {
      InteractionId id = MemberCodec.readId(decoder);
      Customer customer = readCustomer(decoder);
      facts.add(new SentFact(id, customer, decoder.readBoolean(), decoder.readInt()));
    }
    return new Last(groups, agentLegs, new Sent(home, facts));
  }

  private static void writeCustomer(@Nullable Customer customer, Encoder encoder)
      throws IOException {
    AvroBytes.writeNullable(encoder, customer == null ? null : customer.key());
    if (customer != null) {
      encoder.writeBoolean(customer.since() != Customer.NEVER_ERASED);
      if (customer.since() != Customer.NEVER_ERASED) {
        encoder.writeLong(customer.since());
      }
    }
  }

  private static @Nullable Customer readCustomer(BinaryDecoder decoder) throws IOException {
    String key = AvroBytes.readNullable(decoder);
    if (key == null) {
      return null;
    }
    return new Customer(key, decoder.readBoolean() ? decoder.readLong() : Customer.NEVER_ERASED);
  }
}
