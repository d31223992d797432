package org.contactroi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.outputs.KpiFigure;
import org.contactroi.outputs.KpiRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KpiRecordsTest {

  private static Kpi kpi(Totals totals) {
    Slice all = new Slice("all", List.of());
    TotalsKey key = new TotalsKey("a/b", totals.family(), all, WindowSize.DAY, 0);
    return new Kpi(key, 86_400_000, "UTC", "v1", true, 1, 90_000_000L, 7, totals);
  }

  @ParameterizedTest
  @MethodSource("org.contactroi.kpi.family.Families#all")
  void whatIsPublishedComesBack(Family family) {
    Kpi published = kpi(Totals.zero(family));

    assertThat(KpiRecords.toDomain(Written.read(KpiRecords.toAvro(published, null))))
        .isEqualTo(published);
  }

  @ParameterizedTest
  @MethodSource("org.contactroi.kpi.family.Families#all")
  void figuresAreNamedInTheirOrderAndAbsentWithoutAnythingToDivideBy(Family family) {
    KpiRecord record = KpiRecords.toAvro(kpi(Totals.zero(family)), null);

    assertThat(record.getFamily()).isEqualTo(family.id());
    assertThat(record.getFigures())
        .extracting(KpiFigure::getName)
        .isEqualTo(family.figures().stream().map(Figure::name).toList());
    assertThat(record.getFigures()).extracting(KpiFigure::getValue).containsOnlyNulls();
    assertThat(record.getFigures()).extracting(KpiFigure::getDenominator).containsOnly(0L);
  }

  @Test
  void aFigureHasItsUnitNumeratorAndDenominator() {
    KpiRecord record =
        Written.read(
            KpiRecords.toAvro(
                kpi(
                    Totals.builder(HandleTime.FAMILY)
                        .add(HandleTime.HANDLE_MS, 3_000)
                        .add(HandleTime.HANDLED_LEGS, 2)
                        .build()),
                null));

    assertThat(record.getFigures())
        .contains(new KpiFigure("aht", "ms", 3_000L, 2L, 1_500.0))
        .contains(new KpiFigure("p50", "ms", 0L, 0L, null));
    assertThat(record.getTotals().getHandleTime().getHandledLegs()).isEqualTo(2);
    assertThat(record.getTotals().getVolume()).isNull();
    assertThat(record.getMoney()).isNull();
  }
}
