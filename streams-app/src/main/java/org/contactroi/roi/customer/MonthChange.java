package org.contactroi.roi.customer;

/**
 * What customers change in a calendar month: a commutative group under {@link #plus}.
 *
 * @param net those there at its end less those there at its start
 * @param won customers who were acquired or won back within it, each once
 * @param heard those there at its end of whom nobody said how they came: they were not there at its
 *     start and were neither acquired nor won back
 */
public record MonthChange(long net, long won, long heard) {

  public static final MonthChange NONE = new MonthChange(0, 0, 0);

  public MonthChange plus(MonthChange more) {
    return new MonthChange(
        Math.addExact(net, more.net),
        Math.addExact(won, more.won),
        Math.addExact(heard, more.heard));
  }

  public MonthChange minus(MonthChange less) {
    return new MonthChange(
        Math.subtractExact(net, less.net),
        Math.subtractExact(won, less.won),
        Math.subtractExact(heard, less.heard));
  }
}
