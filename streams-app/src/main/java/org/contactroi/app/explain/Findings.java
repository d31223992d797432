package org.contactroi.app.explain;

import java.util.Map;
import org.contactroi.explain.Comparison;
import org.contactroi.explain.Question;
import org.contactroi.explain.Rows;
import org.contactroi.kpi.Totals;

/**
 * What is there when one looks.
 *
 * @param rows all that contribute
 * @param ofValues published totals of all values of the slice in the window
 * @param comparison of the sum of the rows with what is published
 * @param moving whether the comparison is another one than at the look before
 */
public record Findings(
    Rows rows, Map<String, Totals> ofValues, Comparison comparison, boolean moving) {

  static Findings at(Question question, ExplainTopics topics) {
    Map<String, Totals> ofValues = topics.totals(question.key());
    Rows rows = topics.rows(question);
    Totals published = ofValues.get(question.key().slice().valueText());
    return new Findings(
        rows,
        ofValues,
        new Comparison(rows.sum(), published == null ? Totals.zero(question.family()) : published),
        false);
  }

  /** The same, seen after another. */
  Findings after(Findings before) {
    return new Findings(rows, ofValues, comparison, !comparison.equals(before.comparison));
  }

  /** Nothing contributes and nothing is published. */
  boolean isEmpty() {
    return rows.size() == 0 && comparison.published().isZero();
  }
}
