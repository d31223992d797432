package org.contactroi.roi.price;

import org.contactroi.kpi.family.SavingQuantity;
import org.contactroi.roi.amount.CostSum;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.baseline.BaselineRow.Sample;
import org.jspecify.annotations.Nullable;

/**
 * Where a saving is from, exact: the rows and the rounding sum to the saving as it is published.
 * Explanations add like the savings they explain.
 *
 * @param repeats fewer contacts per episode
 * @param containment a smaller share of contacts handled by people
 * @param handleTime less effort per handled contact
 * @param other the rest: other people, other resources, other members
 * @param rounding the published saving less the exact one
 */
public record Explanation(
    Fraction repeats,
    Fraction containment,
    Fraction handleTime,
    Fraction other,
    Fraction rounding) {

  public static final Explanation ZERO =
      new Explanation(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

  public Explanation plus(Explanation more) {
    return new Explanation(
        repeats.plus(more.repeats),
        containment.plus(more.containment),
        handleTime.plus(more.handleTime),
        other.plus(more.other),
        rounding.plus(more.rounding));
  }

  /** The saving as it is published, millionths of a unit. */
  public Fraction saving() {
    return repeats.plus(containment).plus(handleTime).plus(other).plus(rounding);
  }

  /** Of a cell in an hour; null if a price is missing. */
  public static @Nullable Explanation of(CellSaving cell) {
    Fraction counterfactual = cell.exactCounterfactual();
    Fraction actual = cell.exactActual();
    if (counterfactual == null || actual == null) {
      return null;
    }
    Explanation unexplained = unexplained(counterfactual.minus(actual), published(cell));
    return isExplicable(cell) ? unexplained.by(new Before(cell, counterfactual)) : unexplained;
  }

  private static Explanation unexplained(Fraction saving, Fraction published) {
    return new Explanation(
        Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, saving, published.minus(saving));
  }

  private static Fraction published(CellSaving cell) {
    CostSum counterfactual = new CostSum();
    CostSum actual = new CostSum();
    cell.addCounterfactual(counterfactual);
    cell.addActual(actual);
    return Fraction.of(counterfactual.amount().less(actual.amount()).micros());
  }

  private static boolean isExplicable(CellSaving cell) {
    return cell.baseline().sample().isComplete() && cell.get(SavingQuantity.EPISODES) > 0;
  }

  private Explanation by(Before before) {
    Fraction fewer = before.repeats();
    Fraction contained = before.containment();
    Fraction shorter = before.handleTime();
    Fraction rest = other.minus(fewer).minus(contained).minus(shorter);
    return new Explanation(fewer, contained, shorter, rest, rounding);
  }

  /** A cell's episodes as they would have been: k0, f0, t0 and r0 are those of the baseline. */
  private record Before(CellSaving cell, Fraction counterfactual) {

    /** N (k0 - k) f0 t0 r0. */
    Fraction repeats() {
      Sample sample = sample();
      return Fraction.of(sample.contacts(), sample.episodes())
          .times(now(SavingQuantity.EPISODES))
          .minus(now(SavingQuantity.CONTACTS))
          .times(Fraction.of(sample.effortMs(), sample.contacts()))
          .times(costPerEffortMs());
    }

    /** N k (f0 - f) t0 r0. */
    Fraction containment() {
      Sample sample = sample();
      return Fraction.of(sample.handledContacts(), sample.contacts())
          .times(now(SavingQuantity.CONTACTS))
          .minus(now(SavingQuantity.HANDLED_CONTACTS))
          .times(Fraction.of(sample.effortMs(), sample.handledContacts()))
          .times(costPerEffortMs());
    }

    /** N k f (t0 - t) r0. */
    Fraction handleTime() {
      Sample sample = sample();
      return Fraction.of(sample.effortMs(), sample.handledContacts())
          .times(now(SavingQuantity.HANDLED_CONTACTS))
          .minus(now(SavingQuantity.EFFORT_MS))
          .times(costPerEffortMs());
    }

    /** r0: the counterfactual over the effort of as many episodes in the baseline. */
    private Fraction costPerEffortMs() {
      return counterfactual
          .times(Fraction.of(sample().episodes(), sample().effortMs()))
          .times(Fraction.of(1, cell.get(SavingQuantity.EPISODES)));
    }

    private Sample sample() {
      return cell.baseline().sample();
    }

    private Fraction now(SavingQuantity quantity) {
      return Fraction.of(cell.get(quantity));
    }
  }
}
