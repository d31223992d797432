package org.contactroi.topology.agent;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.contactroi.agent.AgentWork;
import org.contactroi.agent.Handling;
import org.contactroi.agent.Ring;
import org.contactroi.agent.Span;
import org.contactroi.topology.agent.AgentEntries.Entry;
import org.contactroi.topology.agent.AgentEntries.Kind;
import org.contactroi.topology.stage.AgentMessage.Worked;

/** The work of one agent, by the part of an interaction and by each UTC day it touches. */
final class StoredWork {

  private final AgentEntries entries;

  StoredWork(AgentEntries entries) {
    this.entries = entries;
  }

  /**
   * Puts the work in a part in place of what was known.
   *
   * @return the UTC days that had or have some of it; none when nothing changed
   */
  Set<Long> put(Worked part) {
    Worked before = part(part.part());
    if (before.equals(part)) {
      return Set.of();
    }
    Set<Long> days = days(before.work());
    days.forEach(day -> entries.delete(Kind.WORK, key(day, part.part())));
    for (long day : days(part.work())) {
      entries.put(Kind.WORK, key(day, part.part()), on(day, part).encode());
      days.add(day);
    }
    if (part.work().isNone()) {
      entries.delete(Kind.PART, part.part());
    } else {
      entries.put(Kind.PART, part.part(), part.encode());
    }
    return days;
  }

  /** What touches a day, part by part. */
  List<Worked> on(long day) {
    return entriesOn(day).stream().map(entry -> Worked.decode(entry.value())).toList();
  }

  /** Forgets a day, and the parts that have work on it. */
  void forget(long day) {
    for (Entry entry : entriesOn(day)) {
      entries.delete(Kind.WORK, entry.key());
      entries.delete(Kind.PART, Worked.decode(entry.value()).part());
    }
  }

  private List<Entry> entriesOn(long day) {
    return entries.under(Kind.WORK, StoredDay.key(day));
  }

  private Worked part(String id) {
    byte[] stored = entries.get(Kind.PART, id);
    return stored == null ? new Worked(id, 0, AgentWork.NONE) : Worked.decode(stored);
  }

  private static Worked on(long day, Worked part) {
    AgentWork work = part.work();
    List<Handling> legs =
        work.legs().stream()
            .filter(leg -> Span.day(leg.start()) <= day && day <= lastDay(leg))
            .toList();
    List<Ring> rings =
        work.rings().stream().filter(ring -> Span.day(ring.closed()) == day).toList();
    return new Worked(part.part(), part.lastDay(), new AgentWork(legs, rings));
  }

  private static Set<Long> days(AgentWork work) {
    Set<Long> days = new TreeSet<>();
    for (Handling leg : work.legs()) {
      for (long day = Span.day(leg.start()); day <= lastDay(leg); day++) {
        days.add(day);
      }
    }
    work.rings().forEach(ring -> days.add(Span.day(ring.closed())));
    return days;
  }

  private static long lastDay(Handling leg) {
    return Span.day(Math.max(leg.start(), leg.settle() - 1));
  }

  private static String key(long day, String part) {
    return StoredDay.key(day) + "/" + part;
  }
}
