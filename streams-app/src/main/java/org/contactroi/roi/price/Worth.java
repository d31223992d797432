package org.contactroi.roi.price;

import org.contactroi.interaction.HalfEven;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.amount.Stated;

/**
 * What the totals of a window are in money. That of an hour depends on its own totals and prices;
 * that of a day is the sum of its hours. A commutative group under {@link #plus}, so that what a
 * changed hour was worth can be taken back from its day.
 *
 * @param saving both sides of the saving; zero for other families and before go-live
 * @param explained where the saving is from
 */
public record Worth(ResourceCosts costs, Account saving, Explained explained) {

  public static final Worth ZERO = new Worth(ResourceCosts.ZERO, Account.ZERO, Explained.NOTHING);

  public Worth plus(Worth other) {
    return new Worth(
        costs.plus(other.costs), saving.plus(other.saving), explained.plus(other.explained));
  }

  public Worth minus(Worth other) {
    return plus(
        new Worth(other.costs.negated(), other.saving.negated(), other.explained.negated()));
  }

  /** The share of the saving that left the payroll, and the paid time in it, are booked too. */
  public Account savingOf(int realisationBp) {
    Account.Builder account = Account.builder().add(saving);
    account.add(Component.CASHABLE, saving.saving().share(realisationBp));
    long paidMs = saving.get(Count.SAVED_PAID_MS);
    account.add(Count.CASHABLE_PAID_MS, HalfEven.divide(paidMs, realisationBp, Stated.WHOLE_BP));
    return account.build();
  }
}
