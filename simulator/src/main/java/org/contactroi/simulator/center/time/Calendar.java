package org.contactroi.simulator.center.time;

import java.util.Arrays;

/**
 * What will happen when: a binary heap in plain arrays. Of two occasions at one time, the one that
 * was planned first happens first.
 */
public final class Calendar {

  private static final int INITIAL_CAPACITY = 1 << 10;
  private static final Occasion NOTHING = now -> {};

  private long[] times = new long[INITIAL_CAPACITY];
  private long[] numbers = new long[INITIAL_CAPACITY];
  private Occasion[] occasions = new Occasion[INITIAL_CAPACITY];
  private int size;
  private long planned;
  private long now = Long.MIN_VALUE;

  /**
   * Plans an occasion.
   *
   * @throws IllegalArgumentException if its time is over
   */
  public void at(long time, Occasion occasion) {
    if (time < now) {
      throw new IllegalArgumentException("time " + time + " is before " + now);
    }
    if (size == times.length) {
      grow();
    }
    place(climb(size++, time, planned), time, planned++, occasion);
  }

  private void grow() {
    int capacity = times.length * 2;
    times = Arrays.copyOf(times, capacity);
    numbers = Arrays.copyOf(numbers, capacity);
    occasions = Arrays.copyOf(occasions, capacity);
  }

  /** Returns the time of the next occasion; the end of all time if there is none. */
  public long nextTime() {
    return size == 0 ? Long.MAX_VALUE : times[0];
  }

  /** Returns the time of the last occasion that happened. */
  public long now() {
    return now;
  }

  /** Lets the next occasion happen. */
  public void happen() {
    Occasion occasion = occasions[0];
    now = times[0];
    removeFirst();
    occasion.happen(now);
  }

  private void removeFirst() {
    int last = --size;
    long time = times[last];
    long number = numbers[last];
    Occasion occasion = occasions[last];
    occasions[last] = NOTHING;
    if (last > 0) {
      place(sink(time, number), time, number, occasion);
    }
  }

  /** Moves later ancestors down and returns the free place. */
  private int climb(int from, long time, long number) {
    int index = from;
    while (index > 0) {
      int parent = (index - 1) >>> 1;
      if (!isBefore(time, number, parent)) {
        break;
      }
      place(index, times[parent], numbers[parent], occasions[parent]);
      index = parent;
    }
    return index;
  }

  /** Moves earlier children up, from the root, and returns the free place. */
  private int sink(long time, long number) {
    int index = 0;
    int child = 1;
    while (child < size) {
      int right = child + 1;
      if (right < size && isBefore(times[right], numbers[right], child)) {
        child = right;
      }
      if (isBefore(time, number, child)) {
        break;
      }
      place(index, times[child], numbers[child], occasions[child]);
      index = child;
      child = 2 * index + 1;
    }
    return index;
  }

  private boolean isBefore(long time, long number, int index) {
    return time < times[index] || (time == times[index] && number < numbers[index]);
  }

  private void place(int index, long time, long number, Occasion occasion) {
    times[index] = time;
    numbers[index] = number;
    occasions[index] = occasion;
  }
}
