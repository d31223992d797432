package org.contactroi.local.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Saving;
import org.contactroi.kpi.family.Volume;
import org.contactroi.live.LiveLoad;
import org.contactroi.live.LiveSlice;
import org.contactroi.local.screen.ScreenWords.Language;
import org.contactroi.record.TenantStatement;
import org.contactroi.simulator.scenario.Baseline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

  private static final LocalDate PAID_BACK = LocalDate.parse("2026-10-01");

  private static Screen screen(Language language) {
    return new Screen(new ScreenWords(language), "Contact ROI");
  }

  private static Glance glance(Optional<TenantStatement> statement) {
    Map<Family, Totals> sinceGoLive =
        Map.of(
            Containment.FAMILY,
            Totals.builder(Containment.FAMILY)
                .add(Containment.SESSIONS, 2_000)
                .add(Containment.RESOLVED_ASSUMED, 900)
                .add(Containment.RESOLVED_CONFIRMED, 100)
                .build(),
            Saving.FAMILY,
            Totals.builder(Saving.FAMILY)
                .add(
                    Saving.CELLS,
                    Breakdown.of(List.of("VOICE", "order"), 1_000, 1_200, 600, 216_000_000, 900))
                .build());
    Map<String, Map<Family, Totals>> today = new LinkedHashMap<>();
    today.put("service", day(7));
    today.put("all", day(12));
    return new Glance(
        new Glance.Reached(Instant.parse("2026-10-30T09:07:31Z"), ZoneId.of("Europe/Berlin")),
        statement,
        sinceGoLive,
        Optional.of(new Baseline.Sample(1_000, 1_340, 1_072, 450_240_000)),
        today,
        Optional.of(
            new LiveSlice(
                new LiveSlice.Key("demo", new Slice("all", List.of())),
                new LiveLoad(2, 0, 1, 0, 3, 1, new TreeMap<>(Map.of("available", 1L, "lunch", 2L))),
                Instant.parse("2026-10-30T09:10:11Z"),
                Instant.parse("2026-10-30T09:12:16Z"))));
  }

  private static Map<Family, Totals> day(long contacts) {
    return Map.of(
        Volume.FAMILY,
        Totals.builder(Volume.FAMILY).add(Volume.INBOUND, contacts).build(),
        HandleTime.FAMILY,
        Totals.builder(HandleTime.FAMILY)
            .add(HandleTime.HANDLED_LEGS, 2)
            .add(HandleTime.HANDLE_MS, 361_000)
            .build());
  }

  private static Map<String, String> links() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("report", "/tmp/report.html");
    links.put("explain", "./contact-roi explain --tenant demo --family saving --window day");
    return links;
  }

  private static List<String> lines(Language language, int width) {
    return screen(language)
        .lines(glance(Optional.of(SampleStatement.paidBack(PAID_BACK))), links(), width);
  }

  @Test
  void theReturnStandsAboveWhatItComesFromAndTheQueuesOfTheDay() {
    assertThat(lines(Language.EN, 130))
        .containsExactly(
            "Contact ROI",
            "",
            "Return          +50.00 %                 settled days, which are official; all days"
                + " +87.50 %",
            "Net value       100.00 EUR               benefit less all cost of the AI; all days"
                + " 210.00 EUR",
            "Payback         paid back on 2026-10-01  111 days after go-live; cash since the"
                + " first outlay 1 234.00 EUR",
            "Cost per issue  5.00 -> 3.24 EUR         people and AI, repeats included; with the"
                + " investment 3.24",
            "Containment     50.00 %                  of 2 000 bot sessions since go-live ended"
                + " there, and nobody came back",
            "First contact   83.00 %                  resolved at the first contact; before the"
                + " AI 79.20 %",
            "Saving from     80.00 % -> 50.00 %       contacts handled by people",
            "                1.340 -> 1.200           contacts until an issue is resolved",
            "                7.0 -> 6.0               minutes of work a handled contact",
            "",
            "Today, 2026-10-30 10:07, by queue",
            "queue           contacts  service level   abandoned         ASA         AHT  "
                + " contained         FCR",
            "service                7              -           -           -     180.5 s          "
                + " -           -",
            "all                   12              -           -           -     180.5 s          "
                + " -           -",
            "",
            "Now, 10:12: 2 waiting (longest 2:05), 1 in service, 0 with bots, 3 written contacts open;"
                + " agents: available 1, lunch 2",
            "",
            "report     /tmp/report.html",
            "explain    ./contact-roi explain --tenant demo --family saving --window day");
  }

  @Test
  void inChineseItIsTheSameFigures() {
    assertThat(lines(Language.ZH, 130))
        .contains(
            "投资回报率      +50.00 %              已结算日（正式数字）；全部日期 +87.50 %",
            "回本            已于 2026-10-01 回本  上线后 111 天；首笔支出以来的现金 1 234.00 EUR",
            "今天 2026-10-30 10:07，按队列",
            "当前 10:12：等待 2（最长 2:05），服务中 1，机器人 0，进行中的文字联络 3；坐席：available 1, lunch 2");
  }

  @ParameterizedTest
  @CsvSource({"EN, 80", "ZH, 80", "EN, 50", "ZH, 50"})
  void noLineIsWiderThanTheTerminal(Language language, int width) {
    assertThat(lines(language, width))
        .allSatisfy(line -> assertThat(ScreenText.width(line)).isLessThanOrEqualTo(width));
  }

  @Test
  void columnsThatDoNotFitAreLeftOutFromTheRight() {
    assertThat(lines(Language.EN, 50))
        .anySatisfy(line -> assertThat(line).isEqualTo("queue           contacts  service level"));
  }

  @Test
  void beforeADayIsSettledThereIsNoReturn() {
    assertThat(
            screen(Language.EN).lines(glance(Optional.of(SampleStatement.begun())), links(), 120))
        .anySatisfy(line -> assertThat(line).matches("Return +not yet +no day is settled yet"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches("Payback +not yet +in 40 days at the pace of the last 30; cash .*"));
  }

  @Test
  void whereNothingIsStatedItSaysSo() {
    assertThat(screen(Language.EN).lines(glance(Optional.empty()), links(), 120))
        .anySatisfy(
            line -> assertThat(line).matches("Return +not yet +nothing is stated about money yet"))
        .noneSatisfy(line -> assertThat(line).startsWith("Payback"));
  }
}
