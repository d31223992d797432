package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.FileEntry;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.DerivedRows;
import org.contactroi.roi.baseline.SavingCell;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.statement.DerivedScores;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.contactroi.simulator.synthetic.SimulateCommand;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The baselines that ship with scenarios are what {@code baseline derive} gives for their time
 * before the AI, by the truth of a simulation. {@code -Drenew=true} writes them into the scenarios
 * and their examples, as they are derived now.
 */
@Tag("long")
class ScenarioBaselineTest {

  private static final Path SCENARIOS =
      Path.of("../../simulator/src/main/resources/org/contactroi/simulator/scenario");
  private static final Path EXAMPLES = Path.of("../../docs/examples");
  private static final List<Family> FAMILIES =
      List.of(Saving.FAMILY, Experience.FAMILY, FirstContactResolution.FAMILY, Sales.FAMILY);

  /** Repeats, and repeats of repeats, come for so long. */
  private static final int DAYS_OF_REPEATS = 10;

  @TempDir Path folder = Path.of("");

  /**
   * What is measured.
   *
   * @param baseline its id
   * @param days first days of the scenario, so many
   * @param withoutAi whether the AI is taken away, because it is there from the first day
   * @param rate size, as a multiple of the scenario's
   */
  record Measured(
      String scenario, String tenant, String baseline, int days, boolean withoutAi, String rate) {

    Path scenarioFile() {
      return SCENARIOS.resolve(scenario + ".yaml");
    }

    Path exampleFile() {
      return EXAMPLES.resolve(scenario + ".yaml");
    }
  }

  static List<Measured> measured() {
    return List.of(
        new Measured("retail-ai-rollout", "demo", "two-weeks-before", 14, false, "1"),
        new Measured("bank-voice", "bank", "three-weeks-before", 21, false, "0.4"),
        new Measured("wechat-commerce", "mall", "pilot-holdout", 28, true, "0.4"),
        new Measured("small-shop", "demo", "six-weeks-before", 42, false, "1"));
  }

  @ParameterizedTest
  @MethodSource("measured")
  void aScenarioShipsWhatIsDerivedOfItsTimeBeforeTheAi(Measured of) throws IOException {
    Baseline shipped = shipped(of);
    Map<Family, Totals> totals = simulated(of);

    List<BaselineRow> rows = DerivedRows.of(byRow(totals(totals, Saving.FAMILY), shipped));
    Map<Score, Integer> scores = new EnumMap<>(Score.class);
    scores.putAll(
        DerivedScores.of(
                totals(totals, Experience.FAMILY),
                totals(totals, FirstContactResolution.FAMILY),
                totals(totals, Sales.FAMILY))
            .hundredths());
    // No month is over before the AI comes, so the scenario states it.
    Integer retention = shipped.scores().get(Score.RETENTION);
    if (retention != null) {
      scores.put(Score.RETENTION, retention);
    }
    if (Boolean.getBoolean("renew")) {
      new BaselineFiles(of.baseline(), rows, scores).write(of.scenarioFile(), of.exampleFile());
    }

    Baseline now = shipped(of);
    assertThat(now.scores()).isEqualTo(scores);
    assertThat(now.rows()).containsExactlyInAnyOrderElementsOf(rows);
  }

  private static Totals totals(Map<Family, Totals> all, Family family) {
    return all.getOrDefault(family, Totals.zero(family));
  }

  private static Baseline shipped(Measured of) throws IOException {
    Problems problems = new Problems();
    String text = Files.readString(of.exampleFile());
    List<FileEntry> entries = CatalogFile.read("example", text, problems).entries();
    assertThat(problems.all()).isEmpty();
    return entries.stream()
        .map(FileEntry::entry)
        .filter(BaselineEntry.class::isInstance)
        .map(entry -> ((BaselineEntry) entry).baseline())
        .filter(baseline -> baseline.id().equals(of.baseline()))
        .findFirst()
        .orElseThrow();
  }

  /** The sums of the days, which contacts of later days still change. */
  private Map<Family, Totals> simulated(Measured of) throws IOException {
    Scenario scenario = Scenarios.of(of.scenario());
    LocalDate first = scenario.period().begins();
    Path truth = folder.resolve("truth.jsonl");
    StringWriter output = new StringWriter();
    int exit =
        new CommandLine(new SimulateCommand())
            .setOut(new PrintWriter(output, true))
            .setErr(new PrintWriter(output, true))
            .execute(
                "--scenario=" + counted(of),
                "--rate=" + of.rate(),
                "--from=" + first,
                "--to=" + first.plusDays(of.days() + DAYS_OF_REPEATS),
                "--out=" + folder.resolve("events.avro"),
                "--truth=" + truth);
    assertThat(exit).as(output.toString()).isZero();
    return sums(of, new Days(first, first.plusDays(of.days()), scenario.zone()), truth);
  }

  /** From a day to one that is not included. */
  private record Days(LocalDate first, LocalDate end, ZoneId zone) {

    boolean hold(Instant start) {
      LocalDate day = start.atZone(zone).toLocalDate();
      return !day.isBefore(first) && day.isBefore(end);
    }
  }

  /** The scenario with the slice of all alone, which is faster, and without AI if need be. */
  private Path counted(Measured of) throws IOException {
    String text =
        Files.readString(of.scenarioFile())
            .replaceAll("\n    policy: .*", "")
            .replace("\n    money:", "\n    policy: {slices: [all]}\n\n    money:");
    if (of.withoutAi()) {
      int rollout = text.indexOf("\n    rollout:");
      int end = text.indexOf("\n    grades:", rollout);
      text =
          text.substring(0, rollout)
              + text.substring(rollout, end).replaceAll("day: ", "day: 10")
              + text.substring(end);
    }
    return Files.writeString(folder.resolve("counted.yaml"), text);
  }

  private static Map<Family, Totals> sums(Measured of, Days days, Path truth) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<Family, Totals> sums = new HashMap<>();
    try (Stream<String> lines = Files.lines(truth)) {
      for (String line : (Iterable<String>) lines::iterator) {
        for (Family family : FAMILIES) {
          String prefix = "{\"key\":\"" + of.tenant() + "/" + family.id() + "/all/all/day/";
          if (line.startsWith(prefix)) {
            String start = line.substring(prefix.length(), line.indexOf('"', prefix.length()));
            if (days.hold(Instant.parse(start))) {
              sums.merge(family, read(family, mapper.readTree(line).get("totals")), Totals::plus);
            }
          }
        }
      }
    }
    return sums;
  }

  private static Totals read(Family family, JsonNode json) {
    Totals.Builder totals = Totals.builder(family);
    for (Measure measure : family.measures()) {
      JsonNode value = json.get(measure.fieldName());
      if (value != null && measure.shape().form() == Shape.Form.SCALAR) {
        totals.add(measure, value.asLong());
      } else if (value != null && measure.shape().form() == Shape.Form.LINES) {
        List<Breakdown.Line> lines = new ArrayList<>();
        value.forEach(line -> lines.add(line(measure.shape(), line)));
        totals.add(measure, Breakdown.sum(lines));
      }
    }
    return totals.build();
  }

  private static Breakdown.Line line(Shape shape, JsonNode line) {
    List<JsonNode> fields = new ArrayList<>();
    line.forEach(fields::add);
    int parts = shape.keyParts().size();
    return new Breakdown.Line(
        fields.subList(0, parts).stream().map(JsonNode::asText).toList(),
        fields.subList(parts, fields.size()).stream().mapToLong(JsonNode::asLong).toArray());
  }

  /** The totals by the rows that ship: what has none is left out, as the baseline does. */
  private static Totals byRow(Totals saving, Baseline shipped) {
    Totals.Builder totals = Totals.builder(Saving.FAMILY);
    for (Measure measure : Set.of(Saving.CELLS, Saving.USAGE)) {
      List<Breakdown.Line> lines = new ArrayList<>();
      for (Breakdown.Line line : saving.breakdown(measure).lines()) {
        if (shipped.row(SavingCell.of(line.key())) != null) {
          lines.add(of(Objects.requireNonNull(shipped.row(SavingCell.of(line.key()))), line));
        }
      }
      totals.add(measure, Breakdown.sum(lines));
    }
    return totals.build();
  }

  private static Breakdown.Line of(BaselineRow row, Breakdown.Line line) {
    List<String> key = new ArrayList<>(line.key());
    key.set(1, row.issue());
    long[] quantities = new long[line.size()];
    for (int i = 0; i < quantities.length; i++) {
      quantities[i] = line.quantity(i);
    }
    return new Breakdown.Line(key, quantities);
  }
}
