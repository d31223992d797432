package org.contactroi.roi;

import org.contactroi.kpi.SavingQuantity;
import org.contactroi.roi.BaselineRow.Sample;
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
  static @Nullable Explanation of(CellSaving cell) {
    Fraction counterfactual = cell.exactCounterfactual();
    Fraction actual = cell.exactActual();
    if (counterfactual == null || actual == null) {
      return null;
    }
    Fraction saving = counterfactual.minus(actual);
    Fraction rounding =
        Fraction.of(cell.counterfactual().less(cell.actual()).micros()).minus(saving);
    return isExplicable(cell)
        ? explained(cell, counterfactual, saving, rounding)
        : new Explanation(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, saving, rounding);
  }

  private static boolean isExplicable(CellSaving cell) {
    return cell.baseline().sample().isComplete() && cell.get(SavingQuantity.EPISODES) > 0;
  }

  private static Explanation explained(
      CellSaving cell, Fraction counterfactual, Fraction saving, Fraction rounding) {
    Sample before = cell.baseline().sample();
    long episodes = cell.get(SavingQuantity.EPISODES);
    long contacts = cell.get(SavingQuantity.CONTACTS);
    long handled = cell.get(SavingQuantity.HANDLED_CONTACTS);
    Fraction perEffortMs =
        counterfactual
            .times(Fraction.of(before.episodes(), before.effortMs()))
            .times(Fraction.of(1, episodes));
    Fraction effortPerContact = Fraction.of(before.effortMs(), before.contacts());
    Fraction effortPerHandled = Fraction.of(before.effortMs(), before.handledContacts());
    Fraction repeats =
        Fraction.of(before.contacts(), before.episodes())
            .times(Fraction.of(episodes))
            .minus(Fraction.of(contacts))
            .times(effortPerContact)
            .times(perEffortMs);
    Fraction containment =
        Fraction.of(before.handledContacts(), before.contacts())
            .times(Fraction.of(contacts))
            .minus(Fraction.of(handled))
            .times(effortPerHandled)
            .times(perEffortMs);
    Fraction handleTime =
        effortPerHandled
            .times(Fraction.of(handled))
            .minus(Fraction.of(cell.get(SavingQuantity.EFFORT_MS)))
            .times(perEffortMs);
    Fraction other = saving.minus(repeats).minus(containment).minus(handleTime);
    return new Explanation(repeats, containment, handleTime, other, rounding);
  }
}
