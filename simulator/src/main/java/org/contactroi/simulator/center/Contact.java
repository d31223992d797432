package org.contactroi.simulator.center;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.AssistUsed;
import org.contactroi.events.Author;
import org.contactroi.events.BotReport;
import org.contactroi.events.Direction;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.PendingOn;
import org.contactroi.events.PendingStarted;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.ResolutionSource;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.contactroi.simulator.EventEnvelope;
import org.contactroi.simulator.ledger.Assertion;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.Discard;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.ModelUse;
import org.contactroi.simulator.ledger.Pending;
import org.contactroi.simulator.ledger.Suggestion;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Medium;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Model;
import org.contactroi.simulator.scenario.Situation;
import org.jspecify.annotations.Nullable;

/** One interaction while it goes on: who, what for, by which way, and the events it has so far. */
final class Contact {

  private final Center center;
  private final Need need;
  private final Medium medium;
  private final Direction direction;
  private final ContactId id;
  private final EventEnvelope envelope;
  private final @Nullable String customerKey;
  private int events;
  private int ids;
  private int legs;
  private int expected;
  private boolean hasAgents = true;
  private boolean isAssisted;
  private boolean isReopened;

  Contact(Center center, Need need, Medium medium, Direction direction) {
    this.center = center;
    this.need = need;
    this.medium = medium;
    this.direction = direction;
    this.id = new ContactId(center.tenant().id(), center.journal().newContactId());
    boolean isTest = isInbound() && chance("test", center.tenant().demand().tests());
    this.envelope = new EventEnvelope(id.tenant(), Journal.SOURCE_SYSTEM, id.interaction(), isTest);
    // Who is called back is known.
    boolean isKnown = !isInbound() || chance("identity", medium.intake().identified());
    this.customerKey = isKnown ? center.population().key(need.person()) : null;
  }

  ContactId id() {
    return id;
  }

  Need need() {
    return need;
  }

  Medium medium() {
    return medium;
  }

  Mode mode() {
    return medium.mode();
  }

  /** Id of the queue it is meant for. */
  String queue() {
    String own = medium.intake().queue();
    return own == null ? need.issue().queue() : own;
  }

  boolean isInbound() {
    return direction == Direction.INBOUND;
  }

  Direction direction() {
    return direction;
  }

  boolean isTest() {
    return envelope.isTest();
  }

  /** Pseudonym of the customer, null if not identified. */
  @Nullable String customerKey() {
    return customerKey;
  }

  /** Returns whether a bot can hand off. */
  boolean hasAgents() {
    return hasAgents;
  }

  void reaches(boolean agents) {
    hasAgents = agents;
  }

  /** Returns how many agents have talked to the customer. */
  int legs() {
    return legs;
  }

  boolean isServed() {
    return legs > 0;
  }

  void served() {
    legs++;
  }

  /** Something about it is to come; whether it does before the simulation ends is open. */
  void expect() {
    expected++;
  }

  /** What was to come has come. */
  void came(long now) {
    expected--;
    if (expected == 0) {
      ledger().isOver(id, now);
    }
  }

  /** Something began that is brought to its end even if the simulation is to end. */
  void begun() {
    expect();
    center.begun();
  }

  /** It came to its end. */
  void finished(long now) {
    center.finished();
    came(now);
  }

  /** Returns whether it has gone on after an end. */
  boolean isReopened() {
    return isReopened;
  }

  void reopened() {
    isReopened = true;
  }

  /** Returns whether AI took part, as a bot or as an assistant. */
  boolean isAssisted() {
    return isAssisted;
  }

  void assisted() {
    isAssisted = true;
  }

  /** Returns the random numbers of a purpose, the same ones every time. */
  RandomStream random(String purpose) {
    return need.seed().of(purpose).stream();
  }

  /** Returns the random numbers of one of several things with one purpose. */
  RandomStream random(String purpose, int number) {
    return need.seed().of(purpose).of(number).stream();
  }

  /** Decides something once and for all. */
  boolean chance(String purpose, double probability) {
    return random(purpose).chance(probability);
  }

  /** Decides once and for all whether something that is not usual happens to it. */
  boolean happens(Situation situation) {
    return chance(situation.name(), center.tenant().situations().share(situation));
  }

  /** Returns an id for a leg, visit, transfer or survey, unique in the interaction. */
  String newId(String kind) {
    ids++;
    return kind + "-" + ids;
  }

  Ledger ledger() {
    return center.journal().ledger();
  }

  void begin(long now, InteractionStarted started) {
    tell(now, started, need.person().attributes());
  }

  /** Makes an event. */
  void tell(long now, SpecificRecord payload) {
    tell(now, payload, Map.of());
  }

  private InteractionEvent tell(long now, SpecificRecord payload, Map<String, String> attributes) {
    Journal journal = center.journal();
    InteractionEvent event = envelope.event(++events, journal.instant(now), payload, attributes);
    journal.add(event);
    return event;
  }

  /** Makes the event of an end, unless it gets lost. */
  void tellEnd(Mark end, SpecificRecord payload) {
    if (isServed() && happens(Situation.LOST_ENDS)) {
      ledger().unseen(end);
    } else {
      tell(end.at(), payload);
    }
  }

  /** Takes back the event of a moment. */
  void retract(long now, InteractionEvent event, Mark moment) {
    ledger().unseen(moment);
    center
        .journal()
        .add(
            InteractionEvent.newBuilder(event)
                .setObservedAt(center.journal().instant(now))
                .setRetracted(true)
                .build());
  }

  /** Somebody says that it goes on. */
  void goOn(long now, ReopenedBy by) {
    ledger().reopened(new ContactReopened(id, now, by));
    tell(now, new InteractionReopened(by));
  }

  /** Begins to wait for somebody else. */
  void pendingStarted(long now, PendingOn on) {
    ledger().pendingStarted(new Pending(id, now, on));
    tell(now, new PendingStarted(on));
  }

  /** Ceases to wait for somebody else. */
  void pendingEnded(long now, PendingOn on) {
    ledger().pendingEnded(new Pending(id, now, on));
    tell(now, new PendingEnded(on));
  }

  /** A participant's part begins. */
  void legStarted(long now, String leg, Leg.Who who, @Nullable String queue) {
    tell(
        now,
        new SegmentStarted(
            leg,
            who.participant(),
            who.id(),
            who.role(),
            queue,
            who.grade(),
            who.botVersion(),
            who.concurrency()));
  }

  /** The part of a participant ends and settles, who did nothing but talk in it. */
  void legTalked(Leg leg, EndedBy by, @Nullable BotReport report) {
    ledger().settled(leg);
    Leg.Who who = leg.who();
    tell(
        leg.end(),
        new SegmentEnded(leg.id(), who.participant(), who.role(), null, by, null, report));
  }

  /** Sends a message the customer can read. */
  void message(long now, @Nullable String segment, Author author, boolean isAutomatic) {
    ledger().sent(new Message(id, now, segment, author, isAutomatic));
    tell(now, new MessageSent(segment, author, true, isAutomatic));
  }

  /** Uses a metered model once. */
  void use(long now, Model model, RandomStream random) {
    String resource = model.resource();
    long input = model.inputTokens().drawWhole(random);
    long output = model.outputTokens().drawWhole(random);
    long audio = mode() == Mode.CALL ? model.audio().drawWhole(random) : 0;
    ledger().used(new ModelUse(id, now, resource, input, output, audio));
    tell(now, new AiUsageRecorded(resource, input, output, audio));
  }

  /** An assistant suggests something to the agent. */
  void suggested(long now, String feature, boolean isAccepted) {
    ledger().suggested(new Suggestion(id, now, feature, isAccepted));
    tell(now, new AssistUsed(feature, isAccepted));
  }

  /** Somebody throws it out. */
  InteractionEvent discarded(long now, DiscardReason reason) {
    ledger().discarded(new Discard(id, now, reason));
    return tell(now, new InteractionDiscarded(reason), Map.of());
  }

  /** Somebody says whether the issue is resolved. */
  void asserted(long now, ResolutionSource source, boolean isResolved) {
    String issue = need.issue().key();
    ledger().asserted(new Assertion(id, now, source, isResolved, issue));
    tell(now, new ResolutionAsserted(source, isResolved, issue));
  }
}
