package org.contactroi.topology.agent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.contactroi.agent.AgentSpan;
import org.contactroi.agent.AgentWork;
import org.contactroi.agent.Span;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.live.AgentPresence;
import org.contactroi.topology.agent.AgentEntries.Entry;
import org.contactroi.topology.agent.AgentEntries.Kind;
import org.contactroi.topology.stage.Ageing;
import org.contactroi.topology.stage.AgentMessage;
import org.contactroi.topology.stage.LiveMessage;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one agent: states, answers, work, and by UTC day what they contribute. Something
 * new touches the days between its neighbours and no others.
 */
final class StoredAgent {

  private final String agent;
  private final AgentEntries entries;
  private final Ageing ageing;
  private final Function<byte[], AgentRecord> decoder;
  private final StateHistory states;
  private final StoredAnswers answers;
  private final StoredWork work;
  private int looked;

  /**
   * An agent.
   *
   * @param agent {@code tenant/agent}
   * @param ageing of days, by {@code tenant/agent/day}
   * @param decoder of the events as received
   */
  StoredAgent(
      String agent, AgentEntries entries, Ageing ageing, Function<byte[], AgentRecord> decoder) {
    this.agent = agent;
    this.entries = entries;
    this.ageing = ageing;
    this.decoder = decoder;
    this.states = new StateHistory(entries);
    this.answers = new StoredAnswers(entries);
    this.work = new StoredWork(entries);
  }

  /** What has to be added to what was contributed before, now that this is known. */
  Map<Cell, Totals> take(
      List<AgentRecord> events, List<AgentMessage.Worked> parts, TenantCalendar calendar) {
    Set<Long> days = new TreeSet<>();
    events.forEach(event -> days.addAll(add(event)));
    parts.forEach(part -> days.addAll(work.put(part)));
    days.addAll(states.settle());
    Map<Cell, Totals> difference = new HashMap<>();
    for (long day : days) {
      renew(day, calendar)
          .forEach((place, totals) -> difference.merge(place, totals, Totals::plus));
    }
    return difference;
  }

  /** Takes an event over if it wins its identity; returns the days of answers it touches. */
  private Set<Long> add(AgentRecord added) {
    String id = Keys.escape(added.eventId());
    byte[] wire = entries.get(Kind.EVENT, id);
    AgentRecord known = wire == null ? null : decoder.apply(wire);
    if (known != null && !added.revision().winsOver(known.revision())) {
      return Set.of();
    }
    entries.put(Kind.EVENT, id, added.revision().wire());
    states.replace(known, added);
    return answers.replace(known == null ? null : known.answer(), added.answer());
  }

  /**
   * The state that the agent is in now, if something else was told before.
   *
   * @param id of the agent
   */
  Optional<LiveMessage.Agent> tell(String id) {
    LiveMessage.Agent now = new LiveMessage.Agent(id, presence());
    byte[] told = entries.get(Kind.TOLD, "");
    byte[] telling = now.encode();
    if (Arrays.equals(telling, told) || (told == null && now.presence() == null)) {
      return Optional.empty();
    }
    entries.put(Kind.TOLD, "", telling);
    return Optional.of(now);
  }

  /** None when no event says a state, or the one that did is forgotten. */
  private @Nullable AgentPresence presence() {
    StateInHistory newest = states.newest();
    byte[] wire =
        newest == null ? null : entries.get(Kind.EVENT, Keys.escape(newest.state().eventId()));
    String name = wire == null ? null : decoder.apply(wire).stateName();
    return newest == null || name == null
        ? null
        : AgentPresence.since(
            newest.at(),
            name,
            newest.team() == null ? Interaction.UNKNOWN : newest.team(),
            newest.state().routable());
  }

  /** How many pieces of work were looked at. */
  int looked() {
    return looked;
  }

  /**
   * Forgets a day, and the states that no day needs any more.
   *
   * @param time everything before it is old, UTC ms
   */
  void forget(long day, long time) {
    entries.delete(Kind.DAY, StoredDay.key(day));
    work.forget(day);
    answers.forget(day);
    Entry first = entries.first(Kind.DAY, "", entry -> true);
    long kept = first == null ? Long.MAX_VALUE : StoredDay.day(first.key());
    states.forget(Span.ofDay(Math.min(kept, Span.day(time))).start());
  }

  private Map<Cell, Totals> renew(long day, TenantCalendar calendar) {
    StoredDay before = stored(day);
    StoredDay after = computed(day, calendar);
    String key = StoredDay.key(day);
    if (after == null) {
      entries.delete(Kind.DAY, key);
    } else if (!after.equals(before)) {
      entries.put(Kind.DAY, key, after.encode());
    }
    ageing.moved(agent + "/" + key, time(before), time(after));
    return Contributions.difference(
        after == null ? Map.of() : after.sent(), before == null ? Map.of() : before.sent());
  }

  private @Nullable StoredDay stored(long day) {
    byte[] stored = entries.get(Kind.DAY, StoredDay.key(day));
    return stored == null ? null : StoredDay.decode(stored);
  }

  /** A day on which nothing happened and to which nothing contributes is none. */
  private @Nullable StoredDay computed(long day, TenantCalendar calendar) {
    List<AgentMessage.Worked> parts = work.on(day);
    AgentWork worked = together(parts);
    looked += worked.legs().size() + worked.rings().size();
    Span span = Span.ofDay(day);
    Map<Cell, Totals> totals =
        AgentSpan.contributions(span, states.around(span), worked, answers.on(day), calendar);
    if (parts.isEmpty() && totals.isEmpty() && !states.hasEvents(day)) {
      return null;
    }
    long last = parts.stream().mapToLong(AgentMessage.Worked::lastDay).max().orElse(day);
    return new StoredDay(Math.max(day, last), totals);
  }

  private static AgentWork together(List<AgentMessage.Worked> parts) {
    return new AgentWork(
        parts.stream().flatMap(part -> part.work().legs().stream()).toList(),
        parts.stream().flatMap(part -> part.work().rings().stream()).toList());
  }

  /** Last time at which something could happen that changes it. */
  private static long time(@Nullable StoredDay day) {
    return day == null ? Long.MIN_VALUE : Span.ofDay(day.lastDay()).start();
  }
}
