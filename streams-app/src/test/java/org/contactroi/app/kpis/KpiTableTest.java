package org.contactroi.app.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.ServiceLevel;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.Test;

class KpiTableTest {

  private static final Map<Family, Totals> TOTALS =
      Map.of(
          ServiceLevel.FAMILY,
          Totals.builder(ServiceLevel.FAMILY)
              .add(ServiceLevel.ANSWERED, 85)
              .add(ServiceLevel.ANSWERED_IN_TIME, 70)
              .add(ServiceLevel.LONG_ABANDONS, 10)
              .build(),
          Volume.FAMILY,
          Totals.builder(Volume.FAMILY).add(Volume.INBOUND, 90).add(Volume.OUTBOUND, 9).build());

  @Test
  void undefinedIsADashAndRatiosArePercent() {
    List<String> lines = new KpiTable("queue", 120).lines(new TreeMap<>(Map.of("NE", TOTALS)));

    assertThat(lines.get(0).split(" {2,}"))
        .containsExactly(
            "queue",
            "AHT",
            "service level",
            "abandoned",
            "ASA",
            "contained",
            "settled",
            "FCR",
            "repeats",
            "interactions");
    assertThat(lines.get(1).split(" {2,}"))
        .containsExactly("NE", "-", "73.68 %", "10.53 %", "0.00 s", "-", "-", "-", "-", "99");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    String longValue = "a queue with a name that is far too long for a narrow terminal";
    for (int width : new int[] {20, 40, 80, 120}) {
      List<String> lines =
          new KpiTable("queue", width).lines(new TreeMap<>(Map.of(longValue, TOTALS)));

      assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }
  }
}
