package org.contactroi.interaction.fold;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Visit;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a leg: its own, else that of the last visit exited at or before its start, else the
 * interaction's. Of visits exited at one time the last by (start, visit id) counts, and one whose
 * queue is unknown has none.
 */
final class LegQueues {

  private final TreeMap<Long, String> byExit = new TreeMap<>();
  private final String otherwise;

  LegQueues(List<Visit> visitsByStart, String otherwise) {
    this.otherwise = otherwise;
    for (Visit visit : visitsByStart) {
      byExit.put(visit.end(), visit.queue());
    }
  }

  String of(@Nullable String own, long legStart) {
    if (own != null) {
      return own;
    }
    Map.Entry<Long, String> visit = byExit.floorEntry(legStart);
    boolean known = visit != null && !visit.getValue().equals(Interaction.UNKNOWN);
    return known ? visit.getValue() : otherwise;
  }
}
