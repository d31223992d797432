package org.contactroi.topology.stage;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.KpiPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Drops from cells the attributes that no slice of their version names. Cells of a fact share their
 * dimensions, as a rule, so that those before are remembered.
 */
final class Narrowing implements UnaryOperator<Cell> {

  private final Function<String, KpiPolicy> policies;
  private @Nullable Cell before;
  private @Nullable Dimensions narrowed;

  /**
   * By the policies of a tenant.
   *
   * @param policies by version
   */
  Narrowing(Function<String, KpiPolicy> policies) {
    this.policies = policies;
  }

  @Override
  public Cell apply(Cell cell) {
    if (cell.dimensions().attributes().isEmpty()) {
      return cell;
    }
    Dimensions dimensions = narrowed;
    if (dimensions == null || before == null || !isSame(before, cell)) {
      dimensions = policies.apply(cell.policyVersion()).narrowed(cell.dimensions());
      narrowed = dimensions;
      before = cell;
    }
    return new Cell(cell.family(), cell.minute(), dimensions, cell.policyVersion());
  }

  private static boolean isSame(Cell one, Cell other) {
    return one.dimensions().equals(other.dimensions())
        && one.policyVersion().equals(other.policyVersion());
  }
}
