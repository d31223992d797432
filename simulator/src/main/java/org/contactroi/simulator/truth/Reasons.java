package org.contactroi.simulator.truth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.contactroi.simulator.scenario.Baseline.Sample;
import org.jspecify.annotations.Nullable;

/** Where a saving is from: rows that are rounded once per cell and hour, and then add up. */
final class Reasons {

  private long repeats;
  private long containment;
  private long handleTime;
  private long other;
  private long rounding;
  private boolean isUnknown;

  /**
   * The episodes of a cell in an hour.
   *
   * @param episodes N
   * @param contacts N k
   * @param handled N k f
   * @param effort N k f t, ms
   */
  record Cell(long episodes, long contacts, long handled, long effort) {

    static Cell of(long[] quantities) {
      return new Cell(quantities[0], quantities[1], quantities[2], quantities[3]);
    }
  }

  /**
   * Both sides of a saving, exact.
   *
   * @param counterfactual null if a price is missing
   * @param actual null if a price is missing
   */
  record Sides(@Nullable Fraction counterfactual, @Nullable Fraction actual) {}

  /**
   * Adds those of a cell in an hour.
   *
   * @param published the saving as it is published
   */
  void add(Cell cell, Sample before, Sides sides, long published) {
    Fraction counterfactual = sides.counterfactual();
    Fraction actual = sides.actual();
    if (counterfactual == null || actual == null) {
      isUnknown = true;
      return;
    }
    Fraction rest = counterfactual.minus(actual);
    long known = 0;
    if (isComplete(before) && cell.episodes() > 0) {
      Fraction perEffort = perEffort(cell, before, counterfactual);
      Fraction fewer = repeats(cell, before).times(perEffort);
      Fraction contained = containment(cell, before).times(perEffort);
      Fraction shorter = handleTime(cell, before).times(perEffort);
      rest = rest.minus(fewer).minus(contained).minus(shorter);
      repeats += fewer.rounded();
      containment += contained.rounded();
      handleTime += shorter.rounded();
      known = fewer.rounded() + contained.rounded() + shorter.rounded();
    }
    other += rest.rounded();
    rounding += published - known - rest.rounded();
  }

  private static boolean isComplete(Sample before) {
    return before.episodes() > 0
        && before.contacts() > 0
        && before.handled() > 0
        && before.effort() > 0;
  }

  /** r0 = counterfactual / (N k0 f0 t0), where k0 f0 t0 is the effort per episode before. */
  private static Fraction perEffort(Cell cell, Sample before, Fraction counterfactual) {
    return counterfactual
        .times(Fraction.of(before.episodes(), before.effort()))
        .dividedBy(cell.episodes());
  }

  /** N (k0 - k) f0 t0. */
  private static Fraction repeats(Cell cell, Sample before) {
    return Fraction.of(before.contacts(), before.episodes())
        .times(Fraction.of(cell.episodes()))
        .minus(Fraction.of(cell.contacts()))
        .times(Fraction.of(before.handled(), before.contacts()))
        .times(Fraction.of(before.effort(), before.handled()));
  }

  /** N k (f0 - f) t0. */
  private static Fraction containment(Cell cell, Sample before) {
    return Fraction.of(before.handled(), before.contacts())
        .times(Fraction.of(cell.contacts()))
        .minus(Fraction.of(cell.handled()))
        .times(Fraction.of(before.effort(), before.handled()));
  }

  /** N k f (t0 - t). */
  private static Fraction handleTime(Cell cell, Sample before) {
    return Fraction.of(before.effort(), before.handled())
        .times(Fraction.of(cell.handled()))
        .minus(Fraction.of(cell.effort()));
  }

  void add(Reasons more) {
    repeats = Math.addExact(repeats, more.repeats);
    containment = Math.addExact(containment, more.containment);
    handleTime = Math.addExact(handleTime, more.handleTime);
    other = Math.addExact(other, more.other);
    rounding = Math.addExact(rounding, more.rounding);
    isUnknown |= more.isUnknown;
  }

  /** Puts them into what is said of a saving; nothing if a price is missing. */
  void putInto(ObjectNode saving) {
    if (!isUnknown) {
      Json.put(
          saving,
          "explanation",
          Json.object()
              .number("repeats_micros", repeats)
              .number("containment_micros", containment)
              .number("handle_time_micros", handleTime)
              .number("other_micros", other)
              .number("rounding_micros", rounding)
              .node());
    }
  }
}
