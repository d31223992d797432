package org.contactroi.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.contactroi.kpi.family.Families;

/** Totals and distributions as random as their types allow. */
public final class RandomTotals {

  private static final List<Family> FAMILIES = Families.all();

  /** The last two are ordered by UTF-8 bytes otherwise than by UTF-16 units. */
  private static final List<String> KEY_PARTS = List.of("", "a", "a b", "\ufb01", "\ud83d\ude00");

  private static final int KEYS = 12;
  private static final int LARGEST = 1_000_000;

  private final Random random;

  public RandomTotals(Random random) {
    this.random = random;
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

  Shape breakdownShape() {
    List<Shape> shapes =
        FAMILIES.stream()
            .flatMap(family -> family.measures().stream())
            .map(Measure::shape)
            .filter(shape -> shape.form() == Shape.Form.LINES)
            .toList();
    return shapes.get(upTo(shapes.size()));
  }

  /** Few distinct keys, as in a distribution; some quantities of a line are 0. */
  Breakdown breakdown(Shape shape) {
    Breakdown breakdown = Breakdown.EMPTY;
    for (int left = random.nextInt(KEYS); left > 0; left--) {
      List<String> key = shape.keyParts().stream().map(part -> KEY_PARTS.get(upTo(5))).toList();
      long[] quantities = random.longs(shape.quantities().size(), -1, 2).toArray();
      breakdown = breakdown.plus(Breakdown.of(key, quantities));
    }
    return breakdown;
  }

  public Totals totals(Family family) {
    Totals.Builder totals = Totals.builder(family);
    for (Measure measure : family.measures()) {
      switch (measure.shape().form()) {
        case SCALAR -> totals.add(measure, random.nextInt(2 * LARGEST) - LARGEST);
        case HISTOGRAM, DAYS -> totals.add(measure, distribution());
        case LINES -> totals.add(measure, breakdown(measure.shape()));
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
  public String text() {
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
