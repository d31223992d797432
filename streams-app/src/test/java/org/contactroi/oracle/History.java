package org.contactroi.oracle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.BotReport;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.jspecify.annotations.Nullable;

/** A history of tenant {@code shop} told event by event; times are milliseconds after EPOCH. */
final class History {

  static final Instant EPOCH = Instant.parse("2026-03-02T00:00:00Z");
  static final long SECOND = 1_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private final List<OraclePolicy> policies;
  private final List<AcceptedEvent> events = new ArrayList<>();
  private final List<AcceptedAgentEvent> agentEvents = new ArrayList<>();

  History(OraclePolicy... policies) {
    this.policies = List.of(policies);
  }

  /** What one interaction tells. */
  Told interaction(String id) {
    return new Told(id);
  }

  History accept(InteractionEvent event) {
    return accept(AcceptedEvent.of(event));
  }

  History accept(AcceptedEvent event) {
    events.add(event);
    return this;
  }

  History state(String agent, @Nullable String team, long at, boolean routable, boolean paid) {
    AgentStateChanged state =
        AgentStateChanged.newBuilder()
            .setAgentId(agent)
            .setTeam(team)
            .setState("state")
            .setRoutable(routable)
            .setProductive(routable)
            .setPaid(paid)
            .build();
    return agent(at, state);
  }

  /** What an agent tells. */
  History agent(long at, Object payload) {
    AgentEvent event =
        AgentEvent.newBuilder()
            .setEventId("s" + agentEvents.size())
            .setTenantId("shop")
            .setOccurredAt(EPOCH.plusMillis(at))
            .setObservedAt(EPOCH.plusMillis(at))
            .setSourceSystem("acd")
            .setPayload(payload)
            .build();
    agentEvents.add(AcceptedAgentEvent.of(event));
    return this;
  }

  SortedMap<String, OracleTotals> totals() {
    return Oracle.totals(events, agentEvents, Map.of("shop", policies));
  }

  /** The totals of the slice {@code all} and the day of EPOCH plus so many. */
  Counted day(String family, int day) {
    return counted(family + "/all/all/day/" + EPOCH.plusMillis(day * DAY));
  }

  /** The totals of the key, without the tenant. */
  Counted counted(String key) {
    OracleTotals record = totals().get("shop/" + key);
    return new Counted(record == null ? null : record.totals());
  }

  /** All days of the slice {@code all}, summed field by field. */
  long sum(String family, String field) {
    String days = "shop/" + family + "/all/all/day/";
    return totals().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(days))
        .mapToLong(entry -> new Counted(entry.getValue().totals()).of(field))
        .sum();
  }

  /** One record of totals, or none. */
  record Counted(@Nullable ObjectNode totals) {

    boolean isAbsent() {
      return totals == null;
    }

    /** A number; what is 0 is not there. */
    long of(String field) {
      return requireNonNull(totals, "no totals").path(field).asLong();
    }

    /** An array in its JSON form; what is empty is not there. */
    String json(String field) {
      return requireNonNull(totals, "no totals").withArray(field).toString().replace("\"", "");
    }
  }

  /** Events of one interaction, in the order they are told. */
  final class Told {

    private final String id;

    private Told(String id) {
      this.id = id;
    }

    Told tell(long at, Object payload) {
      accept(event(at, payload).build());
      return this;
    }

    InteractionEvent.Builder event(long at, Object payload) {
      return InteractionEvent.newBuilder()
          .setEventId("e" + events.size())
          .setTenantId("shop")
          .setInteractionId(id)
          .setOccurredAt(EPOCH.plusMillis(at))
          .setObservedAt(EPOCH.plusMillis(at))
          .setSourceSystem("acd")
          .setPayload(payload);
    }

    Told started(long at, Channel channel, @Nullable String customer) {
      return tell(at, start(channel, customer).build());
    }

    Told outbound(long at, Channel channel, @Nullable String customer) {
      return tell(at, start(channel, customer).setDirection(Direction.OUTBOUND).build());
    }

    Told ended(long at) {
      return tell(at, new InteractionEnded(EndedBy.CUSTOMER));
    }

    Told visit(String visit, String queue, long enter, long exit) {
      return visit(visit, queue, enter, exit, QueueOutcome.ANSWERED);
    }

    Told visit(String visit, String queue, long enter, long exit, QueueOutcome outcome) {
      tell(enter, new QueueEntered(visit, queue, null));
      return tell(exit, new QueueExited(visit, outcome, null));
    }

    /** A leg of an agent, role primary. */
    Told agent(String segment, String agent, long from, long until) {
      tell(from, Legs.started(segment).setParticipantId(agent).build());
      return tell(until, Legs.ended(segment).build());
    }

    /** A leg of the bot {@code helper}, version {@code v1}, and what it says of itself. */
    Told bot(String segment, long from, long until, BotReport report) {
      tell(from, Legs.botStarted(segment).build());
      return tell(until, Legs.ended(segment).setBot(report).build());
    }

    private static InteractionStarted.Builder start(Channel channel, @Nullable String customer) {
      return InteractionStarted.newBuilder().setChannel(channel).setCustomerKey(customer);
    }
  }
}
