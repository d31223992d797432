package org.contactroi.simulator.fault;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is on its way, by the time it arrives; of two at one time the one sent first is first. */
final class Post {

  private final PriorityQueue<Letter> letters =
      new PriorityQueue<>(Comparator.comparingLong(Letter::due).thenComparing(Letter::number));
  private long sent;
  private boolean isLast;

  private record Letter(long due, long number, Runnable arrives) {}

  /** Sends something that arrives later. */
  void send(long due, Runnable arrives) {
    letters.add(new Letter(due, sent++, arrives));
  }

  /** Sends something that never arrives if everything ends before. */
  void sendInTime(long due, Runnable arrives) {
    send(
        due,
        () -> {
          if (!isLast) {
            arrives.run();
          }
        });
  }

  /** Lets the next one arrive if it is due; returns whether it was. */
  boolean arriveBy(long now) {
    Letter next = letters.peek();
    if (next == null || next.due() > now) {
      return false;
    }
    letters.remove();
    next.arrives().run();
    return true;
  }

  /** Everything has ended: lets the next one arrive at once; returns whether there was one. */
  boolean arriveAtLast() {
    isLast = true;
    return arriveBy(Long.MAX_VALUE);
  }
}
