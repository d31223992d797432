package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.ServiceLevel;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * January 1999 of a real call center through the real broker and registry, against totals an
 * independent program took from the rows: one tenant for each way to group episodes, each played in
 * another order.
 */
@Tag("long")
@ExtendWith(SharedStack.class)
class RecordedMonthTest {

  private static final String ZONE = "Asia/Jerusalem";

  /**
   * Plays the month in another order and a second time, under the policy of {@code customer_W7}.
   */
  private static final String REPEATED = "customer_W7_repeated";

  private static final Map<String, String> ORDERS =
      Map.of(
          "customer_W7",
          "event-time",
          "issue_W7",
          "reverse",
          "customer_W1",
          "file",
          "issue_W1",
          "event-time",
          REPEATED,
          "shuffle:7");

  private static final int REPEATED_ROWS = 3_000;

  /** Minutes expire a week behind the last event, which is of January 31. */
  private static final Instant NOT_EXPIRED = Instant.parse("1999-01-26T00:00:00Z");

  private static Map<TotalsKey, Totals> totals = Map.of();
  private static Map<String, byte[]> bodies = Map.of();
  private static JsonNode truth = new ObjectMapper().nullNode();

  @BeforeAll
  static void playTheMonth(LocalStack stack) throws IOException, InterruptedException {
    String folder = System.getProperty("recorded-calls.dir", "");
    if (folder.isBlank()) {
      System.out.println("skipped: recorded-calls.dir names no folder with january.txt.gz");
    }
    Assumptions.assumeFalse(folder.isBlank(), "recorded-calls.dir is empty");
    truth = new ObjectMapper().readTree(Path.of(folder, "january.truth.json").toFile());
    TestPipelines pipelines = new TestPipelines(stack);
    AppConfig config = pipelines.prepared("month", policies());
    Path month = Path.of(folder, "january.txt.gz");
    ORDERS.forEach((tenant, order) -> pipelines.play(config, tenant, order, month));
    pipelines.play(config, REPEATED, "file", firstRows(month, stack.folder()));
    try (Pipeline pipeline = TestPipelines.running(config)) {
      Outputs outputs = new Outputs(config);
      outputs.awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
      totals = outputs.totals();
      bodies = outputs.totalsBodies();
    }
  }

  private static Path firstRows(Path month, Path folder) throws IOException {
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(month)), StandardCharsets.UTF_8))) {
      return Files.write(
          folder.resolve("first-rows.txt"), rows.lines().limit(REPEATED_ROWS).toList());
    }
  }

  @AfterAll
  static void forget() {
    totals = Map.of();
    bodies = Map.of();
  }

  private static Map<String, String> policies() {
    Map<String, String> keys = new HashMap<>();
    for (String tenant : ORDERS.keySet()) {
      String prefix = "policy." + tenant + ".";
      keys.put(prefix + "zone", ZONE);
      keys.put(prefix + "fcr-match", tenant.startsWith("issue") ? "issue" : "customer");
      keys.put(prefix + "bot-match", tenant.startsWith("issue") ? "issue" : "customer");
      keys.put(prefix + "repeat-window", tenant.contains("W1") ? "1d" : "7d");
      keys.put(prefix + "lateness", "60d");
      keys.put(prefix + "minute-retention", "7d");
    }
    keys.put("policy.default.slices", "all, queue");
    keys.put("commit.interval.ms", "1000");
    return keys;
  }

  /** The sum of the days of a slice, which is the month. */
  private static Totals month(String tenant, Family family, Predicate<TotalsKey> slice) {
    return sum(tenant, family, key -> key.window() == WindowSize.DAY && slice.test(key));
  }

  private static Totals sum(String tenant, Family family, Predicate<TotalsKey> wanted) {
    return totals.entrySet().stream()
        .filter(entry -> entry.getKey().tenant().equals(tenant))
        .filter(entry -> entry.getKey().family() == family && wanted.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Totals.zero(family), Totals::plus);
  }

  private static boolean isAll(TotalsKey key) {
    return key.slice().by().equals("all");
  }

  private static boolean isQueue(TotalsKey key, String queue) {
    return key.slice().by().equals("queue") && key.slice().values().equals(List.of(queue));
  }

  private static long interactions(Totals volume) {
    return volume.get(Volume.INBOUND) + volume.get(Volume.OUTBOUND);
  }

  private static Ratio figure(String name, Totals totals) {
    return totals.family().figure(name).from(totals);
  }

  /** A published figure, in the unit of its totals divided by {@code unit}. */
  private static void assertFigure(String name, Totals totals, double unit, JsonNode expected) {
    Ratio ratio = figure(name, totals);
    int digits = expected.asText().substring(expected.asText().indexOf('.') + 1).length();
    assertThat(ratio.numerator() / unit / ratio.denominator())
        .as(name)
        .isCloseTo(expected.asDouble(), within(0.51 * Math.pow(10, -digits)));
  }

  /** The histogram's error is 0.8 % at most. */
  private static void assertPercentile(String name, Totals totals, JsonNode expectedSeconds) {
    double expected = expectedSeconds.asDouble();
    assertThat(figure(name, totals).numerator() / 1_000.0)
        .as(name)
        .isCloseTo(expected, within(0.01 * expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"customer_W7", "issue_W7", "customer_W1", "issue_W1", "customer_W7_repeated"})
  void everyInteractionIsCountedOnceAndTestsAreExcluded(String tenant) {
    Totals volume = month(tenant, Volume.FAMILY, RecordedMonthTest::isAll);

    assertThat(interactions(volume)).isEqualTo(truth.path("interactions").asLong());
    assertThat(volume.get(Volume.EXCLUDED)).isEqualTo(truth.path("excluded").asLong());
    assertThat(interactions(volume) + volume.get(Volume.EXCLUDED))
        .isEqualTo(truth.path("rows").asLong() - truth.path("malformed").asLong());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"customer_W7", "issue_W7", "customer_W1", "issue_W1", "customer_W7_repeated"})
  void handleTimeIsThatOfTheRows(String tenant) {
    JsonNode expected = truth.path("handle");
    Totals totals = month(tenant, HandleTime.FAMILY, RecordedMonthTest::isAll);

    assertThat(totals.get(HandleTime.HANDLED_LEGS)).isEqualTo(expected.path("legs").asLong());
    assertThat(totals.get(HandleTime.HANDLE_MS))
        .isEqualTo(expected.path("handle_s").asLong() * 1_000);
    assertFigure("aht", totals, 1_000, expected.path("aht_s"));
    for (String percentile : List.of("p50", "p90", "p95")) {
      assertPercentile(percentile, totals, expected.path(percentile));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"customer_W7", "issue_W7", "customer_W1", "issue_W1", "customer_W7_repeated"})
  void serviceLevelIsThatOfTheRows(String tenant) {
    JsonNode expected = truth.path("service_level");
    Totals totals = month(tenant, ServiceLevel.FAMILY, RecordedMonthTest::isAll);

    Map.of(
            ServiceLevel.VISITS, "visits",
            ServiceLevel.ANSWERED, "answered",
            ServiceLevel.ANSWERED_IN_TIME, "answered_within_20s",
            ServiceLevel.SHORT_ABANDONS, "short_abandons",
            ServiceLevel.LONG_ABANDONS, "long_abandons")
        .forEach(
            (measure, name) ->
                assertThat(totals.get(measure)).as(name).isEqualTo(expected.path(name).asLong()));
    assertThat(totals.get(ServiceLevel.WAIT_ANSWERED_MS))
        .isEqualTo(expected.path("wait_answered_s").asLong() * 1_000);
    assertThat(totals.get(ServiceLevel.WAIT_MS))
        .isEqualTo(expected.path("wait_all_s").asLong() * 1_000);
    assertFigure("service_level", totals, 1, expected.path("service_level"));
    assertFigure("abandon_rate", totals, 1, expected.path("abandon_rate"));
    assertFigure("asa", totals, 1_000, expected.path("asa_s"));
    assertPercentile("p90", totals, expected.path("wait_all_p90"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"customer_W7", "issue_W7", "customer_W1", "issue_W1", "customer_W7_repeated"})
  void containmentIsThatOfTheRows(String tenant) {
    JsonNode expected = truth.path("containment");
    Totals totals = month(tenant, Containment.FAMILY, RecordedMonthTest::isAll);

    assertThat(totals.get(Containment.SESSIONS)).isEqualTo(expected.path("bot_sessions").asLong());
    assertThat(totals.get(Containment.HANDED_OFF)).isEqualTo(expected.path("handed_off").asLong());
    assertFigure("containment_technical", totals, 1, expected.path("technical"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"customer_W7", "issue_W7", "customer_W1", "issue_W1", "customer_W7_repeated"})
  void episodesAreThoseOfTheRows(String tenant) {
    JsonNode expected = truth.path("episodes").path(tenant.replace("_repeated", ""));
    Totals totals = month(tenant, FirstContactResolution.FAMILY, RecordedMonthTest::isAll);

    Map.of(
            FirstContactResolution.IDENTIFIED, "episodes",
            FirstContactResolution.IDENTIFIED_INBOUND, "identified_interactions",
            FirstContactResolution.REPEATS, "repeats",
            FirstContactResolution.ELIGIBLE, "fcr_eligible",
            FirstContactResolution.RESOLVED_FIRST_CONTACT, "fcr_resolved")
        .forEach(
            (measure, name) ->
                assertThat(totals.get(measure)).as(name).isEqualTo(expected.path(name).asLong()));
    assertFigure("repeat_rate", totals, 1, expected.path("repeat_rate"));
    assertFigure("contacts_per_issue", totals, 1, expected.path("contacts_per_issue"));
    assertFigure("fcr", totals, 1, expected.path("fcr"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"customer_W7", "issue_W7", "customer_W1", "issue_W1", "customer_W7_repeated"})
  void everyQueueIsThatOfTheRows(String tenant) {
    JsonNode queues = truth.path("by_queue");
    assertThat(queues.size()).isPositive();
    queues
        .properties()
        .forEach(
            queue -> {
              Totals volume = month(tenant, Volume.FAMILY, key -> isQueue(key, queue.getKey()));
              Totals handle = month(tenant, HandleTime.FAMILY, key -> isQueue(key, queue.getKey()));
              JsonNode expected = queue.getValue();

              assertThat(
                      List.of(
                          interactions(volume),
                          handle.get(HandleTime.HANDLED_LEGS),
                          handle.get(HandleTime.HANDLE_MS)))
                  .as(queue.getKey())
                  .containsExactly(
                      expected.path("interactions").asLong(),
                      expected.path("legs").asLong(),
                      expected.path("handle_s").asLong() * 1_000);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"customer_W7", "issue_W7", "customer_W1", "issue_W1", "customer_W7_repeated"})
  void everyLocalDayIsThatOfTheRowsByDaysAndByHours(String tenant) {
    JsonNode days = truth.path("by_day (interactions by end, legs and handle_s by leg end)");
    assertThat(days.size()).isPositive();
    days.properties()
        .forEach(
            day -> {
              LocalDate date = LocalDate.parse(day.getKey());
              JsonNode expected = day.getValue();
              for (WindowSize size : List.of(WindowSize.DAY, WindowSize.HOUR)) {
                assertThat(ofDay(tenant, size, date))
                    .as(day.getKey() + " by " + size.id())
                    .containsExactly(
                        expected.path(0).asLong(),
                        expected.path(1).asLong(),
                        expected.path(2).asLong() * 1_000);
              }
            });
  }

  private static List<Long> ofDay(String tenant, WindowSize size, LocalDate date) {
    Predicate<TotalsKey> wanted =
        key ->
            isAll(key)
                && key.window() == size
                && Instant.ofEpochMilli(key.start())
                    .atZone(ZoneId.of(ZONE))
                    .toLocalDate()
                    .equals(date);
    Totals handle = sum(tenant, HandleTime.FAMILY, wanted);
    return List.of(
        interactions(sum(tenant, Volume.FAMILY, wanted)),
        handle.get(HandleTime.HANDLED_LEGS),
        handle.get(HandleTime.HANDLE_MS));
  }

  @Test
  void anotherOrderAndARepetitionGiveTheSameKeysAndTheSameBytes() {
    Map<String, byte[]> once = comparable("customer_W7");
    Map<String, byte[]> repeated = comparable(REPEATED);

    assertThat(once).hasSizeGreaterThan(2_000);
    assertThat(repeated.keySet()).isEqualTo(once.keySet());
    assertThat(once.keySet())
        .allSatisfy(key -> assertThat(repeated.get(key)).as(key).isEqualTo(once.get(key)));
  }

  /**
   * Bodies of the windows no order has expired, by key, both without the tenant: a body begins with
   * the length and the name of it.
   */
  private static Map<String, byte[]> comparable(String tenant) {
    Map<String, byte[]> comparable = new TreeMap<>();
    bodies.forEach(
        (text, body) -> {
          RowKey key = RowKey.of(text);
          if (key.tenant().equals(tenant)
              && key.window() != WindowSize.QUARTER
              && !mayHaveExpired(key)) {
            comparable.put(
                text.substring(tenant.length()),
                Arrays.copyOfRange(body, 1 + tenant.length(), body.length));
          }
        });
    return comparable;
  }

  private static boolean mayHaveExpired(RowKey key) {
    return key.window() == WindowSize.QUARTER && key.start() < NOT_EXPIRED.toEpochMilli();
  }
}
