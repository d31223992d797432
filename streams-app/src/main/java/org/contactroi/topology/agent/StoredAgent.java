package org.contactroi.topology.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.contactroi.agent.AgentTime;
import org.contactroi.agent.Handling;
import org.contactroi.agent.Span;
import org.contactroi.agent.TeamHour;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.topology.agent.AgentEntries.Entry;
import org.contactroi.topology.agent.AgentEntries.Kind;
import org.contactroi.topology.stage.Ageing;
import org.contactroi.topology.stage.AgentMessage;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one agent: states, legs, and by UTC day what they contribute. Something new
 * touches the days between its neighbours and no others.
 */
final class StoredAgent {

  private final String agent;
  private final AgentEntries entries;
  private final Ageing ageing;
  private final StateHistory states;
  private final StoredLegs legs;
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
    this.states = new StateHistory(entries, decoder);
    this.legs = new StoredLegs(entries);
  }

  /** What has to be added to what was contributed before, now that this is known. */
  Map<TeamHour, Totals> take(
      List<AgentRecord> events, List<AgentMessage.Legs> parts, TenantCalendar calendar) {
    Set<Long> days = new TreeSet<>();
    events.forEach(states::add);
    parts.forEach(part -> days.addAll(legs.put(part)));
    days.addAll(states.settle());
    Map<TeamHour, Totals> difference = new HashMap<>();
    for (long day : days) {
      renew(day, calendar)
          .forEach((place, totals) -> difference.merge(place, totals, Totals::plus));
    }
    return difference;
  }

  /** How many legs were looked at. */
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
    legs.forget(day);
    Entry first = entries.first(Kind.DAY, "", entry -> true);
    long kept = first == null ? Long.MAX_VALUE : StoredDay.day(first.key());
    states.forget(Span.ofDay(Math.min(kept, Span.day(time))).start());
  }

  private Map<TeamHour, Totals> renew(long day, TenantCalendar calendar) {
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
    List<AgentMessage.Legs> parts = legs.on(day);
    List<Handling> worked = parts.stream().flatMap(part -> part.legs().stream()).toList();
    looked += worked.size();
    Span span = Span.ofDay(day);
    Map<TeamHour, Totals> totals = AgentTime.of(span, states.around(span), worked, calendar);
    if (parts.isEmpty() && totals.isEmpty() && !states.hasEvents(day)) {
      return null;
    }
    long last = parts.stream().mapToLong(AgentMessage.Legs::lastDay).max().orElse(day);
    return new StoredDay(Math.max(day, last), totals);
  }

  /** Last time at which something could happen that changes it. */
  private static long time(@Nullable StoredDay day) {
    return day == null ? Long.MIN_VALUE : Span.ofDay(day.lastDay()).start();
  }
}
