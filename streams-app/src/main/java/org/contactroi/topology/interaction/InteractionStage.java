package org.contactroi.topology.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.RulesAt;
import org.contactroi.interaction.fold.InteractionFold;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Families;
import org.contactroi.record.Customer;
import org.contactroi.topology.intake.Envelope;
import org.contactroi.topology.intake.EventStage;
import org.contactroi.topology.intake.Origin;
import org.contactroi.topology.intake.Received;
import org.contactroi.topology.intake.Rejection;
import org.contactroi.topology.intake.Verdict;
import org.contactroi.topology.interaction.InteractionState.Sent;
import org.contactroi.topology.stage.Ageing;
import org.contactroi.topology.stage.Clock;
import org.contactroi.topology.stage.ClockHolds;
import org.contactroi.topology.stage.Erasure;
import org.contactroi.topology.stage.FactChange;
import org.contactroi.topology.stage.Inbox;
import org.contactroi.topology.stage.LiveMessage;
import org.contactroi.topology.stage.Message;
import org.contactroi.topology.stage.MisplacedEvents;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.store.PartedStore;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by interaction: keeps the set of events of each interaction, folds it, and sends the facts
 * that changed to the episodes of their customer, and their legs to the agents. It alone writes
 * interactions.
 */
public final class InteractionStage extends EventStage<InteractionEvent> {

  public static final String STATE = "interactions";
  public static final String INBOX = "interactions-inbox";
  public static final String AGEING = "interactions-by-day";
  public static final String PAST = "interactions-past-by-day";
  public static final String CLOCKS = "interaction-clocks";
  public static final String FACTS = "facts";
  public static final String CONTINUATIONS = "continuations";
  public static final String AGENT_LEGS = "agent-legs";
  public static final String BY_CUSTOMER = "interactions-by-customer";
  public static final String ERASED = "erased-customers";

  private final int partitions;
  private final boolean rekeyed;
  private PartedStore states;
  private Ageing ageing;
  private Inbox<StoredEvent> inbox;
  private MisplacedEvents misplaced;
  private ClockHolds holds;
  private FactPublication publication;
  private OpenPublication openWork;
  private InteractionsByCustomer byCustomer;
  private Erasures erasures;
  private Continuations continuations;
  private Forgetting forgetting;

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  public InteractionStage(TopologySettings settings) {
    super(settings, STATE);
    this.partitions = settings.partitions();
    this.rekeyed = settings.rekeyed();
  }

  @Override
  protected void open(ProcessorContext<byte[], Output> context) {
    super.open(context);
    misplaced = new MisplacedEvents(context, partitions);
    states = new PartedStore(store(STATE));
    byCustomer = new InteractionsByCustomer(store(BY_CUSTOMER));
    erasures = new Erasures(store(ERASED));
    publication =
        new FactPublication(
            topics().interactions(),
            serializer(),
            this::emit,
            erasures,
            clocks()::reached,
            this::repeatWindow);
    openWork = new OpenPublication(this::emit, clocks()::reached);
    ageing = new Ageing(store(AGEING));
    continuations =
        new Continuations(
            store(ContinuationStage.STATE),
            new Ageing(store(ContinuationStage.AGEING)),
            this::emit);
    forgetting =
        new Forgetting(
            new Forgetting.Stored(states, this::stored, ageing, new Ageing(store(PAST))),
            continuations,
            byCustomer,
            erasures,
            publication,
            openWork);
    holds = new ClockHolds();
    inbox = Inbox.open(store(INBOX), this::stored);
  }

  @Override
  protected String clockStore() {
    return CLOCKS;
  }

  @Override
  protected int upstream(ProcessorContext<byte[], Output> context) {
    return context.taskId().partition();
  }

  @Override
  protected Envelope envelope(InteractionEvent event) {
    return Envelope.of(event);
  }

  @Override
  protected Origin origin(Record<byte[], Received<InteractionEvent>> input) {
    return rekeyed ? Origin.of(input.headers()) : super.origin(input);
  }

  /** Whether it is too late matters less: nothing of an erased customer is kept among rejects. */
  @Override
  protected @Nullable Rejection refusal(Envelope envelope) {
    return isErased(envelope)
        ? Rejection.of(Verdict.ERASED, "occurred_at", envelope.occurredAt())
        : super.refusal(envelope);
  }

  private boolean isErased(Envelope envelope) {
    String tenant = envelope.tenant();
    if (!erasures.hasNoInteractions() && erasures.isErased(Keys.join(tenant, envelope.subject()))) {
      return true;
    }
    return envelope.payload() instanceof InteractionStarted started
        && erasures.isErased(
            tenant, started.getCustomerKey(), envelope.occurredAt().toEpochMilli());
  }

  @Override
  protected void accepted(byte[] key, Received.Decoded<InteractionEvent> decoded, Origin from) {
    InteractionEvent event = decoded.event();
    misplaced.note(key, from.partition());
    inbox.add(Keys.join(event.getTenantId(), event.getInteractionId()), decoded.wire());
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
    super.work(now);
    inbox.drain(now, this::update);
    holds.worked(inbox.waiting(), clocks().clocks(wallClock().millis()));
    if (areClocksDue(now)) {
      clocks().publish(wallClock().millis(), holds, this::send);
      forgetOld();
    }
  }

  private long repeatWindow(Interaction interaction) {
    return policies()
        .episodeRules(interaction.tenant())
        .at(interaction.start())
        .repeatWindow()
        .toMillis();
  }

  private void send(Clock clock) {
    emit(Message.CLOCK_KEY, CONTINUATIONS, Message.clock(clock));
    emit(Message.CLOCK_KEY, AGENT_LEGS, Message.clock(clock));
    emit(
        LiveMessage.key(clock.tenant()),
        LiveMessage.OPEN_WORK,
        new LiveMessage.Reached(clock.purge()).encode());
  }

  private StoredEvent stored(byte[] wire) {
    return StoredEvent.of(wire, decode(topics().interactionEvents(), wire));
  }

  private int update(String key, List<StoredEvent> added) {
    PartedStore.Parted stored = states.get(key);
    InteractionState state = InteractionState.decode(stored.entries(), this::stored);
    long lastTime = state.lastTime();
    boolean changed = false;
    for (StoredEvent event : added) {
      changed |= state.add(event);
    }
    if (changed) {
      publish(key, state);
      states.put(key, stored, state.encode());
      ageing.moved(key, lastTime, state.lastTime());
    }
    return state.size();
  }

  /** Facts that begin under the new version; those before it come out as they are. */
  @Override
  protected void workAgain(String tenant, long from, Policies before) {
    ageing.since(tenant, from).forEach(this::workAgain);
  }

  /** Of an erased interaction there is nothing any more. */
  private void workAgain(String key) {
    PartedStore.Parted stored = states.get(key);
    if (!stored.isNothing()) {
      InteractionState state = InteractionState.decode(stored.entries(), this::stored);
      publish(key, state);
      states.put(key, stored, state.encode());
    }
  }

  private void publish(String key, InteractionState state) {
    List<String> parts = Keys.split(key);
    String tenant = parts.get(0);
    requireSameRules(tenant);
    RulesAt rules = policies().interactionRules(tenant);
    InteractionFold.Folded folded =
        InteractionFold.fold(tenant, parts.get(1), state.events(), rules, state.past().isEmpty());
    List<Interaction> facts = folded.interactions();
    Map<Cell, Totals> contributions =
        Contributions.sum(facts, Families::contributions, narrowing(tenant));
    contributions.putAll(
        Contributions.sum(
            folded.orphans(),
            at -> Families.orphan(at, rules.at(at).version()),
            narrowing(tenant)));
    Map<Cell, Totals> difference = Contributions.difference(contributions, state.contributions());
    Sent sent = publication.publish(tenant, parts.get(1), state.sent(), facts, difference);
    Sent before = state.allSent();
    state.setSent(sent);
    byCustomer.moved(tenant, parts.get(1), before, state.allSent());
    continuations.renew(key, state.allSent().facts(), clocks().reached(tenant));
    state.setContributions(contributions);
    sendWork(tenant, facts, state);
    state.setOpen(openWork.publish(tenant, parts.get(1), state.open(), facts));
  }

  /** Tells the agents whose work in the interaction changed. */
  private void sendWork(String tenant, List<Interaction> facts, InteractionState state) {
    List<WorkOfAgent> work = facts.stream().flatMap(fact -> WorkOfAgent.of(fact).stream()).toList();
    for (WorkOfAgent change : WorkOfAgent.changes(state.agentWork(), work)) {
      emit(Keys.join(tenant, change.agent()).getBytes(UTF_8), AGENT_LEGS, change.worked().encode());
    }
    state.setAgentWork(work);
  }

  private void forgetOld() {
    for (Clock clock : clocks().clocks(wallClock().millis())) {
      Clock reached = holds.limit(clock);
      if (reached != null) {
        String tenant = reached.tenant();
        long kept = policies().longest(tenant, KpiPolicy::interactionKept);
        forgetting.forgetBefore(tenant, reached.purge() - kept);
      }
    }
  }

  /** What came before it is worked on first, so that nothing of the customer is left waiting. */
  @Override
  protected void told(byte[] message) {
    Erasure erasure = Erasure.decode(message);
    workNow();
    inbox.drainAll(context().currentSystemTimeMs(), this::update);
    Customer before = erasures.customer(erasure.tenant(), erasure.customerKey());
    if (before.since() < erasure.at()) {
      forgetting.erase(erasure).forEach(this::workAgain);
    }
    if (before.since() != erasure.at()) {
      Customer gone = new Customer(before.key(), Math.min(before.since(), erasure.at()));
      FactChange.Erased erased = new FactChange.Erased(context().taskId().partition());
      emit(
          FactChange.key(erasure.tenant(), gone).getBytes(UTF_8),
          FACTS,
          new FactChange(erasure.tenant(), clocks().reached(erasure.tenant()), erased, Map.of())
              .encode());
    }
  }
}
