package org.contactroi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.FamilyTotals;
import org.contactroi.serve.gauge.LiveBoard;
import org.contactroi.serve.gauge.StatementSamples;
import org.contactroi.serve.http.Exposure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation says of families and events is what they are. */
class DocumentationTest {

  /** Of the parts of the product that are no family and no statement. */
  private static final List<String> OTHER_METRICS =
      List.of(
          "contact_roi_dead_letters_total",
          "contact_roi_publication_delay_seconds_bucket",
          "contact_roi_publication_delay_seconds_count",
          "contact_roi_publication_delay_seconds_sum",
          "contact_roi_rejects_total",
          "contact_roi_settled_ratio",
          "contact_roi_slice_values",
          "contact_roi_slice_values_capped",
          "contact_roi_watermark_timestamp_seconds");

  @ParameterizedTest
  @MethodSource("org.contactroi.kpi.family.Families#all")
  void everyFamilyIsOnTheKpiPageWithItsFiguresTotalsAndGauges(Family family) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("| figure | unit | is |");
    lines.add("|---|---|---|");
    for (Figure figure : family.figures()) {
      lines.add("| `%s` | %s | %s |".formatted(figure.name(), figure.unit().id(), figure.is()));
    }
    lines.add("");
    lines.add("| total | counts |");
    lines.add("|---|---|");
    for (Schema.Field field : section(family).getFields()) {
      lines.add("| `%s` | %s |".formatted(field.name(), field.doc()));
    }
    lines.add("");
    lines.add("| gauge | shows |");
    lines.add("|---|---|");
    for (Metric gauge : family.gauges()) {
      lines.add("| `%s` | %s |".formatted(gauge.name(), gauge.help()));
    }
    lines.add("");
    Documents.ensure("docs/kpis.md", "## Percentiles", family.id(), empty(family));
    Documents.section("docs/kpis.md", family.id(), text(lines));
  }

  @Test
  void allFamiliesAreListedWithTheirClocks() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("| family | a contact counts when | figures |");
    lines.add("|---|---|---|");
    for (Family family : Families.all()) {
      lines.add(
          "| [`%s`](docs/kpis.md#%s--clock-%s) | %s | %s |"
              .formatted(
                  family.id(),
                  family.id(),
                  family.clock().text().replace(' ', '-'),
                  family.clock().text(),
                  family.figures().stream()
                      .map(figure -> "`" + figure.name() + "`")
                      .collect(Collectors.joining(", "))));
    }
    lines.add("");
    Documents.section("README.md", "families", text(lines));
  }

  @Test
  void theTopicsOfFamiliesAreListed() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("| topic | holds, beside the figures | money |");
    lines.add("|---|---|---|");
    for (Family family : Families.all()) {
      lines.add(
          "| `kpi.%s` | `%s` | %s |"
              .formatted(
                  family.id(),
                  section(family).getName(),
                  family.isPriced() ? "amounts, if the policy states money" : ""));
    }
    lines.add("");
    Documents.section("docs/contracts.md", "topics of families", text(lines));
  }

  /** A metric that two families have is listed once, with the labels of both. */
  @Test
  void theGaugesOfFamiliesAreListedWithTheirLabels() {
    Map<String, Map<String, Set<String>>> labels = new LinkedHashMap<>();
    Map<String, String> help = new HashMap<>();
    for (Family family : Families.all()) {
      for (Metric gauge : family.gauges()) {
        help.put(gauge.name(), gauge.help());
        Map<String, Set<String>> all =
            labels.computeIfAbsent(gauge.name(), n -> new LinkedHashMap<>());
        gauge
            .labels()
            .forEach((l, values) -> all.computeIfAbsent(l, n -> new TreeSet<>()).addAll(values));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("| metric | labels | is |");
    lines.add("|---|---|---|");
    labels.forEach(
        (name, all) -> lines.add("| `%s` | %s | %s |".formatted(name, words(all), help.get(name))));
    lines.add("");
    Documents.section("docs/operations.md", "gauges of families", text(lines));
  }

  private static String words(Map<String, Set<String>> labels) {
    return labels.entrySet().stream()
        .map(
            label ->
                label.getKey()
                    + (label.getValue().isEmpty()
                        ? ""
                        : ": " + String.join(", ", label.getValue())))
        .collect(Collectors.joining("; "));
  }

  @Test
  void everyMetricThatBoardsMayUseIsListed() {
    TreeSet<String> names = new TreeSet<>(OTHER_METRICS);
    names.addAll(StatementSamples.names());
    names.addAll(LiveBoard.names());
    names.addAll(Exposure.OF_KAFKA);
    Families.all().stream()
        .flatMap(family -> family.gauges().stream())
        .map(Metric::name)
        .forEach(names::add);
    String header =
        "# Metrics of Contact ROI that dashboards and alerts may use, one a line. What each means:"
            + " operations.md.";
    Documents.file(
        "docs/metrics.txt", text(Stream.concat(Stream.of(header), names.stream()).toList()));
  }

  @Test
  void everyEventIsShownAsJson() {
    Documents.section("docs/contracts.md", "events", EventSamples.page());
  }

  private static String empty(Family family) {
    String title = family.id().substring(0, 1).toUpperCase(Locale.ROOT) + family.id().substring(1);
    return "### %s · clock: %s%n%n<!-- derived: %s -->%n<!-- end -->%n%n"
        .formatted(title.replace('-', ' '), family.clock().text(), family.id());
  }

  private static Schema section(Family family) {
    return FamilyTotals.getClassSchema()
        .getField(family.id().replace('-', '_'))
        .schema()
        .getTypes()
        .get(1);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
