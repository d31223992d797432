package org.contactroi.live;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.interaction.OpenWork;

/**
 * How much is open in a slice. Loads form a group: what one adds, its negative takes away.
 *
 * @param waiting stays in queues of customers who wait
 * @param queuedWork stays in queues with nobody at the other end
 * @param inService handled legs
 * @param botSessions sessions with bots and menus
 * @param conversations written contacts
 * @param agentsAvailable agents whom work can be offered to
 * @param agents by state, as the source names it; none is 0
 */
public record LiveLoad(
    long waiting,
    long queuedWork,
    long inService,
    long botSessions,
    long conversations,
    long agentsAvailable,
    SortedMap<String, Long> agents) {

  /** Nothing is open. */
  public static final LiveLoad NONE = new LiveLoad(0, 0, 0, 0, 0, 0, Collections.emptySortedMap());

  public LiveLoad {
    agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
  }

  /** Of one thing that is open. */
  public static LiveLoad of(OpenWork.Kind kind) {
    return switch (kind) {
      case WAITING -> new LiveLoad(1, 0, 0, 0, 0, 0, NONE.agents);
      case QUEUED_WORK -> new LiveLoad(0, 1, 0, 0, 0, 0, NONE.agents);
      case IN_SERVICE -> inService(1);
      case BOT_SESSION -> new LiveLoad(0, 0, 0, 1, 0, 0, NONE.agents);
      case CONVERSATION -> new LiveLoad(0, 0, 0, 0, 1, 0, NONE.agents);
    };
  }

  /** Of a number of handled legs. */
  public static LiveLoad inService(long legs) {
    return new LiveLoad(0, 0, legs, 0, 0, 0, NONE.agents);
  }

  /** Of one agent in a state. */
  public static LiveLoad ofAgent(AgentPresence presence) {
    SortedMap<String, Long> agents = new TreeMap<>(Map.of(presence.state(), 1L));
    return new LiveLoad(0, 0, 0, 0, 0, presence.isAvailable() ? 1 : 0, agents);
  }

  /** Whether nothing is open. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** Both together. */
  public LiveLoad plus(LiveLoad other) {
    return new LiveLoad(
        waiting + other.waiting,
        queuedWork + other.queuedWork,
        inService + other.inService,
        botSessions + other.botSessions,
        conversations + other.conversations,
        agentsAvailable + other.agentsAvailable,
        sum(other.agents, 1));
  }

  /** What takes it away again. */
  public LiveLoad negated() {
    return new LiveLoad(
        -waiting,
        -queuedWork,
        -inService,
        -botSessions,
        -conversations,
        -agentsAvailable,
        NONE.sum(agents, -1));
  }

  private SortedMap<String, Long> sum(SortedMap<String, Long> others, int sign) {
    if (others.isEmpty()) {
      return agents;
    }
    SortedMap<String, Long> sum = new TreeMap<>(agents);
    others.forEach((state, count) -> sum.merge(state, sign * count, Long::sum));
    sum.values().removeIf(count -> count == 0);
    return sum;
  }
}
