package org.contactroi.history;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws at random, the same from one seed on every machine. */
public final class Dice {

  private final SplittableRandom random;

  public Dice(long seed) {
    this(new SplittableRandom(seed));
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Dice of their own, so that what one part draws does not move another. */
  public Dice split() {
    return new Dice(random.split());
  }

  /** A whole number in [0, bound). */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** A whole number in [low, high]. */
  public long between(long low, long high) {
    return low + random.nextLong(high - low + 1);
  }

  /** True one time in {@code times}. */
  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** One of the values, each as likely as the others. */
  @SafeVarargs
  public final <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  /** One of the values, each as likely as the others. */
  public <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** One of the values, or null one time in three. */
  <T> @Nullable T pickOrNull(List<T> values) {
    return oneIn(3) ? null : pick(values);
  }

  /** The values in a random order. */
  public <T> List<T> shuffled(List<T> values) {
    List<T> shuffled = new ArrayList<>(values);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
    }
    return shuffled;
  }
}
