package org.contactroi.topology.agent;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.contactroi.agent.Span;
import org.contactroi.agent.Timeline;
import org.contactroi.topology.agent.AgentEntries.Entry;
import org.contactroi.topology.agent.AgentEntries.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The states of one agent in their order. Each holds the team that is valid from it on, so that the
 * one before a day says all of the past that the day needs.
 */
final class StateHistory {

  private static final Comparator<StateInHistory> ORDER =
      Comparator.comparing(StateInHistory::state);

  /** Event times end before 2100, which has 13 digits. */
  private static final long END = 9_999_999_999_999L;

  private final AgentEntries entries;

  /** Times at which a state came or went, UTC ms. */
  private final NavigableSet<Long> changed = new TreeSet<>();

  StateHistory(AgentEntries entries) {
    this.entries = entries;
  }

  /** Puts what an event says in place of what it said before, which may be no state. */
  void replace(@Nullable AgentRecord known, AgentRecord now) {
    if (known != null) {
      entries.delete(Kind.STATE, StateInHistory.key(known.at(), known.eventId()));
      changed.add(known.at());
    }
    entries.put(Kind.STATE, StateInHistory.key(now.at(), now.eventId()), encode(now));
    changed.add(now.at());
  }

  private static byte[] encode(AgentRecord added) {
    return added.state() == null
        ? StateInHistory.SILENT
        : new StateInHistory(added.state(), added.state().team()).encode();
  }

  /**
   * Passes teams on to the states behind what changed.
   *
   * @return the UTC days whose contributions may have changed
   */
  Set<Long> settle() {
    Set<Long> days = new HashSet<>();
    if (!changed.isEmpty()) {
      StateInHistory before = last(changed.first());
      long end = resolve(before, days);
      addKnown(reach(before), end, days);
      changed.forEach(at -> days.add(Span.day(at)));
      changed.clear();
    }
    return days;
  }

  /** Returns the time from which on everything is as it was. */
  private long resolve(@Nullable StateInHistory before, Set<Long> days) {
    StateInHistory last = before;
    for (StateInHistory state : read(changed.first(), END)) {
      if (last != null) {
        addLasting(last, state.at(), days);
      }
      StateInHistory now = state.after(last == null ? null : last.team());
      if (!now.equals(state)) {
        entries.put(Kind.STATE, now.key(), now.encode());
      } else if (now.at() > changed.last()) {
        return now.at();
      }
      last = now;
    }
    return END;
  }

  /** How far back a change says something of the time before it. */
  private long reach(@Nullable StateInHistory before) {
    long first = changed.first();
    if (before == null) {
      return first - Timeline.REACH_MS;
    }
    return first - before.at() <= Timeline.REACH_MS ? before.at() : first;
  }

  /** Days that have contributions or legs already. */
  private void addKnown(long from, long to, Set<Long> days) {
    for (Entry day :
        entries.between(Kind.DAY, StoredDay.key(Span.day(from)), StoredDay.key(Span.day(to)))) {
      days.add(StoredDay.day(day.key()));
    }
  }

  /** Days to which a state now contributes. */
  private static void addLasting(StateInHistory state, long end, Set<Long> days) {
    boolean counts = state.state().routable() || state.state().paid();
    if (counts && end - state.at() <= Timeline.REACH_MS) {
      for (long day = Span.day(state.at()); day <= Span.day(end); day++) {
        days.add(day);
      }
    }
  }

  /** Whether there are events of a day. */
  boolean hasEvents(long day) {
    Span span = Span.ofDay(day);
    Entry first = entries.first(Kind.STATE, StateInHistory.key(span.start()), entry -> true);
    return first != null && StateInHistory.at(first.key()) < span.end();
  }

  /** The states that decide about a span. */
  Timeline around(Span span) {
    StateInHistory before = last(span.start());
    Entry after = entries.first(Kind.STATE, StateInHistory.key(span.end()), StateHistory::isState);
    List<StateInHistory> states =
        read(
            before == null ? span.start() : before.at(),
            after == null ? span.end() : StateInHistory.at(after.key()) + 1);
    return new Timeline(states.stream().map(StateInHistory::resolved).toList());
  }

  /**
   * Forgets the events before a time, but the state that is still the last before it.
   *
   * @param time UTC ms
   */
  void forget(long time) {
    StateInHistory kept = last(time);
    for (Entry entry : entries.between(Kind.STATE, "", StateInHistory.key(time))) {
      entries.delete(Kind.EVENT, StateInHistory.eventId(entry.key()));
      if (kept == null || !entry.key().equals(kept.key())) {
        entries.delete(Kind.STATE, entry.key());
      }
    }
  }

  /** The last state of all. */
  @Nullable StateInHistory newest() {
    return last(END);
  }

  /** The last state before a time. */
  private @Nullable StateInHistory last(long time) {
    Entry last = entries.last(Kind.STATE, StateInHistory.key(time), StateHistory::isState);
    if (last == null) {
      return null;
    }
    // Of several at one time the order of the keys is not theirs.
    long at = StateInHistory.at(last.key());
    List<StateInHistory> together = read(at, at + 1);
    return together.get(together.size() - 1);
  }

  /** The states in [from, to). */
  private List<StateInHistory> read(long from, long to) {
    return entries.between(Kind.STATE, StateInHistory.key(from), StateInHistory.key(to)).stream()
        .filter(StateHistory::isState)
        .map(entry -> StateInHistory.decode(entry.key(), entry.value()))
        .sorted(ORDER)
        .toList();
  }

  private static boolean isState(Entry entry) {
    return !StateInHistory.isSilent(entry.value());
  }
}
