package org.contactroi.simulator.center;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Queue;
import org.jspecify.annotations.Nullable;

/** A queue and those who wait in it: by mode, and those who have waited before apart. */
final class Line {

  private static final int RAISED = 1_000;

  private final Queue queue;
  private final Map<Mode, Chain<Waiter>> usual = new EnumMap<>(Mode.class);
  private final Map<Mode, Chain<Waiter>> raised = new EnumMap<>(Mode.class);
  private final List<Chain<Waiter>> all = new ArrayList<>();
  private final List<Crew> crews = new ArrayList<>();

  Line(Queue queue) {
    this.queue = queue;
    for (Mode mode : Mode.values()) {
      usual.put(mode, newChain());
      raised.put(mode, newChain());
    }
  }

  private Chain<Waiter> newChain() {
    Chain<Waiter> chain = new Chain<>();
    all.add(chain);
    return chain;
  }

  Queue queue() {
    return queue;
  }

  /** Crews that serve it. */
  List<Crew> crews() {
    return crews;
  }

  void servedBy(Crew crew) {
    crews.add(crew);
  }

  /** The higher, the sooner they are served; a letter is the last that is urgent. */
  int urgency(Mode mode, boolean isRaised) {
    return (isRaised ? RAISED : 0) + 2 * queue.priority() + (mode == Mode.MAIL ? 0 : 1);
  }

  /** Lets one wait in its place, which is the last unless it has been here before. */
  void add(Waiter waiter) {
    Chain<Waiter> chain = chain(waiter);
    Waiter before = chain.last();
    while (before != null && before.place().number() > waiter.place().number()) {
      before = before.previous();
    }
    chain.add(before, waiter);
  }

  void remove(Waiter waiter) {
    chain(waiter).remove(waiter);
  }

  private Chain<Waiter> chain(Waiter waiter) {
    Map<Mode, Chain<Waiter>> chains = waiter.place().isRaised() ? raised : usual;
    return Objects.requireNonNull(chains.get(waiter.mode()));
  }

  /** Returns who is served next, null if nobody waits. */
  @Nullable Waiter mostUrgent() {
    Waiter most = null;
    for (Chain<Waiter> chain : all) {
      most = moreUrgent(most, chain.first());
    }
    return most;
  }

  static @Nullable Waiter moreUrgent(@Nullable Waiter one, @Nullable Waiter other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
