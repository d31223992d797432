package org.contactroi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.RandomTotals;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.FamilyTotals;
import org.contactroi.outputs.TotalsRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sections are filled by position: names of the domain and of the contract have to agree. */
@ExtendWith(RandomNumbers.class)
class TotalsRecordsTest {

  private static final Window HOUR = new Window(WindowSize.HOUR, 0, 3_600_000);
  private static final Slice SLICE = new Slice("channel+queue", List.of("CHAT", "a/b"));
  private static final RowKey HOUR_ROW = new RowKey("acme", SLICE, WindowSize.HOUR, HOUR.start());

  @Test
  void theSectionsAreTheFamiliesInTheirOrder() {
    assertThat(FamilyTotals.getClassSchema().getFields())
        .extracting(field -> field.name().replace('_', '-'))
        .isEqualTo(Families.all().stream().map(Family::id).toList());
  }

  @ParameterizedTest
  @MethodSource("org.contactroi.kpi.family.Families#all")
  void theFieldsOfASectionAreTheMeasuresInTheirOrder(Family family) {
    assertThat(TotalsRecords.fields(family))
        .isEqualTo(family.measures().stream().map(Measure::fieldName).toList());
  }

  @ParameterizedTest
  @MethodSource("org.contactroi.kpi.family.Families#all")
  void totalsOfNothingComeBackAndHaveNoFigure(Family family) {
    Totals nothing = Totals.zero(family);

    assertThat(TotalsRecords.toDomain(HOUR_ROW, record(List.of(nothing)))).isEmpty();
    assertThat(family.figures()).noneMatch(figure -> figure.from(nothing).isDefined());
  }

  @RepeatedTest(20)
  void totalsOfEveryFamilyComeBackAsTheyWere(Random numbers) {
    RandomTotals random = new RandomTotals(numbers);
    Map<TotalsKey, Totals> totals = new HashMap<>();
    for (Family family : Families.all()) {
      put(HOUR_ROW.of(family), random.totals(family), totals);
    }

    assertThat(TotalsRecords.toDomain(HOUR_ROW, record(totals.values()))).isEqualTo(totals);
  }

  @RepeatedTest(20)
  void minutesOfAQuarterComeBackAsTheyWere(Random numbers) {
    RandomTotals random = new RandomTotals(numbers);
    Map<TotalsKey, Totals> totals = new HashMap<>();
    SortedMap<Long, List<Totals>> minutes = new TreeMap<>();
    for (long minute : List.of(0L, 60_000L, 840_000L)) {
      RowKey row = new RowKey("acme", SLICE, WindowSize.MINUTE, minute);
      for (Family family : Families.all()) {
        put(row.of(family), random.totals(family), totals);
      }
      minutes.put(
          minute,
          Families.all().stream()
              .map(row::of)
              .filter(totals::containsKey)
              .map(totals::get)
              .toList());
    }
    RowKey quarter = new RowKey("acme", SLICE, WindowSize.QUARTER, 0);

    TotalsRecord record =
        Written.read(
            TotalsRecords.toAvro(
                quarter, new Window(WindowSize.QUARTER, 0, 900_000), List.of(), minutes));

    assertThat(TotalsRecords.toDomain(quarter, record)).isEqualTo(totals);
    assertThat(record.getTotals()).isEqualTo(new FamilyTotals());
    assertThat(record.getWindow()).isEqualTo("quarter");
  }

  private static void put(TotalsKey key, Totals value, Map<TotalsKey, Totals> totals) {
    if (!value.isZero()) {
      totals.put(key, value);
    }
  }

  @Test
  void aRecordSaysWhatItIsAbout() {
    Totals one = Totals.builder(Volume.FAMILY).add(Volume.INBOUND, 1).build();

    TotalsRecord record = record(List.of(one, Totals.zero(Sales.FAMILY)));

    assertThat(List.of(record.getTenantId(), record.getSlice(), record.getValue()))
        .containsExactly("acme", "channel+queue", "CHAT+a%2Fb");
    assertThat(record.getWindow()).isEqualTo("hour");
    assertThat(record.getStart().toEpochMilli()).isEqualTo(HOUR.start());
    assertThat(record.getEnd().toEpochMilli()).isEqualTo(HOUR.end());
    assertThat(record.getTotals().getVolume()).isNotNull();
    assertThat(record.getTotals().getSales()).isNull();
    assertThat(record.getMinutes()).isEmpty();
  }

  private static TotalsRecord record(Collection<Totals> totals) {
    return Written.read(TotalsRecords.toAvro(HOUR_ROW, HOUR, totals, new TreeMap<>()));
  }
}
