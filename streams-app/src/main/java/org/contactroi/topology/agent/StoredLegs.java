package org.contactroi.topology.agent;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.contactroi.agent.Handling;
import org.contactroi.agent.Span;
import org.contactroi.topology.agent.AgentEntries.Entry;
import org.contactroi.topology.agent.AgentEntries.Kind;
import org.contactroi.topology.stage.AgentMessage;

/** The legs of one agent, by the part of an interaction and by each UTC day they touch. */
final class StoredLegs {

  private final AgentEntries entries;

  StoredLegs(AgentEntries entries) {
    this.entries = entries;
  }

  /**
   * Puts the legs of a part in place of those that were known.
   *
   * @return the UTC days that had or have some of them; none when nothing changed
   */
  Set<Long> put(AgentMessage.Legs part) {
    AgentMessage.Legs before = part(part.part());
    if (before.equals(part)) {
      return Set.of();
    }
    Set<Long> days = days(before);
    days.forEach(day -> entries.delete(Kind.LEG, key(day, part.part())));
    for (long day : days(part)) {
      entries.put(Kind.LEG, key(day, part.part()), on(day, part).encode());
      days.add(day);
    }
    if (part.legs().isEmpty()) {
      entries.delete(Kind.PART, part.part());
    } else {
      entries.put(Kind.PART, part.part(), part.encode());
    }
    return days;
  }

  /** What touches a day, part by part. */
  List<AgentMessage.Legs> on(long day) {
    return entriesOn(day).stream().map(entry -> AgentMessage.Legs.decode(entry.value())).toList();
  }

  /** Forgets a day, and the parts that have legs on it. */
  void forget(long day) {
    for (Entry entry : entriesOn(day)) {
      entries.delete(Kind.LEG, entry.key());
      entries.delete(Kind.PART, AgentMessage.Legs.decode(entry.value()).part());
    }
  }

  private List<Entry> entriesOn(long day) {
    String key = StoredDay.key(day);
    // '0' follows '/', so these are exactly the keys that begin with the day and '/'.
    return entries.between(Kind.LEG, key + "/", key + "0");
  }

  private AgentMessage.Legs part(String id) {
    byte[] stored = entries.get(Kind.PART, id);
    return stored == null
        ? new AgentMessage.Legs(id, 0, List.of())
        : AgentMessage.Legs.decode(stored);
  }

  private static AgentMessage.Legs on(long day, AgentMessage.Legs part) {
    List<Handling> legs =
        part.legs().stream()
            .filter(leg -> Span.day(leg.start()) <= day && day <= lastDay(leg))
            .toList();
    return new AgentMessage.Legs(part.part(), part.lastDay(), legs);
  }

  private static Set<Long> days(AgentMessage.Legs part) {
    Set<Long> days = new TreeSet<>();
    for (Handling leg : part.legs()) {
      for (long day = Span.day(leg.start()); day <= lastDay(leg); day++) {
        days.add(day);
      }
    }
    return days;
  }

  private static long lastDay(Handling leg) {
    return Span.day(Math.max(leg.start(), leg.settle() - 1));
  }

  private static String key(long day, String part) {
    return StoredDay.key(day) + "/" + part;
  }
}
