package org.contactroi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Ratio;
import org.contactroi.report.Facts.Reached;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.statement.ReportedDay;
import org.contactroi.roi.statement.Scorecard;
import org.contactroi.roi.statement.UseCosts;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final String HOSTILE = "</script><script>x</script> & \"'\u0000\uD800";
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>");

  /** Drawing takes a second, which most of the page needs not. */
  private static String page(Facts facts) {
    return Page.of(facts, charts -> charts.stream().map(chart -> Markup.of("svg")).toList());
  }

  private static String page(List<ReportedDay> days) {
    return page(
        Shop.facts("demo", new Period(Shop.FIRST, Shop.LAST), days, Shop.reference("bill 1")));
  }

  /** The cells of the first row that a name begins. */
  private static List<String> row(String page, String name) {
    Matcher row =
        Pattern.compile("<tr[^>]*><th scope=\"row\"[^>]*>" + name + "</th>(.*?)</tr>")
            .matcher(page);
    assertThat(row.find()).as(name).isTrue();
    return Pattern.compile("<td[^>]*>(.*?)</td>")
        .matcher(row.group(1))
        .results()
        .map(cell -> cell.group(1))
        .toList();
  }

  @Test
  void theHeadlineHasReturnNetValuePaybackAndSettledDays() {
    String page = page(Shop.facts());

    // Eight days of 60 for 15 are settled.
    assertThat(page)
        .contains("<dt>Return</dt><dd class=\"value\">300.00\u202F%</dd>")
        .contains("<dt>Net value</dt><dd class=\"value\">360.00</dd>")
        .contains("<dd class=\"note\">all days 450.00</dd>")
        .contains("<dt>Payback</dt><dd class=\"value\">7 Mar 2026</dd>")
        .contains("<dt>Settled</dt><dd class=\"value\">80.00\u202F%</dd>")
        .contains("2 Mar 2026 to 11 Mar 2026, amounts in EUR")
        .contains("<dt>Baseline</dt><dd><bdi>before</bdi></dd>")
        .contains("12 Mar 2026, 09:15 (UTC+01:00), event time");
  }

  @Test
  void theStatementHasBothTracksAndTheFormulaItsNumbers() {
    String page = page(Shop.facts());

    assertThat(row(page, "Without the AI")).startsWith("2,400.00", "3,000.00");
    assertThat(row(page, "Saving")).startsWith("800.00", "1,000.00");
    assertThat(row(page, "Capacity")).startsWith("320.00", "400.00");
    assertThat(row(page, "Cash")).startsWith("140.00", "250.00");
    assertThat(row(page, "Cost per interaction")).startsWith("4.10", "4.10");
    assertThat(page).contains("(600.00 \u2212 150.00) / 150.00 = 300.00\u202F%");
  }

  @Test
  void scoresOfDaysAreSummedBeforeTheyAreDivided() {
    String page = page(Shop.facts());

    assertThat(row(page, "Customer satisfaction \\(CSAT\\), %"))
        .containsExactly(
            "75.00",
            "68.40",
            "+6.60",
            "40",
            "answers in the top box / answers",
            "the same in <bdi>before</bdi>, measured before the AI, 15 Feb 2026 to 1 Mar 2026");
    assertThat(row(page, "Net promoter score \\(NPS\\), points"))
        .containsExactly(
            "<span class=\"undefined\">undefined: nobody answered</span>",
            "not stated",
            "\u2013",
            "0",
            "promoters less detractors / answers",
            "\u2013");
  }

  @Test
  void daysBeforeTheBaselineHaveNoPartInTheComparison() {
    List<ReportedDay> days = new ArrayList<>(Shop.days());
    ReportedDay first = days.get(0);
    Scorecard.Line early = new Scorecard.Line(Score.CSAT, new Ratio(0, 1_000), null);
    days.set(0, new ReportedDay(first.day(), true, first.account(), first.use(), List.of(early)));

    assertThat(row(page(days), "Customer satisfaction \\(CSAT\\), %"))
        .startsWith("75.00", "68.40", "+6.60", "36");
  }

  @Test
  void aMissingPriceLeavesFiguresUndefinedAndIsListed() {
    List<ReportedDay> days = new ArrayList<>(Shop.days());
    days.set(3, Shop.day(3, Shop.UNPRICED));

    String page = page(days);

    assertThat(page).contains("<dd class=\"value undefined\">undefined: a price is missing</dd>");
    assertThat(row(page, "AI run cost").get(0))
        .contains("undefined: a price is missing, priced 37.00");
    assertThat(row(page, "Return").get(0)).contains("undefined: a price is missing");
    assertThat(row(page, "ai run"))
        .containsExactly("model audio", "<bdi>&lt;/script&gt;\u202E&lt;b&gt;</bdi>", "1.234 s");
    assertThat(row(page, "5 Mar 2026")).containsExactly("undefined");
  }

  @Test
  void withoutASettledDayTheOfficialReturnIsUndefinedAndNotZero() {
    List<ReportedDay> waiting =
        Shop.days().stream()
            .map(day -> new ReportedDay(day.day(), false, day.account(), day.use(), day.scores()))
            .toList();

    assertThat(page(waiting))
        .contains(
            "<dt>Return</dt><dd class=\"value undefined\">undefined: no day is settled yet</dd>")
        .contains("<dd class=\"note\">all days 300.00\u202F%</dd>");
  }

  @Test
  void costThatIsNotAboveZeroGivesNoReturn() {
    List<ReportedDay> free =
        Shop.days().stream()
            .map(
                day ->
                    new ReportedDay(
                        day.day(),
                        day.isSettled(),
                        org.contactroi.roi.amount.Account.builder()
                            .add(org.contactroi.roi.amount.Count.DAYS, 1)
                            .build(),
                        UseCosts.NOTHING,
                        List.of()))
            .toList();

    assertThat(page(free))
        .contains("undefined: the cost is not above zero")
        .contains("nothing was spent yet");
  }

  @Test
  void whatPeopleCallThingsIsNeverMarkup() {
    String page =
        page(
            Shop.facts(
                HOSTILE, new Period(Shop.FIRST, Shop.LAST), Shop.days(), Shop.reference(HOSTILE)));

    assertThat(page)
        .contains("&lt;/script&gt;&lt;script&gt;x&lt;/script&gt; &amp; &quot;&#39;\uFFFD\uFFFD")
        .doesNotContain("<script", "\u0000");
    assertThat(unclosed(page)).isEmpty();
  }

  @Test
  void everyElementIsClosedInOrder() {
    assertThat(unclosed(Page.of(Shop.facts()))).isEmpty();
  }

  @Test
  void thePageNeedsNothingElse() {
    String page = Page.of(Shop.facts());

    assertThat(page).doesNotContain("<script", "<link", "@import", "src=", "url(http");
    assertThat(Pattern.compile("href=\"(?!#)").matcher(page).find()).isFalse();
    assertThat(page).startsWith("<!doctype html>").contains("<html lang=\"en\">");
  }

  @Test
  void everyChartHasWordsForWhoDoesNotSeeItAndItsValues() {
    Facts facts = Shop.facts();
    String page = Page.of(facts);

    for (Chart chart : Charts.of(facts)) {
      assertThat(page)
          .contains("aria-label=\"" + Markup.escape(chart.title()))
          .contains("<caption>" + Markup.escape(chart.title()));
    }
    assertThat(page.split("<svg ", -1)).hasSize(Charts.of(facts).size() + 1);
    assertThat(page).contains(">paid back 7 Mar 2026</text>");
  }

  @Test
  void equalFactsMakeEqualBytes() {
    assertThat(Page.of(Shop.facts())).isEqualTo(Page.of(Shop.facts()));
  }

  @Test
  void aPartOfThePeriodHasItsOwnSumsAndTheCashOfAllDaysBefore() {
    Period two = new Period(Shop.FIRST.plusDays(4), Shop.FIRST.plusDays(5));

    String page =
        page(Shop.facts("demo", two, Shop.days().subList(0, 6), Shop.reference("bill 1")));

    assertThat(row(page, "Days")).startsWith("2", "2");
    assertThat(page).contains("<dd class=\"note\">30.00 since the first outlay</dd>");
  }

  @Test
  void rulesOfTheReferenceStandWithTheirSources() {
    String page = page(Shop.facts());

    assertThat(row(page, "<bdi>wage</bdi>"))
        .contains("21.40\u202FEUR", "75.00\u202F%", "<bdi>payroll</bdi>");
    assertThat(row(page, "<bdi>build</bdi>"))
        .contains("300.00\u202FEUR", "<bdi>bill 1</bdi>", "yes");
  }

  @Test
  void figuresTakenBehindSaySoBeforeAnyOfThem() {
    String page =
        page(Shop.at(Shop.facts(), new Reached(Shop.WATERMARK, Shop.LAST, "BEHIND: 7 <events>")));

    assertThat(page)
        .contains("<header><p class=\"behind\" role=\"alert\">BEHIND: 7 &lt;events&gt;</p>");
    assertThat(page(Shop.facts())).doesNotContain("class=\"behind\"");
  }

  @Test
  void aStepThatIsNotWholeIsDrawnAsSuchAndSaysWhatItHas() {
    List<ReportedDay> days =
        IntStream.range(0, 40).mapToObj(place -> Shop.day(place, Shop.euros(5))).toList();
    Period period = new Period(Shop.FIRST, Shop.FIRST.plusDays(39));

    Reached later = new Reached(Instant.parse("2026-04-11T08:15:00Z"), period.to(), null);

    Facts facts = Shop.facts("demo", period, days, Shop.reference("bill 1"));
    Chart chart = Charts.of(Shop.at(facts, later)).get(2);

    assertThat(chart.labels()).startsWith("2 Mar").endsWith("30 Mar", "6 Apr\n5 of 7 days");
    assertThat(chart.partial()).containsExactly(5);
    assertThat(ChartOption.of(chart).toString())
        .contains("\"opacity\":0.4", "\"symbol\":\"emptyCircle\"");
    assertThat(chart.table().markup().html()).contains("6 Apr, 5 of 7 days");
  }

  @Test
  void aDayThatIsNotOverIsNoWholeDay() {
    Instant noon = Instant.parse("2026-03-11T11:00:00Z");

    List<String> labels =
        Charts.of(Shop.at(Shop.facts(), new Reached(noon, Shop.LAST, null))).get(1).labels();

    assertThat(labels).contains("10 Mar").endsWith("11 Mar\nnot over");
    assertThat(Charts.of(Shop.facts()).get(1).partial()).isEmpty();
  }

  @Test
  void stepsAreHeldAgainstTheBaselineThatIsValidOnThem() {
    Chart resolution = Charts.of(Shop.facts()).get(4);

    assertThat(resolution.series().get(1).name()).isEqualTo("Baseline before");
    assertThat(resolution.series().get(1).values()).allMatch(new BigDecimal("69.20")::equals);
  }

  @Test
  void netValueLeadsToCashLineByLine() {
    String page = page(Shop.facts());

    assertThat(row(page, "Net value of the period")).startsWith("450.00");
    assertThat(row(page, "Cost of these days, from the ledger")).startsWith("100.00");
    assertThat(row(page, "Paid on these days")).startsWith("\u2212300.00");
    assertThat(row(page, "Cash of the period")).startsWith("250.00");
    assertThat(row(page, "Cash since the first outlay")).startsWith("250.00");
  }

  @Test
  void runRateAndPresentValueStandOnThePage() {
    assertThat(row(page(Shop.facts()), "Still to go")).startsWith("nothing is missing");
    assertThat(row(page(Shop.facts()), "Net present value")).startsWith("200.00");
  }

  @Test
  void aPeriodThatEndsBeforeTheReturnToDateHasNoRunRateOfIt() {
    Period two = new Period(Shop.FIRST, Shop.FIRST.plusDays(1));
    String page =
        page(Shop.facts("demo", two, Shop.days().subList(0, 2), Shop.reference("bill 1")));

    assertThat(row(page, "Still to go").get(0))
        .isEqualTo("stated for the return to date only, which goes to 11 Mar 2026");
    assertThat(page).contains("<dt>Payback</dt><dd class=\"value\">not yet</dd>");
  }

  @Test
  void aReturnWithoutPaybackIsExplainedWithBothAmounts() {
    Period two = new Period(Shop.FIRST, Shop.FIRST.plusDays(1));

    assertThat(page(Shop.facts("demo", two, Shop.days().subList(0, 2), List.of())))
        .contains("cost has 30.00 of what was spent")
        .contains("from the first outlay on, 310.00, and leaves out customers kept");
    assertThat(page(Shop.facts())).doesNotContain("do not contradict");
  }

  @Test
  void everySettingOfAPolicyHasWords() {
    Map<Attribution, Integer> shares = Map.of(Attribution.AI, 5_000);
    MoneyPolicy money = new MoneyPolicy("EUR", Shop.FIRST, 6_000, shares, 24_500_000L, 800, false);

    Map<String, String> fields = new PolicyEntry("demo", KpiPolicy.DEFAULT, money).fields();
    PolicyText text = new PolicyText(Shop.ZONE, "EUR");

    assertThat(fields.keySet())
        .allSatisfy(field -> assertThat(PolicyText.name(field)).matches("[A-Z].*"));
    assertThat(PolicyText.name("gaps.voice")).isEqualTo("Silence that ends a contact by voice");
    assertThat(text.value("repeat-window", "7d")).isEqualTo("7 days");
    assertThat(text.value("settle-after", "1d")).isEqualTo("1 day");
    assertThat(text.value("money.realisation-bp", "6000")).isEqualTo("60.00\u202F%");
    assertThat(text.value("money.customer-margin", "24.5")).isEqualTo("24.50\u202FEUR");
    assertThat(text.value("valid-from", "2025-12-31T23:00:00Z"))
        .isEqualTo("1 Jan 2026, 00:00 (UTC+01:00)");
  }

  @Test
  void anAmountOfNothingIsWrittenWithItsDecimals() {
    assertThat(PageText.amount(Amount.ZERO).html()).isEqualTo("0.00");
    assertThat(PageText.money(-1_234_565_000)).isEqualTo("\u22121,234.56");
  }

  /** Elements that are open at the end or closed out of order. */
  private static List<String> unclosed(String page) {
    String content = page.replaceAll("(?s)<style.*?</style>", "");
    Deque<String> open = new ArrayDeque<>();
    List<String> wrong = new ArrayList<>();
    Matcher tags = TAG.matcher(content);
    while (tags.find()) {
      String name = tags.group(2);
      if (tags.group(1).isEmpty()) {
        if (!name.equals("meta") && !tags.group(3).endsWith("/")) {
          open.push(name);
        }
      } else if (!name.equals(open.poll())) {
        wrong.add(tags.group() + " at " + tags.start());
      }
    }
    wrong.addAll(open);
    return wrong;
  }
}
