package org.contactroi.roi.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contactroi.roi.valuation.Center.DAY;
import static org.contactroi.roi.valuation.Center.HOUR_MS;
import static org.contactroi.roi.valuation.Center.MINUTE_MS;
import static org.contactroi.roi.valuation.Center.euros;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Amount.Unpriced;
import org.contactroi.roi.price.ResourceCosts;
import org.contactroi.roi.price.Tariff;
import org.contactroi.roi.price.UsageCost;
import org.contactroi.roi.rate.FxDay;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.FxRates;
import org.contactroi.roi.rate.RateCard;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.rate.RateUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class PricingTest {

  private static final RateRow TOKENS =
      Center.rate(Resource.MODEL_INPUT_TOKEN, RateUnit.THOUSAND, 1);

  @Test
  void hourOfEffortCostsThePaidHourDividedByItsUtilisation() {
    RateRow wage = row(Resource.AGENT, RateUnit.HOUR, euros(60), "EUR", 7_500);

    Amount cost = cost(FxRates.NONE, agent(6 * MINUTE_MS), wage).human();

    assertThat(cost).isEqualTo(Amount.of(euros(8)));
  }

  @Test
  void agentsAndTelephonyAndContactsAreHumanCostAndTheRestIsOfTheAi() {
    Breakdown usage = Breakdown.EMPTY;
    List<RateRow> rates = new ArrayList<>();
    for (Resource resource : Resource.values()) {
      boolean isTime = resource.unit() == Resource.Unit.MILLISECONDS;
      rates.add(Center.rate(resource, isTime ? RateUnit.HOUR : RateUnit.EACH, euros(1)));
      usage = usage.plus(line(resource.name(), isTime ? HOUR_MS : 1));
    }

    UsageCost cost = cost(FxRates.NONE, usage, rates.toArray(RateRow[]::new));

    assertThat(cost.human()).isEqualTo(Amount.of(euros(3)));
    assertThat(cost.ai()).isEqualTo(Amount.of(euros(5)));
    assertThat(cost.total()).isEqualTo(Amount.of(euros(8)));
  }

  @Test
  void lineRoundsHalfToEvenAndOnlyOnce() {
    assertThat(cost(FxRates.NONE, tokens(500), TOKENS).ai().micros()).isEqualTo(0);
    assertThat(cost(FxRates.NONE, tokens(1_500), TOKENS).ai().micros()).isEqualTo(2);
    assertThat(cost(FxRates.NONE, tokens(2_500), TOKENS).ai().micros()).isEqualTo(2);
    assertThat(cost(FxRates.NONE, tokens(2_501), TOKENS).ai().micros()).isEqualTo(3);
  }

  @Test
  void costOfADayIsTheSumOfItsHoursEachRounded() {
    ResourceCosts hour = costs(FxRates.NONE, tokens(1_500), TOKENS);

    assertThat(hour.plus(hour).usageCost().ai().micros()).isEqualTo(4);
    assertThat(cost(FxRates.NONE, tokens(3_000), TOKENS).ai().micros()).isEqualTo(3);
  }

  @Test
  void whatHasNoRateIsNamedBesideWhatHasOne() {
    Breakdown usage = agent(6 * MINUTE_MS).plus(line("TELEPHONY", 5)).plus(tokens(7));

    UsageCost cost = cost(FxRates.NONE, usage, Center.wage(euros(60)));

    assertThat(cost.human().orNull()).isNull();
    assertThat(cost.human().micros()).isEqualTo(euros(6));
    assertThat(cost.human().missing()).containsExactly(new Unpriced("TELEPHONY", "k", 5));
    assertThat(cost.ai().missing()).containsExactly(new Unpriced("MODEL_INPUT_TOKEN", "k", 7));
    assertThat(cost.total().missing()).hasSize(2);
  }

  @Test
  void costPerInteractionIsUndefinedWithoutAllPricesOrWithoutInteractions() {
    Totals two =
        Totals.builder(Cost.FAMILY)
            .add(Cost.BOT_ONLY, 1)
            .add(Cost.HANDLED_BY_NONE, 1)
            .add(Cost.SESSIONS, 1)
            .build();
    UsageCost priced = cost(FxRates.NONE, tokens(2_000), TOKENS);

    assertThat(priced.perInteraction(two)).isEqualTo(new Ratio(2, 2));
    assertThat(priced.perBotSession(two)).isEqualTo(new Ratio(2, 1));
    assertThat(priced.perHumanLeg(two).isDefined()).isFalse();
    assertThat(priced.perInteraction(Totals.zero(Cost.FAMILY)).isDefined()).isFalse();
    assertThat(cost(FxRates.NONE, tokens(2_000)).perInteraction(two).isDefined()).isFalse();
  }

  @Test
  void foreignRateIsExchangedByTheLatestRateOnOrBeforeTheDay() {
    RateRow dollars = row(Resource.AGENT, RateUnit.HOUR, euros(60), "USD", null);
    FxRates fx =
        new FxRates(
            List.of(
                new FxRate("USD", "EUR", DAY.minusDays(9), 500_000_000),
                new FxRate("USD", "EUR", DAY.minusDays(1), 900_000_000),
                new FxRate("USD", "EUR", DAY.plusDays(1), 1)));

    Amount cost = cost(fx, agent(HOUR_MS), dollars).human();

    assertThat(cost).isEqualTo(Amount.of(euros(54)));
  }

  @Test
  void pairIsNeitherTurnedRoundNorMadeUpOfTwoOthers() {
    RateRow dollars = row(Resource.AGENT, RateUnit.HOUR, euros(60), "USD", null);
    FxRates fx =
        new FxRates(
            List.of(
                new FxRate("EUR", "USD", DAY, 1_100_000_000),
                new FxRate("USD", "GBP", DAY, 800_000_000),
                new FxRate("GBP", "EUR", DAY, 1_100_000_000)));

    Amount cost = cost(fx, agent(HOUR_MS), dollars).human();

    assertThat(cost.missing()).containsExactly(new Unpriced("AGENT", "k", HOUR_MS));
  }

  @Test
  void exchangeRateIsAboveNothingAndOncePerPairAndDay() {
    LocalDate day = DAY;
    assertThatThrownBy(() -> new FxRate("USD", "EUR", day, 0))
        .hasMessage("nanos is '0'; allowed: 1 to 1000000000000000");
    assertThatThrownBy(() -> new FxRate("EUR", "EUR", day, 1))
        .hasMessage("from is 'EUR'; allowed: another than EUR");
    assertThatThrownBy(
            () ->
                new FxRates(
                    List.of(new FxRate("USD", "EUR", day, 1), new FxRate("USD", "EUR", day, 2))))
        .hasMessageContaining("allowed: one of a pair and day");
  }

  @RepeatedTest(200)
  void costIsTheExactFractionRoundedHalfEvenHoweverLarge(Random random) {
    long quantity = random.nextLong(1L << (1 + random.nextInt(25)));
    long amount = random.nextLong(1L << (1 + random.nextInt(43)));
    long nanos = 1 + random.nextLong(2L * FxRate.NANOS);
    int utilisation = 1 + random.nextInt(10_000);
    RateRow row = row(Resource.AGENT, RateUnit.HOUR, amount, "USD", utilisation);

    FxRates fx = new FxRates(List.of(new FxRate("USD", "EUR", DAY, nanos)));
    BigDecimal exact =
        product(quantity, amount, 10_000, nanos)
            .divide(product(HOUR_MS, utilisation, FxRate.NANOS), 0, RoundingMode.HALF_EVEN);
    assertThat(cost(fx, agent(quantity), row).human().micros()).isEqualTo(exact.longValueExact());
  }

  private static BigDecimal product(long... factors) {
    BigDecimal product = BigDecimal.ONE;
    for (long factor : factors) {
      product = product.multiply(BigDecimal.valueOf(factor));
    }
    return product;
  }

  private static UsageCost cost(FxRates fx, Breakdown usage, RateRow... rates) {
    return costs(fx, usage, rates).usageCost();
  }

  private static ResourceCosts costs(FxRates fx, Breakdown usage, RateRow... rates) {
    FxDay day = new FxDay(fx, "EUR", DAY);
    return ResourceCosts.of(usage, new Tariff(new RateCard(List.of(rates)), day, Center.HOUR));
  }

  private static Breakdown agent(long ms) {
    return line("AGENT", ms);
  }

  private static Breakdown tokens(long tokens) {
    return line("MODEL_INPUT_TOKEN", tokens);
  }

  private static Breakdown line(String resource, long quantity) {
    return Breakdown.of(List.of(resource, "k", "CHAT"), quantity);
  }

  private static RateRow row(
      Resource resource,
      RateUnit unit,
      long amount,
      String currency,
      @Nullable Integer utilisation) {
    return new RateRow(
        "r", resource, "*", "*", unit, amount, currency, 0, null, utilisation, "note");
  }
}
