package org.contactroi.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What boards and alerts use is shown without being asked for. */
class ExposureTest {

  private static final Path DEPLOY = Path.of("../deploy");
  private static final Set<String> KEYS_OF_QUERIES = Set.of("expr", "query", "definition");

  /** Strings, variables, matchers of labels, and lists of labels. */
  private static final Pattern NO_METRICS =
      Pattern.compile(
          "\"[^\"]*\"|\\$\\{?\\w+}?|\\{[^}]*}"
              + "|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

  private static final Pattern METRIC = Pattern.compile("\\b[a-z]\\w*_\\w+\\b(?!\\s*\\()");

  @Test
  void everyMetricOfBoardsAndRulesIsShown() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path file : files()) {
      for (String query : queries(Files.readString(file))) {
        used.addAll(metrics(query));
      }
    }

    assertThat(used).contains("contact_roi_cost", "kafka_stream_thread_process_total");
    assertThat(used).allMatch(Exposure.BOARDS::shows);
  }

  @Test
  void metricsAreFoundInQueriesAndLabelsAreNot() {
    assertThat(
            metrics(
                "sum by (task_id) (rate(a_total{on_off=~\"b_c|d\"}[$__rate])) / on (x_y) e_f"
                    + " * group_left () histogram_quantile(0.9, g_bucket)"))
        .containsExactly("a_total", "e_f", "g_bucket");
  }

  @Test
  void othersOfKafkaAreShownOnlyIfAllAre() {
    assertThat(scrape(Exposure.BOARDS))
        .contains("kafka_stream_thread_process_total{thread=\"1\"} 7.0")
        .contains("contact_roi_publication_delay_seconds_count 0")
        .contains("jvm_memory_used_bytes", "process_cpu_usage")
        .doesNotContain("kafka_stream_task_process_rate");

    assertThat(scrape(Exposure.ALL))
        .contains("kafka_stream_thread_process_total{thread=\"1\"} 7.0")
        .contains("contact_roi_publication_delay_seconds_count 0")
        .contains("jvm_memory_used_bytes", "process_cpu_usage")
        .contains("kafka_stream_task_process_rate 3.0");
  }

  private static String scrape(Exposure exposure) {
    try (Metrics metrics = new Metrics(exposure)) {
      metrics.publicationDelay();
      metrics.bind(
          registry -> {
            FunctionCounter.builder("kafka.stream.thread.process.total", 7, Integer::doubleValue)
                .tag("thread", "1")
                .register(registry);
            Gauge.builder("kafka.stream.task.process.rate", () -> 3).register(registry);
          });
      return metrics.scrape().body();
    }
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(List.of(DEPLOY.resolve("prometheus/rules.yml")));
    Path boards = DEPLOY.resolve("grafana/dashboards");
    try (DirectoryStream<Path> found = Files.newDirectoryStream(boards, "*.json")) {
      found.forEach(files::add);
    }
    return files;
  }

  /** Of a file of YAML, which JSON is, too. */
  private static List<String> queries(String text) {
    List<String> queries = new ArrayList<>();
    collect(new Load(LoadSettings.builder().build()).loadFromString(text), queries);
    return queries;
  }

  private static void collect(Object node, List<String> queries) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (value instanceof String query && KEYS_OF_QUERIES.contains(key)) {
              queries.add(query);
            } else {
              collect(value, queries);
            }
          });
    } else if (node instanceof List<?> list) {
      list.forEach(item -> collect(item, queries));
    }
  }

  private static List<String> metrics(String query) {
    return METRIC
        .matcher(NO_METRICS.matcher(query).replaceAll(" "))
        .results()
        .map(found -> found.group())
        .toList();
  }
}
