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
 * agents, and last where its facts were sent, with the numbers of groups and agents and what was
 * told to be open. Of an interaction whose events were forgotten the last is left.
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
   * @param continues the interaction it goes on with, and was sent to the episodes through
   * @param start UTC ms
   * @param joinedUntil until when another may begin that goes on with it, UTC ms
   * @param parts how many records it was published in
   */
  record SentFact(
      InteractionId id,
      @Nullable Customer customer,
      boolean isMember,
      @Nullable String continues,
      long start,
      long joinedUntil,
      int parts) {

    /** Whether one that begins at an instant, UTC ms, may go on with it. */
    boolean isJoinedAt(long instant) {
      return instant <= joinedUntil && continues == null;
    }

    void write(Encoder encoder) throws IOException {
      MemberCodec.writeId(id, encoder);
      writeCustomer(customer, encoder);
      encoder.writeBoolean(isMember);
      AvroBytes.writeNullable(encoder, continues);
      encoder.writeLong(start);
      encoder.writeLong(joinedUntil);
      encoder.writeInt(parts);
    }

    static SentFact read(BinaryDecoder decoder) throws IOException {
      return new SentFact(
          MemberCodec.readId(decoder),
          readCustomer(decoder),
          decoder.readBoolean(),
          AvroBytes.readNullable(decoder),
          decoder.readLong(),
          decoder.readLong(),
          decoder.readInt());
    }
  }

  private final Map<String, StoredEvent> events = new LinkedHashMap<>();
  private List<SentFact> past = new ArrayList<>(0);
  private Sent sent = Sent.NOTHING;
  private Map<Cell, Totals> contributions = new LinkedHashMap<>();
  private List<WorkOfAgent> agentWork = new ArrayList<>();
  private byte[] open = OpenPublication.NOTHING;

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

  /** Facts of events that were forgotten: they are as they are. */
  List<SentFact> past() {
    return past;
  }

  /** All facts there are, those of forgotten events first. */
  Sent allSent() {
    List<SentFact> all = new ArrayList<>(past);
    all.addAll(sent.facts());
    return new Sent(sent.home(), all);
  }

  /** Forgets the events: what was told of them stays, and nothing of it is taken back. */
  void forgetEvents() {
    past = allSent().facts();
    events.clear();
    sent = Sent.NOTHING;
    contributions = new LinkedHashMap<>();
    agentWork = new ArrayList<>();
    open = OpenPublication.NOTHING;
  }

  void forgetPast() {
    past = List.of();
  }

  /** Whether it has events. */
  boolean isAlive() {
    return !events.isEmpty();
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
  List<WorkOfAgent> agentWork() {
    return agentWork;
  }

  void setAgentWork(List<WorkOfAgent> sentLegs) {
    agentWork = sentLegs;
  }

  /** What was told to be open, as it was told. */
  byte[] open() {
    return open;
  }

  void setOpen(byte[] told) {
    open = told;
  }

  /** No entries when nothing is known. */
  List<byte[]> encode() {
    if (events.isEmpty() && past.isEmpty()) {
      return List.of();
    }
    List<byte[]> groups = CellCodec.groups(contributions);
    List<byte[]> entries = new ArrayList<>(events.size() + groups.size() + agentWork.size() + 1);
    events.values().forEach(event -> entries.add(event.wire()));
    entries.addAll(groups);
    agentWork.forEach(legs -> entries.add(AvroBytes.write(legs::write)));
    entries.add(
        AvroBytes.write(new Last(groups.size(), agentWork.size(), sent, past, open)::write));
    return entries;
  }

  /** All facts, of the entries of a state, without a look at its events. */
  static List<SentFact> facts(List<byte[]> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Last last = AvroBytes.read(entries.get(entries.size() - 1), InteractionState::readLast);
    List<SentFact> facts = new ArrayList<>(last.past());
    facts.addAll(last.sent().facts());
    return facts;
  }

  /** The entries without facts of forgotten events, and without a look at those there are. */
  static List<byte[]> withoutPast(List<byte[]> entries) {
    if (entries.size() <= 1) {
      return List.of();
    }
    List<byte[]> without = new ArrayList<>(entries);
    Last last = AvroBytes.read(entries.get(entries.size() - 1), InteractionState::readLast);
    without.set(entries.size() - 1, AvroBytes.write(last.withoutPast()::write));
    return without;
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
    int legs = last - counts.agentWork();
    int groups = legs - counts.groups();
    entries.subList(0, groups).forEach(event -> add(eventDecoder.apply(event)));
    for (byte[] group : entries.subList(groups, legs)) {
      contributions.putAll(AvroBytes.read(group, CellCodec::read));
    }
    for (byte[] work : entries.subList(legs, last)) {
      agentWork.add(AvroBytes.read(work, WorkOfAgent::read));
    }
    sent = counts.sent();
    past = counts.past();
    open = counts.open();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Last(int groups, int agentWork, Sent sent, List<SentFact> past, byte[] open) {

    Last withoutPast() {
      return new Last(groups, agentWork, sent, List.of(), open);
    }

    void write(Encoder encoder) throws IOException {
      encoder.writeInt(groups);
      encoder.writeInt(agentWork);
      encoder.writeString(sent.home());
      writeFacts(sent.facts(), encoder);
      writeFacts(past, encoder);
      encoder.writeBytes(open);
    }
  }

  private static Last readLast(BinaryDecoder decoder) throws IOException {
    int groups = decoder.readInt();
    int agentWork = decoder.readInt();
    String home = AvroBytes.readString(decoder);
    Sent sent = new Sent(home, readFacts(decoder));
    return new Last(groups, agentWork, sent, readFacts(decoder), AvroBytes.readBytes(decoder));
  }

  private static void writeFacts(List<SentFact> facts, Encoder encoder) throws IOException {
    encoder.writeInt(facts.size());
    for (SentFact fact : facts) {
      fact.write(encoder);
    }
  }

  private static List<SentFact> readFacts(BinaryDecoder decoder) throws IOException {
    int size = decoder.readInt();
    List<SentFact> facts = new ArrayList<>(size);
    for (int left = size; left > 0; left--) {
      facts.add(SentFact.read(decoder));
    }
    return facts;
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
