package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.contactroi.app.api.OnDemand;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Families;
import org.contactroi.local.CountedCenter.Result;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.serve.access.Grant;
import org.contactroi.serve.http.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What engineers ask of a replay, by the commands they use.
 *
 * <p>{@code -Dkills=N} kills the live run and the replay N times each.
 */
@Tag("long")
@ExtendWith(SharedStack.class)
class ReplayCommandTest {

  private static final ScenarioRun.Days DAYS = new ScenarioRun.Days(LocalDate.of(2026, 1, 5), 24);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of the live run and of the replay, each. */
  private static final int KILLS = Integer.getInteger("kills", 3);

  private static @Nullable CountedCenter counted;

  @BeforeAll
  static void count(LocalStack stack) throws Exception {
    counted = CountedCenter.of(stack, "counted", DAYS, KILLS);
    assertThat(new Outputs(live()).records(live().topics().names().rejects())).isNotEmpty();
  }

  private static CountedCenter center() {
    return Objects.requireNonNull(counted);
  }

  private static AppConfig live() {
    return center().live();
  }

  private static Result run(String... arguments) {
    return center().run(arguments);
  }

  @Test
  void nothingChangedIsEqualHoweverOftenItIsKilled() throws Exception {
    center().kill(KILLS, 5_000, "replay", "start", "again", "--json");

    Result finished = run("replay", "start", "again");
    assertThat(finished.exit()).as(finished.toString()).isZero();
    assertThat(finished.out()).contains("replay 'again', ", ": it is counted", "100 %");

    Result equal = run("replay", "compare", "again");
    assertThat(equal.exit()).as(equal.toString()).isZero();
    assertThat(equal.out()).startsWith("equal: ").contains(" windows, ").contains(" statements");
    assertThat(bodies(live().replay("again", 1)))
        .isEqualTo(bodies(live()))
        .hasSizeGreaterThan(2_000);
    assertThat(run("replay", "start", "again").out()).contains("was counted already");
    assertThat(run("replay", "list").out()).contains("again", "finished", "100 %", "as published");
    assertThat(asked("/v1/replays"))
        .isEqualTo(JSON.readTree(run("replay", "list", "--json").out()));
    assertThat(run("replay", "delete", "again").out()).contains("deleted replay 'again'");
    assertThat(topics(live())).noneMatch(topic -> topic.contains("replay.again"));
    assertThat(run("replay", "list").out()).doesNotContain("again");
    assertThat(run("replay", "compare", "again").err()).contains("there is no replay 'again'");
  }

  @Test
  void anotherRepeatWindowMovesRepeatsAndTheReturnAndNothingThatItDoesNotTouch() throws Exception {
    Path policy = center().threeDays();

    Result started =
        run("replay", "start", "three_days", "--reference", policy.toString(), "--json");
    assertThat(started.exit()).as(started.toString()).isZero();

    Result other = run("replay", "compare", "three_days", "--json");
    assertThat(other.exit()).as(other.toString()).isEqualTo(1);
    JsonNode document = JSON.readTree(other.out());
    assertThat(document.findValuesAsText("family"))
        .contains("first-contact-resolution")
        .doesNotContain("handle-time", "service-level", "occupancy", "abandonment");
    JsonNode sum = document.path("sums").path(0);
    assertThat(sum.path("value").asText()).isEqualTo("all");
    JsonNode repeats = figure(sum, "repeat_rate");
    assertThat(repeats.path("second").path("numerator").asLong())
        .isLessThan(repeats.path("first").path("numerator").asLong())
        .isEqualTo(kpi(live().replay("three_days", 1), "repeat_rate"));
    assertThat(repeats.path("first").path("numerator").asLong())
        .isEqualTo(kpi(live(), "repeat_rate"));
    assertThat(document.path("outcome").path("statements_differing").asInt()).isPositive();

    Result text = run("replay", "compare", "three_days");
    assertThat(text.out()).contains("repeat_rate", "points", "net value B - C", "by month");
    assertThat(text.out()).contains("repeat-window: 7d → 3d", "saving, in money");
    explain(document, text);
    assertThat(run("replay", "compare", "three_days", "--family", "handle-time").out())
        .contains("equal: ");
    assertThat(run("replay", "start", "three_days", "--tenant", "demo").err())
        .contains("has begun with other tenants");
  }

  /** Counts are the same; what the rate and the ledger change can be reckoned by hand. */
  @Test
  void anotherRateAndAnEntryTakenBackMoveAmountsAlone() throws Exception {
    Path money = center().otherMoney();
    Result started = run("replay", "start", "money", "--reference", money.toString(), "--json");
    assertThat(started.exit()).as(started.toString()).isZero();
    Path page = center().stack().folder().resolve("money.html");

    Result other = run("replay", "compare", "money", "--json", "--html", page.toString());

    assertThat(other.exit()).as(other.toString()).isEqualTo(1);
    JsonNode document = JSON.readTree(other.out());
    assertThat(document.path("totals")).isEmpty();
    assertThat(document.path("rules").findValuesAsText("field"))
        .contains("amount", "reverses-entry-id");
    JsonNode cost = amounts(document, "cost");
    assertThat(cost.path("micros").findValuesAsText("amount"))
        .contains("human", "total", "by_resource.AGENT")
        .doesNotContain("ai", "by_resource.TELEPHONY");
    String key = cost.path("key").asText();
    Result explained = run("replay", "compare", "money", "--explain", key, "--json");
    assertThat(explained.exit()).as(explained.toString()).isZero();
    JsonNode explanation = JSON.readTree(explained.out());
    assertThat(explanation.path("facts").findValuesAsText("why")).isNotEmpty();
    explanation
        .path("facts")
        .forEach(fact -> assertThat(fact.path("why").path(0).asText()).isEqualTo("price"));
    // One more an hour, of which three quarters are worked.
    assertThat(explanation.path("amounts").path("human").path("facts").asText())
        .isEqualTo(
            Fraction.of(paidMs(key))
                .times(Fraction.of(1_000_000L * 10_000, 3_600_000L * 7_500))
                .toString());
    JsonNode toDate = statement(document, "demo/all/to-date");
    assertThat(amount(toDate, "opex", "first").subtract(amount(toDate, "opex", "second")))
        .isPositive()
        .isEqualByComparingTo(center().takenBack());
    assertThat(Files.readString(page))
        .contains("<title>money held against live</title>", "reverses-entry-id", "Return")
        .doesNotContain("NaN");
  }

  private static JsonNode amounts(JsonNode document, String family) {
    for (JsonNode difference : document.path("amounts")) {
      TotalsKey key = Families.key(difference.path("key").asText());
      if (key.family().id().equals(family)
          && key.window() == WindowSize.DAY
          && key.slice().by().equals("all")) {
        return difference;
      }
    }
    throw new AssertionError("no day of " + family + " in " + document.path("outcome"));
  }

  /** Time of regular agents in a window of cost. */
  private static long paidMs(String key) {
    TotalsKey wanted = Families.key(key);
    try (PublishedTopics topics = PublishedTopics.open(live(), ReadingProgress.SILENT)) {
      return topics
          .totals(wanted.tenant(), wanted::equals)
          .values()
          .iterator()
          .next()
          .breakdown(Cost.USAGE)
          .lines()
          .stream()
          .filter(line -> line.key().subList(0, 2).equals(List.of("AGENT", "grade:regular")))
          .mapToLong(line -> line.quantity(0))
          .sum();
    }
  }

  /** The last one whose key begins so. */
  private static JsonNode statement(JsonNode document, String prefix) {
    JsonNode last = null;
    for (JsonNode statement : document.path("statements")) {
      if (statement.path("key").asText().startsWith(prefix)) {
        last = statement;
      }
    }
    return Objects.requireNonNull(last, prefix);
  }

  private static BigDecimal amount(JsonNode statement, String row, String side) {
    for (JsonNode each : statement.path("rows")) {
      if (each.path("row").asText().equals(row)) {
        return new BigDecimal(each.path(side).asText().replaceAll("[^0-9.]", ""));
      }
    }
    throw new AssertionError(row + " is not in " + statement);
  }

  /** Every difference of a day is what the listed facts make of it. */
  private static void explain(JsonNode document, Result text) throws Exception {
    assertThat(text.out()).contains("what is behind one of them: replay compare three_days");
    Map<String, JsonNode> days = new TreeMap<>();
    for (JsonNode difference : document.path("totals")) {
      TotalsKey key = Families.key(difference.path("key").asText());
      if (key.window() == WindowSize.DAY && key.slice().by().equals("all")) {
        days.putIfAbsent(key.family().id(), difference);
      }
    }
    assertThat(days.keySet()).contains("first-contact-resolution", "containment", "saving");
    for (JsonNode difference : days.values()) {
      String key = difference.path("key").asText();
      Result explained = run("replay", "compare", "three_days", "--explain", key, "--json");
      assertThat(explained.exit()).as("%s", explained).isZero();
      JsonNode explanation = JSON.readTree(explained.out());
      assertThat(explanation.path("sum")).as(key).isEqualTo(explanation.path("published"));
      for (JsonNode measure : difference.path("measures")) {
        assertThat(explanation.path("sum").path(measure.path("measure").asText()).asLong())
            .isEqualTo(measure.path("second").asLong() - measure.path("first").asLong());
      }
      assertThat(explanation.path("facts")).isNotEmpty();
      for (JsonNode fact : explanation.path("facts")) {
        assertThat(fact.path("why")).as("%s", fact).isNotEmpty();
      }
    }
    String fcr = Objects.requireNonNull(days.get("first-contact-resolution")).path("key").asText();
    Result shown = run("replay", "compare", "three_days", "--explain", fcr);
    assertThat(shown.out())
        .contains("repeat_window_ms: 604800000 → 259200000", "equal: the facts add up");
    assertThat(run("replay", "compare", "three_days", "--explain", "demo/fcr/all").err())
        .contains("'demo/fcr/all' is no key tenant/family/slice/value/window/start");
  }

  @Test
  void someDaysAreThoseDaysOfTheWhole() throws Exception {
    Result started =
        run("replay", "start", "a_week", "--from=2026-01-12", "--to=2026-01-18", "--json");
    assertThat(started.exit()).as(started.toString()).isZero();

    AppConfig week = live().replay("a_week", 1);
    Map<String, String> within = bodies(live());
    ZoneId zone = ZoneId.of("Europe/Berlin");
    within.keySet().removeIf(key -> !isIn(key, zone, "2026-01-12", "2026-01-18"));
    assertThat(bodies(week)).isEqualTo(within).hasSizeGreaterThan(500);
    Result equal = run("replay", "compare", "a_week", "--json");
    assertThat(equal.exit()).as(equal.toString()).isZero();
    assertThat(JSON.readTree(equal.out()).path("outcome").path("statements").asInt()).isEqualTo(7);
    assertThat(run("replay", "list").out()).contains("2026-01-12 to 2026-01-18");
    assertThat(run("replay", "promote", "a_week").err())
        .contains("has the figures of 2026-01-12 to 2026-01-18 alone");
    assertThat(run("replay", "compare", "a_week", "--from=2026-01-19").err())
        .contains("the runs have no days in common of those asked for");
    assertThat(run("replay", "start", "a_week", "--to=2026-01-17").err())
        .contains("has begun with other days (2026-01-12 to 2026-01-18)");
    assertThat(run("roi", "--tenant=demo", "--run=a_week").err())
        .contains("replay 'a_week' has the figures of some days alone");
    String outside = "demo/volume/all/all/day/2026-01-18T23:00:00Z";
    assertThat(run("replay", "compare", "a_week", "--explain", outside).err())
        .contains("both runs have the figures of 2026-01-12 to 2026-01-18 alone");
    String aside = "demo/volume/all/all/day/2026-01-13T00:00:00Z";
    assertThat(run("replay", "compare", "a_week", "--explain", aside).err())
        .contains("no day of 'demo' begins at 2026-01-13T00:00:00Z")
        .contains("begins at 2026-01-12T23:00:00Z");
    String nobody = "nobody/volume/all/all/day/2026-01-13T00:00:00Z";
    assertThat(run("replay", "compare", "a_week", "--explain", nobody).err())
        .contains("nothing counts in " + nobody);
    assertThat(run("replay", "start", "b", "--from=2026-01-12", "--to=2026-01-02").err())
        .contains("--from 2026-01-12 is after --to 2026-01-02");
  }

  private static boolean isIn(String key, ZoneId zone, String from, String to) {
    LocalDate day = Instant.ofEpochMilli(RowKey.of(key).start()).atZone(zone).toLocalDate();
    return !day.isBefore(LocalDate.parse(from)) && !day.isAfter(LocalDate.parse(to));
  }

  /** Totals of hours and days as bytes; minutes are those that were recent when they were read. */
  private static Map<String, String> bodies(AppConfig config) {
    Map<String, String> bodies = new TreeMap<>();
    new Outputs(config)
        .totalsBodies()
        .forEach((key, body) -> bodies.put(key, new String(body, StandardCharsets.ISO_8859_1)));
    bodies.keySet().removeIf(key -> key.contains("/quarter/"));
    return bodies;
  }

  private static JsonNode asked(String path) throws Exception {
    Request request = new Request(path, Map.of(), null, Map.of(), Grant.EVERYTHING);
    return JSON.readTree(
        Objects.requireNonNull(OnDemand.routes(live(), live()).get(path)).answer(request).body());
  }

  private static long kpi(AppConfig run, String figure) throws IOException {
    Result kpis =
        run("kpis", "--tenant=demo", "--json", "--topic-prefix=" + run.topics().names().prefix());
    for (JsonNode family : JSON.readTree(kpis.out()).path("kpis")) {
      JsonNode found = family.path("figures").path(figure);
      if (!found.isMissingNode()) {
        return found.path("numerator").asLong();
      }
    }
    throw new AssertionError(figure + " is not in " + kpis);
  }

  private static JsonNode figure(JsonNode sum, String name) {
    for (JsonNode figure : sum.path("figures")) {
      if (figure.path("figure").asText().equals(name)) {
        return figure;
      }
    }
    throw new AssertionError(name + " is not in " + sum);
  }

  private static Set<String> topics(AppConfig config) throws Exception {
    try (Admin admin = Admin.create(config.kafka().admin())) {
      return admin.listTopics().names().get();
    }
  }
}
