package org.contactroi.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Utf8Order;

/**
 * Quantities by a key of several parts, for instance the use of a resource by channel. Lines stand
 * in the order of their keys, part by part as UTF-8 bytes, and a line of zeros is not stored, so
 * equal breakdowns have equal content. Quantities may be negative in a difference; an overflow is
 * an {@link ArithmeticException}.
 */
public final class Breakdown {

  public static final Breakdown EMPTY = new Breakdown(List.of());

  private static final Comparator<Line> ORDER = Breakdown::compareKeys;

  private final List<Line> lines;

  private Breakdown(List<Line> lines) {
    this.lines = lines;
  }

  /** One line, or none if its quantities are all 0. */
  public static Breakdown of(List<String> key, long... quantities) {
    Line line = new Line(key, quantities);
    return line.isZero() ? EMPTY : new Breakdown(List.of(line));
  }

  /**
   * From lines in order.
   *
   * @throws IllegalArgumentException if keys do not ascend or a line is all 0
   */
  public static Breakdown of(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.isZero() || (i > 0 && ORDER.compare(lines.get(i - 1), line) >= 0)) {
        throw new IllegalArgumentException("keys must ascend and lines differ from 0, got " + line);
      }
    }
    return lines.isEmpty() ? EMPTY : new Breakdown(List.copyOf(lines));
  }

  /** The sum of lines in any order; those of one key are added. */
  public static Breakdown sum(Collection<Line> lines) {
    List<Line> sums = new ArrayList<>(lines.size());
    List<Line> ordered = new ArrayList<>(lines);
    ordered.sort(ORDER);
    for (Line line : ordered) {
      int last = sums.size() - 1;
      if (last >= 0 && sums.get(last).key.equals(line.key)) {
        sums.set(last, sums.get(last).plus(line));
      } else {
        sums.add(line);
      }
    }
    sums.removeIf(Line::isZero);
    return sums.isEmpty() ? EMPTY : new Breakdown(List.copyOf(sums));
  }

  /** Its lines in the order of their keys. */
  public List<Line> lines() {
    return lines;
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Sum of one quantity over all lines. */
  public long total(Quantity quantity) {
    long sum = 0;
    for (Line line : lines) {
      sum = Math.addExact(sum, line.get(quantity));
    }
    return sum;
  }

  public Breakdown plus(Breakdown other) {
    if (other.isEmpty()) {
      return this;
    }
    return isEmpty() ? other : merged(other);
  }

  public Breakdown negated() {
    return isEmpty() ? this : new Breakdown(lines.stream().map(Line::negated).toList());
  }

  /** Adds up many breakdowns at the cost of their lines. */
  static final class Sum {

    private final Breakdown first;
    private final Map<Key, long[]> added = new HashMap<>();

    /** A key that knows its hash. */
    private record Key(Line line) {
      @Override
      public boolean equals(Object other) {
        return other instanceof Key that && line.hasKeyOf(that.line);
      }

      @Override
      public int hashCode() {
        return line.hash;
      }
    }

    Sum(Breakdown first) {
      this.first = first;
    }

    void add(Breakdown breakdown) {
      for (Line line : breakdown.lines) {
        Key key = new Key(line);
        long[] sum = added.get(key);
        if (sum == null) {
          added.put(key, line.quantities.clone());
        } else {
          for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.addExact(sum[i], line.quantities[i]);
          }
        }
      }
    }

    Breakdown breakdown() {
      List<Line> lines = new ArrayList<>(added.size());
      added.forEach(
          (key, quantities) -> {
            Line line = key.line.with(quantities);
            if (!line.isZero()) {
              lines.add(line);
            }
          });
      lines.sort(ORDER);
      return lines.isEmpty() ? first : first.plus(new Breakdown(lines));
    }
  }

  private Breakdown merged(Breakdown other) {
    List<Line> merged = new ArrayList<>(lines.size() + other.lines.size());
    int i = 0;
    int j = 0;
    while (i < lines.size() && j < other.lines.size()) {
      Line left = lines.get(i);
      Line right = other.lines.get(j);
      int order = ORDER.compare(left, right);
      Line line = order == 0 ? left.plus(right) : order < 0 ? left : right;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      if (!line.isZero()) {
        merged.add(line);
      }
    }
    merged.addAll(lines.subList(i, lines.size()));
    merged.addAll(other.lines.subList(j, other.lines.size()));
    return merged.isEmpty() ? EMPTY : new Breakdown(List.copyOf(merged));
  }

  private static int compareKeys(Line left, Line right) {
    if (left.key == right.key) {
      return 0;
    }
    int parts = Math.min(left.key.size(), right.key.size());
    for (int i = 0; i < parts; i++) {
      String one = left.key.get(i);
      String other = right.key.get(i);
      if (!one.equals(other)) {
        return Utf8Order.INSTANCE.compare(one, other);
      }
    }
    return Integer.compare(left.key.size(), right.key.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Breakdown that && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }

  @Override
  public String toString() {
    return lines.toString();
  }

  /** The quantities of one key. Immutable. */
  public static final class Line {

    private final List<String> key;
    private final long[] quantities;
    private final int hash;

    /** A line of the parts of its key and its quantities, both in the order of their shape. */
    public Line(List<String> key, long... quantities) {
      this(List.copyOf(key), key.hashCode(), quantities.clone());
    }

    private Line(List<String> key, int hash, long[] quantities) {
      this.key = key;
      this.hash = hash;
      this.quantities = quantities;
    }

    /** A line of the same key, which keeps the quantities. */
    private Line with(long[] others) {
      return new Line(key, hash, others);
    }

    /** Parts of its key. */
    public List<String> key() {
      return key;
    }

    /** Number of quantities. */
    public int size() {
      return quantities.length;
    }

    /** The i-th quantity. */
    public long quantity(int i) {
      return quantities[i];
    }

    /** One of its quantities. */
    public long get(Quantity quantity) {
      return quantities[quantity.ordinal()];
    }

    boolean isOf(Shape shape) {
      return key.size() == shape.keyParts().size()
          && quantities.length == shape.quantities().size();
    }

    private boolean isZero() {
      for (long quantity : quantities) {
        if (quantity != 0) {
          return false;
        }
      }
      return true;
    }

    private Line plus(Line other) {
      long[] sums = new long[quantities.length];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.addExact(quantities[i], other.quantities[i]);
      }
      return with(sums);
    }

    private Line negated() {
      long[] negated = new long[quantities.length];
      for (int i = 0; i < negated.length; i++) {
        negated[i] = Math.negateExact(quantities[i]);
      }
      return with(negated);
    }

    private boolean hasKeyOf(Line other) {
      return key == other.key || (hash == other.hash && hasParts(other.key));
    }

    private boolean hasParts(List<String> others) {
      if (key.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < key.size(); i++) {
        if (!key.get(i).equals(others.get(i))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Line that
          && hasKeyOf(that)
          && Arrays.equals(quantities, that.quantities);
    }

    @Override
    public int hashCode() {
      return 31 * hash + Arrays.hashCode(quantities);
    }

    @Override
    public String toString() {
      return key + "=" + Arrays.toString(quantities);
    }
  }
}
