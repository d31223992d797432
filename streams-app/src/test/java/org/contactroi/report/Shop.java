package org.contactroi.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.catalog.RateEntry;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.report.Facts.Counted;
import org.contactroi.report.Facts.Reached;
import org.contactroi.report.Facts.Subject;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.ledger.EntryCategory;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.rate.RateUnit;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.ReportedDay;
import org.contactroi.roi.statement.Scorecard;
import org.contactroi.roi.statement.Statement;
import org.contactroi.roi.statement.UseCosts;

/**
 * A shop with statements of ten days, the first eight of them settled. Each day saves 100, of it 60
 * in cash, and costs 10 of investment and 5 of AI; 300 were paid on the first.
 */
final class Shop {

  static final LocalDate FIRST = LocalDate.parse("2026-03-02");
  static final LocalDate LAST = FIRST.plusDays(9);
  static final int SETTLED_DAYS = 8;
  static final Instant WATERMARK = Instant.parse("2026-03-12T08:15:00Z");
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final Amount UNPRICED =
      new Amount(2_000_000, Breakdown.of(List.of("MODEL_AUDIO", "</script>\u202E<b>"), 1_234, 1));

  private Shop() {}

  static Facts facts() {
    return facts("demo", new Period(FIRST, LAST), days(), reference("bill 1"));
  }

  /** The same as far as it has come to. */
  static Facts at(Facts facts, Reached reached) {
    Subject subject = facts.subject();
    return new Facts(
        new Subject(
            subject.tenant(), subject.zone(), subject.currency(), subject.goLive(), reached),
        facts.period(),
        facts.days(),
        facts.phases(),
        facts.payback(),
        facts.counted(),
        facts.basis());
  }

  static Facts facts(
      String tenant, Period period, List<ReportedDay> days, List<CatalogEntry> reference) {
    Map<LocalDate, Counted> counted = new TreeMap<>();
    days.forEach(day -> counted.put(day.day(), counted()));
    return new Facts(
        new Subject(tenant, ZONE, "EUR", FIRST, new Reached(WATERMARK, LAST, null)),
        period,
        days,
        List.of(phase(days)),
        new Payback(euros(250), FIRST.plusDays(5), 0L, 200_000_000L),
        new TreeMap<>(counted),
        Basis.of(reference, period, ZONE));
  }

  static List<ReportedDay> days() {
    List<ReportedDay> days = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      days.add(day(i, euros(5)));
    }
    return days;
  }

  /** A day by its place. */
  static ReportedDay day(int place, Amount aiRun) {
    Account account =
        Account.builder()
            .add(Component.COUNTERFACTUAL, euros(300))
            .add(Component.ACTUAL, euros(200))
            .add(Component.CASHABLE, euros(60))
            .add(Component.CAPEX, euros(10))
            .add(Component.AI_RUN, aiRun)
            .add(Component.PAID, euros(place == 0 ? 300 : 0))
            .add(Count.DAYS, 1)
            .add(Count.EPISODES, 40)
            .add(Count.SAVED_PAID_MS, 7_200_000)
            .add(Count.CASHABLE_PAID_MS, 4_320_000)
            .build();
    UseCosts use = new UseCosts(50, euros(205), new TreeMap<>(Map.of("MODEL_AUDIO", aiRun)));
    return new ReportedDay(
        FIRST.plusDays(place),
        place < SETTLED_DAYS,
        account,
        use,
        List.of(
            new Scorecard.Line(Score.CSAT, new Ratio(30_000, 4), 6_840),
            new Scorecard.Line(Score.NPS, Ratio.UNDEFINED, null)));
  }

  static List<CatalogEntry> reference(String evidence) {
    return List.of(
        new RateEntry(
            "demo",
            new RateRow(
                "wage",
                Resource.AGENT,
                "*",
                "*",
                RateUnit.HOUR,
                21_400_000,
                "EUR",
                0,
                null,
                7_500,
                "payroll")),
        new BaselineEntry(
            "demo",
            new Baseline(
                "before",
                BaselineMethod.PRE_PERIOD,
                FIRST.minusDays(15),
                FIRST.minusDays(1),
                FIRST,
                0,
                List.of(),
                Map.of(Score.FCR, 6_920, Score.CSAT, 6_840))),
        new LedgerLine("demo", entry(evidence)));
  }

  private static LedgerEntry entry(String evidence) {
    return new LedgerEntry(
        "build",
        EntryCategory.Side.COST,
        EntryCategory.CUSTOM_DEV,
        EntryNature.CAPEX,
        300_000_000,
        "EUR",
        FIRST,
        new LedgerEntry.Service(FIRST, FIRST.plusDays(29)),
        "assistant",
        true,
        null,
        null,
        new LedgerEntry.Evidence(evidence, "finance", "head"));
  }

  static Amount euros(long euros) {
    return Amount.of(euros * 1_000_000);
  }

  private static Counted counted() {
    return new Counted(
        Totals.builder(Containment.FAMILY)
            .add(Containment.SESSIONS, 10)
            .add(Containment.HANDED_OFF, 4)
            .build(),
        Totals.builder(FirstContactResolution.FAMILY)
            .add(FirstContactResolution.ELIGIBLE, 4)
            .add(FirstContactResolution.RESOLVED_FIRST_CONTACT, 3)
            .build());
  }

  private static Statement phase(List<ReportedDay> days) {
    Account sum = days.stream().map(ReportedDay::account).reduce(Account.ZERO, Account::plus);
    return new Statement(Horizon.EARLY, FIRST, LAST, sum, Account.ZERO);
  }
}
