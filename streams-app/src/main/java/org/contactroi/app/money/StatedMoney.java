package org.contactroi.app.money;

import java.util.List;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.PageText;
import org.contactroi.roi.baseline.Baseline;
import org.jspecify.annotations.Nullable;

/**
 * A statement and what stands beside it.
 *
 * @param phases the statements of the phases that have begun
 * @param baseline that of its last day; null if there is none
 * @param isPublished whether it is as published, not evaluated for an earlier day
 */
record StatedMoney(
    TenantStatement statement,
    List<TenantStatement> phases,
    @Nullable Baseline baseline,
    boolean isPublished) {

  StatedMoney {
    phases = List.copyOf(phases);
  }

  /** The id of the baseline of its last day; null if there is none. */
  @Nullable String baselineId() {
    return baseline == null ? null : baseline.id();
  }

  /** Where it is from, in words. */
  String origin() {
    return isPublished
        ? "as published: revision %d, at event time %s"
            .formatted(
                statement.revision(), PageText.instant(statement.watermark(), statement.zone()))
        : "evaluated from published totals and reference data, as if no later day were known";
  }
}
