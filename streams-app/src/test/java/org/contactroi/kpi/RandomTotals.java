package org.contactroi.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Totals and distributions as random as their types allow; prints its seed. */
final class RandomTotals {

  private static final List<Family> FAMILIES = List.of(Family.values());
  private static final int KEYS = 12;
  private static final int LARGEST = 1_000_000;

  private final Random random;

  RandomTotals() {
    long seed = new Random().nextLong();
    System.out.println("random totals of seed " + seed);
    random = new Random(seed);
  }

  Family family() {
    return FAMILIES.get(random.nextInt(FAMILIES.size()));
  }

  /** Few distinct keys, so that two of them often share some and sums often fall to 0. */
  Distribution distribution() {
    long[] keys = random.longs(random.nextInt(KEYS), 0, KEYS).sorted().distinct().toArray();
    long[] counts = Arrays.stream(keys).map(key -> random.nextBoolean() ? 1 : -1).toArray();
    return Distribution.of(keys, counts);
  }

  Totals totals(Family family) {
    Totals.Builder totals = Totals.builder(family);
    for (Measure measure : family.measures()) {
      if (measure.shape() == Measure.Shape.SCALAR) {
        totals.add(measure, random.nextInt(2 * LARGEST) - LARGEST);
      } else {
        totals.add(measure, distribution());
      }
    }
    return totals.build();
  }

  long[] values(int count, long bound) {
    return random.longs(count, 0, bound).toArray();
  }

  int percent() {
    return 1 + random.nextInt(100);
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  /** A string of any Unicode scalar values, separators and control characters more often. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(10); left > 0; left--) {
      text.appendCodePoint(random.nextBoolean() ? special() : scalar());
    }
    return text.toString();
  }

  private int special() {
    return "/+%~ \n\t\0\u007f\u0085ä漢".codePointAt(random.nextInt(12));
  }

  private int scalar() {
    int code = random.nextInt(Character.MAX_CODE_POINT + 1);
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE ? 'x' : code;
  }
}
