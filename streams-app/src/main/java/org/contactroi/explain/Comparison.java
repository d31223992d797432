package org.contactroi.explain;

import java.util.List;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;

/**
 * What facts add up to beside what is published.
 *
 * @param published zero when nothing is
 */
public record Comparison(Totals sum, Totals published) {

  /** Whether every measure that facts explain is the same to the last unit. */
  public boolean isEqual() {
    return differing().isEmpty();
  }

  /** What the facts have more than what is published. */
  public Totals difference() {
    return sum.minus(published);
  }

  /** The measures that differ, of those that facts explain. */
  public List<Measure> differing() {
    Totals difference = difference();
    return sum.family().measures().stream()
        .filter(sum.family()::isExplained)
        .filter(measure -> !difference.isZero(measure))
        .toList();
  }
}
