package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.app.kpis.KpiReport;
import org.contactroi.app.kpis.KpiSums;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.junit.jupiter.api.Test;

class LiveTableTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

  private static KpiReport report() {
    TreeMap<String, Map<Family, Totals>> byValue = new TreeMap<>();
    byValue.put("all", Map.of());
    return new KpiReport(Map.of(SliceBy.ALL, new KpiSums(byValue)));
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theTitlesAreWrittenOnceWhereTheOutputIsNoTerminal() {
    LiveTable table = new LiveTable(out, false, 80);
    table.show(report());
    table.show(report());

    assertThat(shown().lines())
        .hasSize(3)
        .filteredOn(line -> line.contains("service level"))
        .hasSize(1);
  }

  @Test
  void aTerminalIsRedrawnFromTheFirstLineOfTheTable() {
    LiveTable table = new LiveTable(out, true, 80);
    table.show(report());
    table.show(report());

    assertThat(shown()).contains("\u001b[3A").hasLineCount(6);
  }
}
