package org.contactroi.app.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Question;
import org.contactroi.explain.Row;
import org.contactroi.kpi.WindowSize;

/**
 * The answer to a question.
 *
 * @param watermark event time the tenant has reached
 * @param zone of the tenant
 * @param money what the rows are worth; empty for families and tenants without amounts
 */
record TotalExplanation(
    Question question,
    Findings findings,
    Instant watermark,
    ZoneId zone,
    Optional<MoneyExplanation> money) {

  /**
   * What of it is wanted.
   *
   * @param aspects what is shown of a row
   * @param narrowed whether rows with none of them are left out
   * @param limit most rows that are shown
   */
  record Wanted(List<Aspect> aspects, boolean narrowed, long limit) {

    boolean isIn(Row row) {
      return !narrowed || aspects.stream().anyMatch(aspect -> aspect.isIn(row.totals()));
    }
  }

  /** The first rows that are wanted, by time. */
  List<Row> shown(Wanted wanted) {
    return findings.rows().byTime(wanted::isIn).limit(wanted.limit()).toList();
  }

  /** Whether rows are episodes, and not interactions. */
  boolean areEpisodes() {
    return question.family().isOfEpisodes();
  }

  /** Whether rows add up to what is published, and are worth what is published. */
  boolean isEqual() {
    return findings.comparison().isEqual()
        && (question.key().window() == WindowSize.MINUTE
            || money.map(MoneyExplanation::isEqual).orElse(true));
  }

  /** How many rows are wanted. */
  long count(Wanted wanted) {
    return findings.rows().count(wanted::isIn);
  }
}
