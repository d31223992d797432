package org.contactroi.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What figures are sliced by: none of the dimensions, one, or several together. */
public final class SliceBy {

  /** Everything. */
  public static final SliceBy ALL = new SliceBy(List.of());

  /** Queues. */
  public static final SliceBy QUEUE = new SliceBy(List.of(Dimension.Fixed.QUEUE));

  /** The teams of agents; families of what agents do and say only. */
  public static final SliceBy TEAM = new SliceBy(List.of(Dimension.Fixed.TEAM));

  private static final String ALL_ID = "all";

  private final List<Dimension> dimensions;
  private final String id;

  /**
   * Slices by dimensions.
   *
   * @param dimensions distinct, in the order of their names in the slice
   */
  public SliceBy(List<Dimension> dimensions) {
    this.dimensions = List.copyOf(dimensions);
    this.id =
        dimensions.isEmpty()
            ? ALL_ID
            : dimensions.stream().map(Dimension::id).collect(Collectors.joining("+"));
    if (dimensions.stream().distinct().count() != dimensions.size()) {
      throw new IllegalArgumentException("a dimension stands twice in slice " + dimensions);
    }
  }

  /**
   * From its id, for instance {@code channel+queue}.
   *
   * @throws IllegalArgumentException naming the dimension that is unknown and those allowed
   */
  public static SliceBy of(String id) {
    return id.equals(ALL_ID)
        ? ALL
        : new SliceBy(Arrays.stream(id.split("\\+", -1)).map(Dimension::of).toList());
  }

  /** Distinct dimensions; none for everything. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** Name in keys and parameters: {@code all}, or the dimensions joined by +. */
  public String id() {
    return id;
  }

  /** The slice these values fall into. */
  public Slice slice(Dimensions values) {
    String[] own = new String[dimensions.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = values.value(dimensions.get(i));
    }
    return new Slice(id, List.of(own));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SliceBy that && dimensions.equals(that.dimensions);
  }

  @Override
  public int hashCode() {
    return dimensions.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
