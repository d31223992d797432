package org.contactroi.topology.agent;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.contactroi.agent.Span;
import org.contactroi.agent.Timeline;
import org.contactroi.topology.agent.AgentEntries.Entry;
import org.contactroi.topology.agent.AgentEntries.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The states of one agent in their order. Each holds the team that is valid from it on, so that the
 * one before a day says all of the past that the day needs.
 */
final class StoredStates {

  private static final Comparator<StoredState> ORDER = Comparator.comparing(StoredState::state);

  /** Event times end before 2100, which has 13 digits. */
  private static final long END = 9_999_999_999_999L;

  private final AgentEntries entries;
  private final Function<byte[], AgentRecord> decoder;

  /** Times at which a state came or went, UTC ms. */
  private final NavigableSet<Long> changed = new TreeSet<>();

  StoredStates(AgentEntries entries, Function<byte[], AgentRecord> decoder) {
    this.entries = entries;
    this.decoder = decoder;
  }

  /** Takes an event over if it wins its identity. */
  void add(AgentRecord added) {
    String id = StoredState.eventId(StoredState.key(added.at(), added.eventId()));
    byte[] wire = entries.get(Kind.EVENT, id);
    if (wire != null) {
      AgentRecord known = decoder.apply(wire);
      if (!added.revision().winsOver(known.revision())) {
        return;
      }
      entries.delete(Kind.STATE, StoredState.key(known.at(), known.eventId()));
      changed.add(known.at());
    }
    entries.put(Kind.EVENT, id, added.revision().wire());
    entries.put(Kind.STATE, StoredState.key(added.at(), added.eventId()), encode(added));
    changed.add(added.at());
  }

  private static byte[] encode(AgentRecord added) {
    return added.state() == null
        ? StoredState.SILENT
        : new StoredState(added.state(), added.state().team()).encode();
  }

  /**
   * Passes teams on to the states behind what changed.
   *
   * @return the UTC days whose contributions may have changed
   */
  Set<Long> settle() {
    Set<Long> days = new HashSet<>();
    if (!changed.isEmpty()) {
      StoredState before = last(changed.first());
      long end = resolve(before, days);
      addKnown(reach(before), end, days);
      changed.forEach(at -> days.add(Span.day(at)));
      changed.clear();
    }
    return days;
  }

  /** Returns the time from which on everything is as it was. */
  private long resolve(@Nullable StoredState before, Set<Long> days) {
    StoredState last = before;
    for (StoredState state : read(changed.first(), END)) {
      if (last != null) {
        addLasting(last, state.at(), days);
      }
      StoredState now = state.after(last == null ? null : last.team());
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
  private long reach(@Nullable StoredState before) {
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
  private static void addLasting(StoredState state, long end, Set<Long> days) {
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
    Entry first = entries.first(Kind.STATE, StoredState.key(span.start()), entry -> true);
    return first != null && StoredState.at(first.key()) < span.end();
  }

  /** The states that decide about a span. */
  Timeline around(Span span) {
    StoredState before = last(span.start());
    Entry after = entries.first(Kind.STATE, StoredState.key(span.end()), StoredStates::isState);
    List<StoredState> states =
        read(
            before == null ? span.start() : before.at(),
            after == null ? span.end() : StoredState.at(after.key()) + 1);
    return new Timeline(states.stream().map(StoredState::resolved).toList());
  }

  /**
   * Forgets the events before a time, but the state that is still the last before it.
   *
   * @param time UTC ms
   */
  void forget(long time) {
    StoredState kept = last(time);
    for (Entry entry : entries.between(Kind.STATE, "", StoredState.key(time))) {
      entries.delete(Kind.EVENT, StoredState.eventId(entry.key()));
      if (kept == null || !entry.key().equals(kept.key())) {
        entries.delete(Kind.STATE, entry.key());
      }
    }
  }

  /** The last state before a time. */
  private @Nullable StoredState last(long time) {
    Entry last = entries.last(Kind.STATE, StoredState.key(time), StoredStates::isState);
    if (last == null) {
      return null;
    }
    // Of several at one time the order of the keys is not theirs.
    long at = StoredState.at(last.key());
    List<StoredState> together = read(at, at + 1);
    return together.get(together.size() - 1);
  }

  /** The states in [from, to). */
  private List<StoredState> read(long from, long to) {
    return entries.between(Kind.STATE, StoredState.key(from), StoredState.key(to)).stream()
        .filter(StoredStates::isState)
        .map(entry -> StoredState.decode(entry.key(), entry.value()))
        .sorted(ORDER)
        .toList();
  }

  private static boolean isState(Entry entry) {
    return !StoredState.isSilent(entry.value());
  }
}
