package org.contactroi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contactroi.benchmarks.process.CommitLatency;
import org.contactroi.benchmarks.process.CpuTime;
import org.contactroi.benchmarks.topic.Traffic;
import org.contactroi.benchmarks.topic.Written;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Figures FIGURES = new Figures(5, 600, 7, 3);

  @Test
  void theMedianOfThreeRoundsIsTheOneInTheMiddle() {
    Report report = report(FIGURES, reading(1, 4), reading(2, 1), reading(3, 2));

    assertThat(report.lines()).anyMatch(line -> line.matches("a +median +500,000 .*"));
  }

  @Test
  void perEventIsWhatAllTopicsGotButThoseOfKafkaItself() {
    JsonNode pipeline = report(FIGURES).json().get("programs").get(0).get("median");
    assertThat(pipeline.get("records_per_event").asDouble()).isEqualTo(2);
    assertThat(pipeline.get("bytes_per_event").asDouble()).isEqualTo(100);
    assertThat(pipeline.get("state_bytes_per_interaction").asDouble()).isEqualTo(30);
    assertThat(pipeline.get("cpu_seconds_per_million_without_jit").asDouble()).isEqualTo(15);
  }

  @Test
  void ratiosAreOfMedians() {
    JsonNode ratio = report(FIGURES, reading(1, 1)).json().get("ratios").get(0);

    assertThat(ratio.get("of").asText()).isEqualTo("c/a");
    assertThat(ratio.get("events_per_second").asDouble()).isEqualTo(0.1);
  }

  @Test
  void saysWhenProgramsDisagree() {
    assertThat(report(FIGURES).lines()).contains("all equal").doesNotContain("NOT EQUAL");
    assertThat(report(new Figures(5, 600, 7, 4)).lines()).contains("NOT EQUAL");
  }

  /** Of c and d, which found other figures, and of readings. */
  private static Report report(Figures ofOther, Measurement... readings) {
    List<Measurement> all = new ArrayList<>(List.of(readings));
    all.add(pipeline(BenchPlan.Letter.C, FIGURES));
    all.add(pipeline(BenchPlan.Letter.D, ofOther));
    BenchPlan plan =
        new BenchPlan(
            new BenchPlan.Events("retail-ai-rollout", 5, "1", "2026-01-05", 4),
            1,
            EnumSet.of(BenchPlan.Letter.A, BenchPlan.Letter.C, BenchPlan.Letter.D),
            Optional.empty(),
            Map.of(),
            List.of(),
            false);
    return new Report(plan, new Published(1_000_000, 0, 20_000), titles(all), all);
  }

  private static List<Report.Title> titles(List<Measurement> measurements) {
    return measurements.stream()
        .map(Measurement::letter)
        .distinct()
        .map(letter -> new Report.Title(letter, letter.name()))
        .toList();
  }

  private static Measurement reading(int round, double seconds) {
    return new Measurement(
        BenchPlan.Letter.A,
        round,
        1_000_000,
        seconds,
        new CpuTime(seconds, 0, 0),
        0,
        1 << 20,
        Optional.empty());
  }

  private static Measurement pipeline(BenchPlan.Letter letter, Figures figures) {
    return new Measurement(
        letter,
        1,
        1_000_000,
        10,
        new CpuTime(20, 5, 1),
        3,
        1 << 20,
        Optional.of(
            new Measurement.Output(
                new Traffic(
                    Map.of(
                        "windows-changelog", new Written(2_000_000, 100_000_000),
                        "__consumer_offsets", new Written(9, 9))),
                0,
                600_000,
                Optional.of(new CommitLatency(10, 20)),
                figures)));
  }
}
