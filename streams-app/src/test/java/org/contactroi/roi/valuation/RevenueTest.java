package org.contactroi.roi.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contactroi.roi.valuation.Center.DAY;
import static org.contactroi.roi.valuation.Center.euros;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Sales;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Amount.Unpriced;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.Baselines;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.customer.Retention;
import org.contactroi.roi.ledger.Ledger;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.price.DayTotals;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.FxRates;
import org.contactroi.roi.rate.RateCard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevenueTest {

  @Test
  void marginCountsByAttributionAndRefundsSubtract() {
    Totals sales =
        sales("EUR", "NEW", "AI", euros(100))
            .plus(sales("EUR", "UPSELL", "ASSISTED", euros(50)))
            .plus(sales("EUR", "NEW", "AGENT", euros(1_000)))
            .plus(sales("EUR", "REFUND", "AI", euros(-30)));

    Amount margin = margin(sales, FxRates.NONE);

    assertThat(margin).isEqualTo(Amount.of(euros(100 + 25 - 30)));
  }

  @Test
  void lineOfADayRoundsOnceHalfToEven() {
    Totals sales = sales("EUR", "NEW", "ASSISTED", 1).plus(sales("EUR", "UPSELL", "ASSISTED", 3));

    assertThat(margin(sales, FxRates.NONE)).isEqualTo(Amount.of(0 + 2));
  }

  @Test
  void marginBeyondAllAmountsIsNamedLikeOneWithoutRate() {
    long margin = 300_000_000_000_000L;
    FxRates fx = new FxRates(List.of(new FxRate("USD", "EUR", DAY, 42_000 * FxRate.NANOS)));

    Amount day = margin(sales("USD", "NEW", "AI", margin).plus(sales("EUR", "NEW", "AI", 5)), fx);

    assertThat(day.micros()).isEqualTo(5);
    assertThat(day.missing()).containsExactly(new Unpriced("SALES", "USD", margin));
  }

  @Test
  void foreignMarginIsExchangedAndWithoutRateNamedUnlessItCountsNothing() {
    Totals sales =
        sales("USD", "NEW", "AI", euros(10))
            .plus(sales("GBP", "NEW", "AI", 7))
            .plus(sales("CHF", "NEW", "AGENT", 7));
    FxRates fx = new FxRates(List.of(new FxRate("USD", "EUR", DAY, 900_000_000)));

    Amount margin = margin(sales, fx);

    assertThat(margin.micros()).isEqualTo(euros(9));
    assertThat(margin.missing()).containsExactly(new Unpriced("SALES", "GBP", 7));
  }

  @Test
  void customersKeptBeyondTheBaselineAreWorthTheirMargin() {
    Retention kept = new Retention(1_000, 1_050, 150);

    assertThat(retention(kept, 8_500, euros(40))).isEqualTo(Amount.of(euros(50 * 40)));
    assertThat(retention(kept, 9_500, euros(40))).isEqualTo(Amount.of(euros(-50 * 40)));
  }

  @Test
  void retentionIsWorthNothingWithoutBaselineRateOrMarginOrCustomers() {
    Retention kept = new Retention(1_000, 1_050, 150);

    assertThat(retention(kept, null, euros(40))).isEqualTo(Amount.ZERO);
    assertThat(retention(kept, 8_500, null)).isEqualTo(Amount.ZERO);
    assertThat(retention(new Retention(0, 5, 5), 8_500, euros(40))).isEqualTo(Amount.ZERO);
  }

  @Test
  void policyNamesSharesFromNothingToAll() {
    assertThatThrownBy(() -> Center.policy(DAY, 10_001, false))
        .hasMessage("realisation-bp is '10001'; allowed: 0 to 10000");
  }

  @Test
  void currencyAndGoLiveOfATenantAreFixed() {
    MoneyPolicy before = Center.policy(DAY, 10_000, false);

    assertThat(Center.policy(DAY, 5_000, true).refusals(before)).isEmpty();
    assertThat(Center.policy(DAY.plusDays(1), 10_000, false).refusals(before))
        .containsExactly(
            new Refusal(
                "go-live",
                "is '2026-03-03'; allowed: 2026-03-02, because it is fixed for the life of a tenant"));
  }

  private static Amount margin(Totals sales, FxRates fx) {
    Reference reference = new Reference(RateCard.EMPTY, fx, Baselines.NONE, Ledger.EMPTY);
    return Center.valuation(reference)
        .account(new DayTotals(DAY, List.of(), sales, null))
        .get(Component.MARGIN);
  }

  private static Amount retention(
      Retention retention, @Nullable Integer baselineBp, @Nullable Long margin) {
    Map<Score, Integer> scores =
        baselineBp == null ? Map.of() : Map.of(Score.RETENTION, baselineBp);
    Baseline baseline =
        new Baseline("b", BaselineMethod.MANUAL, DAY, DAY, DAY, 0, List.of(), scores);
    MoneyPolicy policy = new MoneyPolicy("EUR", DAY, 10_000, Map.of(), margin, 0, false);
    return Center.valuation(Center.reference(baseline), policy)
        .account(new DayTotals(DAY, List.of(), Totals.zero(Sales.FAMILY), retention))
        .get(Component.RETENTION);
  }

  private static Totals sales(String currency, String kind, String attribution, long margin) {
    return Totals.builder(Sales.FAMILY)
        .add(Sales.SALES, Breakdown.of(List.of(currency, kind, attribution), 1, 0, margin))
        .build();
  }
}
