package org.contactroi.roi.price;

/**
 * Where a saving is from, in rows that add up over cells and hours: each is rounded once per cell
 * and hour, and what that leaves is a row of its own. A commutative group under {@link #plus}.
 *
 * @param repeatsMicros fewer contacts per episode
 * @param containmentMicros a smaller share of contacts handled by people
 * @param handleTimeMicros less effort per handled contact
 * @param otherMicros the rest of the exact saving
 * @param roundingMicros the published saving less the rows before
 * @param unexplained cells without an explanation, because a price is missing
 */
public record Explained(
    long repeatsMicros,
    long containmentMicros,
    long handleTimeMicros,
    long otherMicros,
    long roundingMicros,
    long unexplained) {

  public static final Explained NOTHING = new Explained(0, 0, 0, 0, 0, 0);

  private static final Explained WITHOUT_PRICE = new Explained(0, 0, 0, 0, 0, 1);

  /** Of a cell in an hour. */
  public static Explained of(CellSaving cell) {
    Explanation exact = Explanation.of(cell);
    return exact == null ? WITHOUT_PRICE : rounded(exact);
  }

  public Explained plus(Explained more) {
    return new Explained(
        Math.addExact(repeatsMicros, more.repeatsMicros),
        Math.addExact(containmentMicros, more.containmentMicros),
        Math.addExact(handleTimeMicros, more.handleTimeMicros),
        Math.addExact(otherMicros, more.otherMicros),
        Math.addExact(roundingMicros, more.roundingMicros),
        Math.addExact(unexplained, more.unexplained));
  }

  public Explained negated() {
    return new Explained(
        Math.negateExact(repeatsMicros),
        Math.negateExact(containmentMicros),
        Math.negateExact(handleTimeMicros),
        Math.negateExact(otherMicros),
        Math.negateExact(roundingMicros),
        Math.negateExact(unexplained));
  }

  /** Whether all of the saving is explained. */
  public boolean isComplete() {
    return unexplained == 0;
  }

  private static Explained rounded(Explanation exact) {
    long repeats = exact.repeats().rounded();
    long containment = exact.containment().rounded();
    long handleTime = exact.handleTime().rounded();
    long other = exact.other().rounded();
    long rounding = exact.saving().rounded() - repeats - containment - handleTime - other;
    return new Explained(repeats, containment, handleTime, other, rounding, 0);
  }
}
