package org.contactroi.app.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.catalog.RateEntry;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.rate.RateRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Options that change reference data as a whole, where a file would have to repeat it. Quantities
 * and amounts are rounded half even, to their whole units.
 */
final class Assumptions {

  private static final BigDecimal LARGEST = BigDecimal.valueOf(100);
  private static final BigDecimal WHOLE_BP = BigDecimal.valueOf(10_000);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--human-rates",
      paramLabel = "FACTOR",
      description = "Every rate of people times so much, for instance 1.1.")
  private @Nullable BigDecimal human;

  @Option(
      names = "--baseline-usage",
      paramLabel = "FACTOR",
      description = "What every baseline says was used before the AI, times so much.")
  private @Nullable BigDecimal baseline;

  @Option(
      names = "--realisation",
      paramLabel = "SHARE",
      description = "The share of the saving that leaves the payroll, 0 to 1, of all versions.")
  private @Nullable BigDecimal realisation;

  /** Whether there are none. */
  boolean isEmpty() {
    return human == null && baseline == null && realisation == null;
  }

  /**
   * Fails if one is out of range.
   *
   * @throws ParameterException naming it
   */
  void check() {
    requireFactor("--human-rates", human);
    requireFactor("--baseline-usage", baseline);
    if (realisation != null
        && (realisation.signum() < 0 || realisation.compareTo(BigDecimal.ONE) > 0)) {
      throw wrong("--realisation is '%s'; allowed: 0 to 1".formatted(realisation));
    }
  }

  /** Whether what has a price costs something else. */
  boolean changePrices() {
    return human != null;
  }

  /** Reference records as they would be. */
  List<CatalogEntry> applied(Collection<CatalogEntry> entries) {
    List<CatalogEntry> applied = new ArrayList<>();
    for (CatalogEntry entry : entries) {
      applied.add(applied(entry));
    }
    return applied;
  }

  private CatalogEntry applied(CatalogEntry entry) {
    if (entry instanceof RateEntry rate && human != null && !rate.row().pricesAi()) {
      return new RateEntry(rate.tenant(), times(rate.row(), human));
    }
    if (entry instanceof BaselineEntry stated && baseline != null) {
      return new BaselineEntry(stated.tenant(), times(stated.baseline(), baseline));
    }
    if (entry instanceof PolicyEntry policy && realisation != null && policy.money() != null) {
      return new PolicyEntry(
          policy.tenant(), policy.policy(), realising(policy.money(), realisation));
    }
    return entry;
  }

  private static RateRow times(RateRow row, BigDecimal factor) {
    return new RateRow(
        row.id(),
        row.resource(),
        row.key(),
        row.channel(),
        row.unit(),
        times(row.amountMicros(), factor),
        row.currency(),
        row.validFrom(),
        row.validTo(),
        row.utilisationBp(),
        row.sourceNote());
  }

  private static Baseline times(Baseline stated, BigDecimal factor) {
    return new Baseline(
        stated.id(),
        stated.method(),
        stated.from(),
        stated.to(),
        stated.validFrom(),
        stated.frozenAt(),
        stated.rows().stream().map(row -> times(row, factor)).toList(),
        stated.scores());
  }

  private static BaselineRow times(BaselineRow row, BigDecimal factor) {
    Map<UsageKey, Long> usage = new LinkedHashMap<>();
    row.usage()
        .forEach(
            (key, quantity) ->
                usage.put(
                    key, Math.min(BaselineRow.LARGEST, Math.max(1, times(quantity, factor)))));
    BaselineRow.FrozenMoney money = row.money();
    return new BaselineRow(
        row.channel(),
        row.issue(),
        usage,
        money == null
            ? null
            : new BaselineRow.FrozenMoney(times(money.micros(), factor), money.currency()),
        row.sample());
  }

  private static MoneyPolicy realising(MoneyPolicy money, BigDecimal share) {
    return new MoneyPolicy(
        money.currency(),
        money.goLive(),
        share.multiply(WHOLE_BP).setScale(0, RoundingMode.HALF_EVEN).intValueExact(),
        money.incrementalityBp(),
        money.customerMarginMicros(),
        money.annualRateBp(),
        money.declaredIncluded());
  }

  private static long times(long quantity, BigDecimal factor) {
    return BigDecimal.valueOf(quantity)
        .multiply(factor)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private void requireFactor(String option, @Nullable BigDecimal factor) {
    if (factor != null && (factor.signum() < 0 || factor.compareTo(LARGEST) > 0)) {
      throw wrong("%s is '%s'; allowed: 0 to %s".formatted(option, factor, LARGEST));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
