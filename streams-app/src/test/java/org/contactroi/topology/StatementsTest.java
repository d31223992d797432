package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.StatedTenant.MINUTE_MS;
import static org.contactroi.topology.StatedTenant.add;
import static org.contactroi.topology.StatedTenant.bodies;
import static org.contactroi.topology.StatedTenant.episodes;
import static org.contactroi.topology.StatedTenant.fill;
import static org.contactroi.topology.StatedTenant.reach;
import static org.contactroi.topology.StatedTenant.statements;
import static org.contactroi.topology.StatedTenant.used;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.SavingMoney;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.outputs.Status;
import org.contactroi.roi.rate.RateUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements and priced records, from totals that are added to windows. */
class StatementsTest {

  private static final LocalDate DAY = LocalDate.parse("2025-10-02");
  private static final String FROM = "2020-01-01T00:00:00Z";

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = driven("one");
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  private Driven driven(String folder) {
    return new Driven(stateDir.resolve(folder), Map.of("policy.default.lateness", "80d"));
  }

  private static Driven price(Driven driven) {
    driven
        .publish(
            Priced.policy(DAY),
            Priced.wage("wage", 60, FROM, null),
            Priced.rate("bot", Resource.BOT_SESSION, RateUnit.EACH, 100_000, FROM, null),
            Priced.baseline(10 * MINUTE_MS))
        .flush();
    return driven;
  }

  private static StatementRecord statement(Driven driven, String horizon, LocalDate start) {
    return Objects.requireNonNull(
        (StatementRecord)
            driven.alive(TOPICS.roi()).get("acme/all/%s/%s".formatted(horizon, start)));
  }

  private KpiRecord saving(String key) {
    return (KpiRecord)
        Objects.requireNonNull(driven.alive(TOPICS.kpi(Saving.FAMILY)).get(key), key);
  }

  private StatementRecord statement(String horizon, LocalDate start) {
    return statement(driven, horizon, start);
  }

  @Test
  void aDayIsStatedWithEveryComponent() {
    price(driven);
    driven.publish(
        Priced.cost("licence", 9, DAY, DAY.plusDays(8)),
        Priced.rate("contact", Resource.CONTACT, RateUnit.EACH, 0, FROM, null));
    add(driven, DAY, 10, episodes(10, 60));
    add(
        driven,
        DAY,
        11,
        Totals.builder(Sales.FAMILY)
            .add(Sales.SALES, Breakdown.of(List.of("EUR", "NEW", "AI"), 1, 5_000_000, 2_000_000)));
    add(
        driven,
        DAY,
        11,
        Totals.builder(Cost.FAMILY)
            .add(Cost.HANDLED_BY_HUMAN, 4)
            .add(Cost.USAGE, Breakdown.of(List.of("AGENT", "queue:q", "VOICE"), 60 * MINUTE_MS)));

    reach(driven, "2025-10-02T12:00:00Z");

    StatementRecord day = statement("day", DAY);
    // 10 episodes at 10 minutes would have cost 100, 60 minutes cost 60, ten sessions 0.1 each.
    assertThat(day.getProvisional().getCounterfactual().getMicros()).isEqualTo(100 * Priced.EURO);
    assertThat(day.getProvisional().getActual().getMicros()).isEqualTo(60 * Priced.EURO);
    assertThat(day.getProvisional().getCashable().getMicros()).isEqualTo(40 * Priced.EURO);
    assertThat(day.getProvisional().getMargin().getMicros()).isEqualTo(2 * Priced.EURO);
    assertThat(day.getProvisional().getAiRun().getMicros()).isEqualTo(Priced.EURO);
    assertThat(day.getProvisional().getCapex().getMicros()).isEqualTo(Priced.EURO);
    assertThat(day.getProvisional().getNetValue().getMicros()).isEqualTo(40 * Priced.EURO);
    assertThat(day.getProvisional().getRoi().getValue()).isEqualTo(20);
    assertThat(day.getProvisional().getDays()).isEqualTo(1);
    // Four interactions and the one that moves time on.
    assertThat(day.getProvisional().getCostPerInteraction().getValue()).isEqualTo(12_000_000);
    assertThat(day.getProvisional().getSavingPerInteraction().getValue()).isEqualTo(8_000_000);
    assertThat(day.getProvisional().getAiRunByResource())
        .singleElement()
        .satisfies(cost -> assertThat(cost.getCost().getMicros()).isEqualTo(Priced.EURO));
    assertThat(day.getCurrency()).isEqualTo("EUR");
    assertThat(day.getRevision()).isEqualTo(1);
    assertThat(statement("to-date", DAY).getPayback().getCumulativeCash().getMicros())
        .isEqualTo(32 * Priced.EURO);
    assertThat(statement("to-date", DAY).getPayback().getDate()).isEqualTo(DAY);
    assertThat(statement("trailing-30-days", DAY.minusDays(29)).getFrom()).isEqualTo(DAY);
  }

  @Test
  void aDayIsOfficialWhenItsEpisodesAreClosed() {
    price(driven);
    long until = DAY.plusDays(7).toEpochDay();
    add(driven, DAY, 10, episodes(10, 60).add(Saving.OPEN_UNTIL, Distribution.of(until, 10)));
    reach(driven, "2025-10-04T00:00:00Z");

    assertThat(statement("day", DAY).getStatus()).isEqualTo(Status.PROVISIONAL);
    assertThat(statement("day", DAY).getSettled().getDays()).isZero();
    assertThat(statement("to-date", DAY).getSettledFraction().getDenominator()).isEqualTo(3);

    reach(driven, "2025-10-12T00:00:00Z");

    assertThat(statement("day", DAY).getStatus()).isEqualTo(Status.SETTLED);
    assertThat(statement("day", DAY).getSettled())
        .isEqualTo(statement("day", DAY).getProvisional());
    assertThat(statement("day", DAY).getRevision()).isEqualTo(2);
    // Nine days have passed; the contact that moved time on to the third is still open.
    assertThat(statement("to-date", DAY).getSettledFraction().getNumerator()).isEqualTo(8);
  }

  @Test
  void whatHasNoPriceIsNamedAndMakesAmountsUndefined() {
    driven.publish(
        Priced.policy(DAY), Priced.wage("wage", 60, FROM, null), Priced.baseline(MINUTE_MS));
    add(driven, DAY, 10, episodes(10, 60));
    reach(driven, "2025-10-02T12:00:00Z");

    StatementRecord day = statement("day", DAY);
    KpiRecord saving = saving("acme/all/all/day/2025-10-02T00:00:00Z");

    assertThat(day.getProvisional().getAiRun().getMicros()).isNull();
    assertThat(day.getProvisional().getAiRun().getUnpriced())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getResource()).isEqualTo("BOT_SESSION");
              assertThat(line.getKey()).isEqualTo("b");
              assertThat(line.getQuantity()).isEqualTo(10);
            });
    assertThat(day.getProvisional().getRoi().getValue()).isNull();
    assertThat(day.getProvisional().getCashable().getMicros()).isEqualTo(-50 * Priced.EURO);
    assertThat(((SavingMoney) saving.getMoney()).getAi().getMicros()).isNull();
    assertThat(((SavingMoney) saving.getMoney()).getSaving().getMicros())
        .isEqualTo(-50 * Priced.EURO);
  }

  @Test
  void ofManyLinesWithoutAPriceSomeAreListedAndTheOthersCounted() {
    driven.publish(Priced.policy(DAY));
    Totals.Builder used = Totals.builder(Cost.FAMILY);
    for (int i = 0; i < 250; i++) {
      used.add(Cost.USAGE, Breakdown.of(List.of("MODEL_INPUT_TOKEN", "m" + i, "CHAT"), 7));
    }
    add(driven, DAY, 10, used);
    reach(driven, "2025-10-02T12:00:00Z");

    MoneyAmount cost = statement("day", DAY).getProvisional().getInteractionCost();

    assertThat(cost.getMicros()).isNull();
    assertThat(cost.getUnpriced()).hasSize(100);
    // The contact that moves time on has no price either.
    assertThat(cost.getUnpricedMore()).isEqualTo(151);
  }

  @Test
  void paidTimeOfOneSideAloneIsNoSavedTime() {
    driven.publish(
        Priced.policy(DAY),
        Priced.wage("wage", "queue:q", 60, FROM, null),
        Priced.baseline(10 * MINUTE_MS));
    Totals.Builder byNewcomers =
        Totals.builder(Saving.FAMILY)
            .add(Saving.CELLS, Breakdown.of(List.of("VOICE", "i"), 10, 10, 10, 120 * MINUTE_MS, 10))
            .add(Saving.USAGE, used("AGENT", "grade:new", 120 * MINUTE_MS));
    add(driven, DAY, 10, byNewcomers);
    reach(driven, "2025-10-02T12:00:00Z");

    StatementTrack day = statement("day", DAY).getProvisional();

    assertThat(day.getSaving().getMicros()).isNull();
    assertThat(day.getSavedPaidMs()).isZero();
    assertThat(day.getCashablePaidMs()).isZero();
    assertThat(day.getCapacityPaidMs()).isNull();
  }

  @Test
  void aRateCorrectedHalfAYearBackRestatesTheDaysItTouchesToTheMicro() {
    LocalDate last = DAY.plusDays(200);
    fill(driven, DAY, last);
    driven.publish(
        Priced.policy(DAY),
        Priced.wage("wage", 60, FROM, "2025-10-10T00:00:00Z"),
        Priced.wage("later", 61, "2025-10-10T00:00:00Z", "2025-10-20T00:00:00Z"),
        Priced.wage("latest", 60, "2025-10-20T00:00:00Z", null),
        Priced.rate("bot", Resource.BOT_SESSION, RateUnit.EACH, 100_000, FROM, null),
        Priced.baseline(10 * MINUTE_MS));
    reach(driven, last + "T12:00:00Z");
    Map<String, StatementRecord> before = statements(driven, "acme/all/day/");
    KpiRecord costBefore = cost(driven, LocalDate.parse("2025-10-12"));

    driven
        .publish(Priced.wage("later", 67, "2025-10-10T00:00:00Z", "2025-10-20T00:00:00Z"))
        .flush();

    Map<String, StatementRecord> after = statements(driven, "acme/all/day/");
    assertThat(after).hasSize(201).hasSameSizeAs(before);
    after.forEach(
        (key, statement) -> {
          LocalDate day = statement.getStart();
          boolean isTouched =
              !day.isBefore(LocalDate.parse("2025-10-10"))
                  && day.isBefore(LocalDate.parse("2025-10-20"));
          long revision = Objects.requireNonNull(before.get(key)).getRevision();
          assertThat(statement.getRevision()).as(key).isEqualTo(revision + (isTouched ? 1 : 0));
        });
    try (Driven anew = driven("anew")) {
      anew.publish(
          Priced.policy(DAY),
          Priced.wage("wage", 60, FROM, "2025-10-10T00:00:00Z"),
          Priced.wage("later", 67, "2025-10-10T00:00:00Z", "2025-10-20T00:00:00Z"),
          Priced.wage("latest", 60, "2025-10-20T00:00:00Z", null),
          Priced.rate("bot", Resource.BOT_SESSION, RateUnit.EACH, 100_000, FROM, null),
          Priced.baseline(10 * MINUTE_MS));
      fill(anew, DAY, last);
      reach(anew, last + "T12:00:00Z");
      assertThat(bodies(statements(driven, "acme/"))).isEqualTo(bodies(statements(anew, "acme/")));
      KpiRecord cost = cost(driven, LocalDate.parse("2025-10-12"));
      assertThat(cost.getMoney())
          .isEqualTo(cost(anew, LocalDate.parse("2025-10-12")).getMoney())
          .isNotEqualTo(costBefore.getMoney());
      assertThat(cost.getRevision()).isEqualTo(costBefore.getRevision() + 1);
    }
  }

  @Test
  void ofAPastThatIsValuedInPartsNothingIsStatedBeforeAllOfItIsKnown() {
    LocalDate first = DAY.minusDays(210);
    LocalDate last = first.plusDays(449);
    fill(driven, first, last);
    driven.publish(
        Priced.policy(first),
        Priced.wage("wage", 60, FROM, null),
        Priced.rate("bot", Resource.BOT_SESSION, RateUnit.EACH, 100_000, FROM, null),
        Priced.baseline(10 * MINUTE_MS));

    reach(driven, last + "T12:00:00Z");
    driven.flush();

    Map<String, StatementRecord> trailing = statements(driven, "acme/all/trailing-30-days/");
    assertThat(statements(driven, "acme/all/day/")).hasSize(450);
    assertThat(trailing.values().stream().map(StatementRecord::getRevision))
        .hasSize(450)
        .containsOnly(1L);
  }

  @Test
  void anEntryForDaysBeforeGoLiveBeginsTheStatementsThereAndATakenBackOneEndsThem() {
    price(driven);
    add(driven, DAY, 10, episodes(10, 60));
    reach(driven, "2025-10-02T12:00:00Z");
    assertThat(statement("to-date", DAY).getProvisional().getDays()).isEqualTo(1);

    LocalDate from = DAY.minusDays(4);
    driven.publish(Priced.cost("training", 10, from, DAY.plusDays(5))).flush().flush();

    assertThat(statement("to-date", from).getProvisional().getDays()).isEqualTo(5);
    assertThat(statement("to-date", from).getProvisional().getCapex().getMicros())
        .isEqualTo(5 * Priced.EURO);
    assertThat(driven.alive(TOPICS.roi())).doesNotContainKey("acme/all/to-date/" + DAY);
  }

  @Test
  void aTenantWithoutMoneyHasNoStatementAndNoAmounts() {
    add(driven, DAY, 10, episodes(10, 60));
    reach(driven, "2025-10-02T12:00:00Z");

    KpiRecord saving = saving("acme/all/all/day/2025-10-02T00:00:00Z");
    assertThat(driven.alive(TOPICS.roi())).isEmpty();
    assertThat(saving.getMoney()).isNull();

    price(driven);

    assertThat(statement("day", DAY).getProvisional().getActual().getMicros())
        .isEqualTo(60 * Priced.EURO);
  }

  private static KpiRecord cost(Driven driven, LocalDate day) {
    return (KpiRecord)
        Objects.requireNonNull(
            driven
                .alive(TOPICS.kpi(Cost.FAMILY))
                .get("acme/all/all/day/%sT00:00:00Z".formatted(day)));
  }
}
