package org.contactroi.record;

import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Ratio;
import org.contactroi.outputs.ScoreLine;
import org.contactroi.outputs.StatementPayback;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.outputs.Status;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.price.DayCosts;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.Scorecard;
import org.contactroi.roi.statement.Statement;
import org.contactroi.roi.valuation.MoneyTerms;
import org.contactroi.roi.valuation.StatedDay;
import org.contactroi.roi.valuation.StatedDays;

/**
 * Statements as published; {@link TenantStatement} reads them. Fields of a track are put by name:
 * those of components and counts are named like them.
 */
public final class StatementRecords {

  private static final String SCOPE = "all";
  private static final int TRAILING_DAYS = 30;

  private StatementRecords() {}

  /** The key of a statement: {@code tenant/scope/horizon/start}. */
  public static String key(String tenant, Horizon horizon, LocalDate start) {
    return prefix(tenant, horizon) + start;
  }

  /** What the keys of all statements of a horizon begin with. */
  public static String prefix(String tenant, Horizon horizon) {
    return Keys.escape(tenant) + "/" + SCOPE + "/" + horizon.id() + "/";
  }

  /** Names a statement among those of its horizon; trailing days are named by the first of 30. */
  public static LocalDate start(Statement statement) {
    return start(statement.horizon(), statement.from(), statement.to());
  }

  public static LocalDate start(Horizon horizon, LocalDate from, LocalDate to) {
    return horizon == Horizon.TRAILING_30_DAYS ? to.minusDays(TRAILING_DAYS - 1) : from;
  }

  /** A statement without revision and watermark. */
  public static StatementRecord toAvro(StatedDays book, Statement statement) {
    MoneyTerms money = book.money();
    Ratio settled = statement.settledFraction();
    boolean isSettled = settled.numerator() == settled.denominator();
    boolean hasPayback = statement.horizon() == Horizon.TO_DATE;
    return StatementRecord.newBuilder()
        .setTenantId(money.tenant())
        .setScope(SCOPE)
        .setHorizon(org.contactroi.outputs.Horizon.valueOf(statement.horizon().name()))
        .setStart(start(statement))
        .setFrom(statement.from())
        .setTo(statement.to())
        .setZone(money.zone().getId())
        .setTzdbVersion(KpiRecords.TZDB_VERSION)
        .setCurrency(money.currency())
        .setGoLive(money.policy(statement.to()).goLive())
        .setStatus(isSettled ? Status.SETTLED : Status.PROVISIONAL)
        .setSettledFraction(KpiRecords.ratio(settled))
        .setRevision(0)
        .setSettled(track(statement.settled(), book.costs(statement, StatedDay::isSettled)))
        .setProvisional(track(statement.provisional(), book.costs(statement, day -> true)))
        .setPayback(hasPayback ? payback(book.payback(statement.to())) : null)
        .setScorecard(scores(book.scorecard(statement)))
        .build();
  }

  private static StatementTrack track(Account account, DayCosts costs) {
    StatementTrack track = new StatementTrack();
    for (Component component : Component.values()) {
      put(track, component.fieldName(), AmountRecords.amount(account.get(component)));
    }
    for (Count count : Count.values()) {
      put(track, count.fieldName(), account.get(count));
    }
    putAmount(track, "saving", account.saving());
    putAmount(track, "capacity", account.capacity());
    putAmount(track, "benefit", account.benefit());
    putAmount(track, "cost", account.cost());
    putAmount(track, "net_value", account.netValue());
    putAmount(track, "cash", account.cash());
    put(track, "roi", KpiRecords.ratio(account.roi()));
    Long capacityMs = account.capacityPaidMs();
    if (capacityMs != null) {
      put(track, "capacity_paid_ms", capacityMs);
    } else {
      // What has no price has no paid time either, and a part of both sides is no difference.
      put(track, Count.SAVED_PAID_MS.fieldName(), 0L);
      put(track, Count.CASHABLE_PAID_MS.fieldName(), 0L);
    }
    putCosts(track, account, costs);
    return track;
  }

  private static void putCosts(StatementTrack track, Account account, DayCosts costs) {
    Amount ofInteractions = costs.ofInteractions().usageCost().total();
    put(track, "interactions", costs.interactions());
    putAmount(track, "interaction_cost", ofInteractions);
    put(track, "cost_per_interaction", KpiRecords.ratio(costs.perInteraction(ofInteractions)));
    put(track, "saving_per_interaction", KpiRecords.ratio(costs.perInteraction(account.saving())));
    put(track, "ai_run_by_resource", AmountRecords.byResource(costs.ofEpisodes().ofAi()));
  }

  private static void putAmount(StatementTrack track, String field, Amount amount) {
    put(track, field, AmountRecords.amount(amount));
  }

  private static void put(SpecificRecordBase track, String field, Object value) {
    track.put(track.getSchema().getField(field).pos(), value);
  }

  private static StatementPayback payback(Payback payback) {
    return new StatementPayback(
        AmountRecords.amount(payback.balance()),
        payback.date(),
        payback.runRateDays(),
        payback.netPresentMicros());
  }

  private static List<ScoreLine> scores(Scorecard scorecard) {
    return scorecard.lines().stream().map(StatementRecords::score).toList();
  }

  private static ScoreLine score(Scorecard.Line line) {
    Integer baseline = line.baseline();
    return new ScoreLine(
        line.score().name(),
        KpiRecords.ratio(line.value()),
        line.n(),
        baseline == null ? null : (Long) baseline.longValue());
  }
}
