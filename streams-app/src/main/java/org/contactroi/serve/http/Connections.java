package org.contactroi.serve.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The open connections of a server, none of which holds a thread, and which of them have to go: the
 * late ones, and where there are too many, the one that has waited longest. So a new one always
 * gets in.
 *
 * @param <C> a connection
 */
final class Connections<C> {

  /** What a connection is open for. */
  private enum Use {
    /** No request is under way: none came yet, a part of one, or an answer is done. */
    WAITING,
    ANSWERING,
    /** An answer without an end. */
    STREAMING
  }

  /** Closes a connection at once, whatever it is about. */
  @FunctionalInterface
  interface Closer<C> {
    void close(C connection);
  }

  private record State(Use use, long since, long bytes) {}

  private final Limits limits;
  private final LongSupplier clock;
  private final Closer<C> closer;
  private final Map<C, State> open = new LinkedHashMap<>();

  /**
   * None.
   *
   * @param clock milliseconds that never go back
   */
  Connections(Limits limits, LongSupplier clock, Closer<C> closer) {
    this.limits = limits;
    this.clock = clock;
    this.closer = closer;
  }

  /** One was opened. */
  void opened(C connection) {
    List<C> leaving = new ArrayList<>();
    synchronized (open) {
      if (open.containsKey(connection)) {
        return;
      }
      if (open.size() >= limits.connections()) {
        leaving.add(
            oldest(state -> state.use() == Use.WAITING)
                .or(() -> oldest(state -> state.use() == Use.ANSWERING))
                .orElse(connection));
        leaving.forEach(open::remove);
      }
      if (!leaving.contains(connection)) {
        open.put(connection, new State(Use.WAITING, clock.getAsLong(), 0));
      }
    }
    leaving.forEach(closer::close);
  }

  /** One was closed. */
  void closed(C connection) {
    synchronized (open) {
      open.remove(connection);
    }
  }

  /** A whole request came. */
  void answering(C connection) {
    put(connection, new State(Use.ANSWERING, clock.getAsLong(), 0));
  }

  /** An answer is done. */
  void waiting(C connection) {
    put(connection, new State(Use.WAITING, clock.getAsLong(), 0));
  }

  /** An answer is ready to be read, which keeps its bytes in memory until it is. */
  void holds(C connection, long bytes) {
    List<C> leaving = new ArrayList<>();
    synchronized (open) {
      open.computeIfPresent(
          connection, (same, state) -> new State(state.use(), state.since(), bytes));
      long all = open.values().stream().mapToLong(State::bytes).sum();
      while (all > limits.answerBytes()) {
        Optional<C> slowest = oldest(state -> state.bytes() > 0);
        if (slowest.isEmpty() || slowest.get().equals(connection)) {
          break;
        }
        leaving.add(slowest.get());
        State gone = open.remove(slowest.get());
        all -= gone == null ? 0 : gone.bytes();
      }
    }
    leaving.forEach(closer::close);
  }

  /** An answer without an end begins; false if there are as many as allowed. */
  boolean streaming(C connection) {
    synchronized (open) {
      long streams = open.values().stream().filter(state -> state.use() == Use.STREAMING).count();
      if (streams >= limits.streams()) {
        return false;
      }
      put(connection, new State(Use.STREAMING, clock.getAsLong(), 0));
      return true;
    }
  }

  /** Closes those that are late. */
  void sweep() {
    long now = clock.getAsLong();
    List<C> late = new ArrayList<>();
    synchronized (open) {
      open.forEach(
          (connection, state) -> {
            if (isLate(state, now)) {
              late.add(connection);
            }
          });
      late.forEach(open::remove);
    }
    late.forEach(closer::close);
  }

  int count() {
    synchronized (open) {
      return open.size();
    }
  }

  private boolean isLate(State state, long now) {
    Duration allowed =
        switch (state.use()) {
          case WAITING -> limits.request();
          case ANSWERING -> limits.answer();
          case STREAMING -> Duration.ofMillis(Long.MAX_VALUE);
        };
    return now - state.since() > allowed.toMillis();
  }

  /** Nothing comes of one that was closed meanwhile. */
  private void put(C connection, State state) {
    synchronized (open) {
      open.computeIfPresent(connection, (same, before) -> state);
    }
  }

  private Optional<C> oldest(Predicate<State> wanted) {
    return open.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .min(Comparator.comparingLong(entry -> entry.getValue().since()))
        .map(Map.Entry::getKey);
  }
}
