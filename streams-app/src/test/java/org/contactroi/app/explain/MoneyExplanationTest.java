package org.contactroi.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.contactroi.app.money.StatedCenter;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.FileEntry;
import org.contactroi.explain.Row;
import org.contactroi.explain.Rows;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Saving;
import org.contactroi.outputs.CostMoney;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.SavingMoney;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.price.Worth;
import org.contactroi.roi.valuation.FactMoney;
import org.contactroi.yaml.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What facts are worth beside what is published; a wage of 60 EUR an hour is 50/3 micros a ms. */
class MoneyExplanationTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-05");
  private static final long MINUTE_MS = 60_000;

  private final List<Row> all = new ArrayList<>();

  private static FactMoney facts(String... files) {
    Problems problems = new Problems();
    List<CatalogEntry> entries = new ArrayList<>();
    for (String file : files) {
      CatalogFile.read("f.yaml", file, problems).entries().stream()
          .map(FileEntry::entry)
          .forEach(entries::add);
    }
    assertThat(problems.all()).isEmpty();
    return FactMoney.of(Catalog.terms("acme", entries, ZoneOffset.UTC)).orElseThrow();
  }

  private static FactMoney priced() {
    return facts(StatedCenter.POLICY, StatedCenter.RATES, StatedCenter.BASELINE);
  }

  private void episode(String id, int hour, long contacts, long effortMs) {
    add(
        id,
        hour,
        Totals.builder(Saving.FAMILY)
            .add(
                Saving.CELLS,
                Breakdown.of(List.of("VOICE", "i"), 1, contacts, contacts, effortMs, 1))
            .add(
                Saving.USAGE,
                Breakdown.of(List.of("VOICE", "i", "AGENT", "queue:q", "VOICE"), effortMs))
            .build());
  }

  private void interaction(String id, int hour, long effortMs) {
    add(
        id,
        hour,
        Totals.builder(Cost.FAMILY)
            .add(Cost.HANDLED_BY_HUMAN, 1)
            .add(Cost.USAGE, Breakdown.of(List.of("AGENT", "queue:q", "VOICE"), effortMs))
            .add(Cost.USAGE, Breakdown.of(List.of("BOT_SESSION", "b", "VOICE"), 1))
            .build());
  }

  private void add(String id, int hour, Totals totals) {
    long at = DAY.atTime(hour, 30).toInstant(ZoneOffset.UTC).toEpochMilli();
    all.add(new Row(id, at, at, "VOICE", "q", "i", "human", 1, totals));
  }

  private Rows rows(Family family) {
    Rows rows = new Rows(family);
    all.forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  /** The sum of the hours, each as it is published. */
  private Worth worth(FactMoney facts) {
    Worth sum = Worth.ZERO;
    for (int hour = 0; hour < 24; hour++) {
      long start = DAY.atTime(hour, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
      Optional<Totals> totals =
          all.stream()
              .filter(row -> facts.hour(row.start()) == start)
              .map(Row::totals)
              .reduce(Totals::plus);
      sum = sum.plus(totals.map(each -> facts.worth(Map.of(start, each))).orElse(Worth.ZERO));
    }
    return sum;
  }

  private static MoneyAmount amount(@Nullable Long micros) {
    return new MoneyAmount(micros, micros == null ? 0 : micros, List.of(), 0L);
  }

  private GenericRecord saving(FactMoney facts) {
    Worth worth = worth(facts);
    SavingMoney money = new SavingMoney();
    money.put("counterfactual", amount(worth.saving().get(Component.COUNTERFACTUAL).orNull()));
    money.put("actual", amount(worth.saving().get(Component.ACTUAL).orNull()));
    money.put("saving", amount(worth.saving().saving().orNull()));
    return money;
  }

  @Test
  void episodesAndTheirRoundingSumToThePublishedSaving() {
    episode("a", 9, 1, 7 * MINUTE_MS + 1);
    episode("b", 9, 2, 4 * MINUTE_MS + 1);
    episode("c", 17, 1, 12 * MINUTE_MS + 2);
    FactMoney facts = priced();
    MoneyExplanation money =
        new MoneyExplanation(Saving.FAMILY, facts, rows(Saving.FAMILY), saving(facts));

    Fraction sum = Fraction.ZERO;
    for (Row row : all) {
      sum = sum.plus(money.of(row).get("saving").orElseThrow());
    }

    // 10 minutes each at 1 EUR, less 7, 4 and 12 minutes and 1, 1 and 2 milliseconds.
    assertThat(money.of(all.get(0)).get("saving")).contains(Fraction.of(8_999_950, 3));
    assertThat(sum.plus(money.rounding("saving").orElseThrow()))
        .isEqualTo(Fraction.of(money.published("saving").orElseThrow()))
        .isEqualTo(Fraction.of(6_999_934));
    assertThat(money.rounding("saving")).contains(Fraction.of(2, 3));
    assertThat(money.isEqual()).isTrue();
    assertThat(MoneyExplanation.text(money.of(all.get(0)).get("saving"))).isEqualTo("179999/60000");
  }

  @Test
  void rowsOfTheExplanationSumToThePublishedSaving() {
    episode("a", 9, 1, 7 * MINUTE_MS + 1);
    episode("b", 9, 2, 4 * MINUTE_MS + 1);
    FactMoney facts = priced();
    MoneyExplanation money =
        new MoneyExplanation(Saving.FAMILY, facts, rows(Saving.FAMILY), saving(facts));

    assertThat(money.explanation())
        .containsOnlyKeys("repeats", "containment", "handle_time", "other", "rounding");
    assertThat(money.explanation().values().stream().reduce(Fraction.ZERO, Fraction::plus))
        .isEqualTo(Fraction.of(money.published("saving").orElseThrow()));
    // One contact more than in the baseline: 10 minutes.
    assertThat(money.explanation()).containsEntry("repeats", Fraction.of(-10_000_000));
  }

  @Test
  void interactionsSumToThePublishedCost() {
    interaction("a", 9, MINUTE_MS + 1);
    interaction("b", 9, MINUTE_MS + 1);
    FactMoney facts = priced();
    CostMoney published = new CostMoney();
    published.put("human", amount(2_000_033L));
    published.put("ai", amount(200_000L));
    published.put("total", amount(2_200_033L));

    MoneyExplanation money = new MoneyExplanation(Cost.FAMILY, facts, rows(Cost.FAMILY), published);

    assertThat(money.of(all.get(0)).get("human")).contains(Fraction.of(3_000_050, 3));
    assertThat(money.of(all.get(0)).get("ai")).contains(Fraction.of(100_000));
    assertThat(money.rounding("total")).contains(Fraction.of(-1, 3));
    assertThat(money.isEqual()).isTrue();
    assertThat(money.explanation()).isEmpty();
  }

  @Test
  void whatHasNoPriceHasNoAmountAndNoExplanation() {
    episode("a", 9, 1, MINUTE_MS);
    FactMoney facts = facts(StatedCenter.POLICY, StatedCenter.BASELINE);
    MoneyExplanation money =
        new MoneyExplanation(Saving.FAMILY, facts, rows(Saving.FAMILY), saving(facts));

    assertThat(money.of(all.get(0)).get("saving")).isEmpty();
    assertThat(MoneyExplanation.text(money.of(all.get(0)).get("saving"))).isEqualTo("-");
    assertThat(money.explanation()).isEmpty();
    assertThat(money.isEqual()).isTrue();
  }

  @Test
  void anAmountOfOtherPricesDiffers() {
    interaction("a", 9, MINUTE_MS);
    CostMoney published = new CostMoney();
    published.put("human", amount(999_999L));
    published.put("ai", amount(100_000L));
    published.put("total", amount(1_099_999L));

    MoneyExplanation money =
        new MoneyExplanation(Cost.FAMILY, priced(), rows(Cost.FAMILY), published);

    assertThat(money.isEqual()).isFalse();
  }
}
