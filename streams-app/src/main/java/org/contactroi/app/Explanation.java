package org.contactroi.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Comparison;
import org.contactroi.explain.Question;
import org.contactroi.explain.Row;
import org.contactroi.explain.Rows;

/**
 * The answer to a question.
 *
 * @param rows all that contribute
 * @param comparison of their sum with what is published
 * @param moving what was read changed from one look to the next
 * @param watermark event time the tenant has reached
 * @param zone of the tenant
 */
record Explanation(
    Question question,
    Rows rows,
    Comparison comparison,
    boolean moving,
    Instant watermark,
    ZoneId zone) {

  /**
   * What of it is wanted.
   *
   * @param aspects what is shown of a row; one with none of them is left out
   * @param limit most rows that are shown
   */
  record Wanted(List<Aspect> aspects, long limit) {

    boolean isIn(Row row) {
      return aspects.stream().anyMatch(aspect -> aspect.isIn(row.totals()));
    }
  }

  /** The first rows that are wanted, by time. */
  List<Row> shown(Wanted wanted) {
    return rows.byTime(wanted::isIn).limit(wanted.limit()).toList();
  }
}
