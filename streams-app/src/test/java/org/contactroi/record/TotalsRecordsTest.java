package org.contactroi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.RandomTotals;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
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

    assertThat(TotalsRecords.toDomain(family, record(nothing))).isEqualTo(nothing);
    assertThat(family.figures()).noneMatch(figure -> figure.from(nothing).isDefined());
  }

  @RepeatedTest(20)
  void totalsOfEveryFamilyComeBackAsTheyWere(Random numbers) {
    RandomTotals random = new RandomTotals(numbers);
    for (Family family : Families.all()) {
      Totals totals = random.totals(family);

      assertThat(TotalsRecords.toDomain(family, record(totals))).isEqualTo(totals);
    }
  }

  @Test
  void aRecordSaysWhatItIsAbout() {
    TotalsRecord record = record(Totals.zero(Families.of("volume")));

    assertThat(List.of(record.getTenantId(), record.getSlice(), record.getValue()))
        .containsExactly("acme", "channel+queue", "CHAT+a%2Fb");
    assertThat(record.getWindow()).isEqualTo("hour");
    assertThat(record.getStart().toEpochMilli()).isEqualTo(HOUR.start());
    assertThat(record.getEnd().toEpochMilli()).isEqualTo(HOUR.end());
    assertThat(record.getTotals().getVolume()).isNotNull();
    assertThat(record.getTotals().getSales()).isNull();
  }

  static TotalsRecord record(Totals totals) {
    Slice slice = new Slice("channel+queue", List.of("CHAT", "a/b"));
    TotalsKey key = new TotalsKey("acme", totals.family(), slice, WindowSize.HOUR, HOUR.start());
    return TotalsRecords.toAvro(key, HOUR, totals);
  }
}
