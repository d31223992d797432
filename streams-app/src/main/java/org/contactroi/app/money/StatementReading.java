package org.contactroi.app.money;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Ratio;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.ResourceCost;
import org.contactroi.outputs.ScoreLine;
import org.contactroi.outputs.StatementPayback;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.outputs.Status;
import org.contactroi.outputs.UnpricedLine;
import org.contactroi.report.Facts.Sum;
import org.contactroi.report.ReportedDay;
import org.contactroi.report.UseCosts;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.Scorecard;
import org.contactroi.roi.statement.Statement;

/** Statements as they were before they were published. */
public final class StatementReading {

  private StatementReading() {}

  /** The statement of a day. */
  public static ReportedDay day(StatementRecord published) {
    StatementTrack all = published.getProvisional();
    return new ReportedDay(
        published.getFrom(),
        published.getStatus() == Status.SETTLED,
        account(all),
        use(all),
        scores(published.getScorecard()));
  }

  /** A statement of any horizon. */
  public static Statement statement(StatementRecord published) {
    return new Statement(
        Horizon.valueOf(published.getHorizon().name()),
        published.getFrom(),
        published.getTo(),
        account(published.getProvisional()),
        account(published.getSettled()));
  }

  /** The sum that a track says. */
  public static Sum sum(StatementTrack track) {
    return new Sum(account(track), use(track));
  }

  private static UseCosts use(StatementTrack track) {
    return new UseCosts(
        track.getInteractions(),
        amount(track.getInteractionCost()),
        byResource(track.getAiRunByResource()));
  }

  public static Payback payback(StatementPayback published) {
    return new Payback(
        amount(published.getCumulativeCash()),
        published.getDate(),
        published.getRunRateDays(),
        published.getNetPresentValueMicros());
  }

  /** Fields are taken by name: those of components and counts are named like them. */
  private static Account account(StatementTrack track) {
    Account.Builder account = Account.builder();
    for (Component component : Component.values()) {
      account.add(component, amount((MoneyAmount) get(track, component.fieldName())));
    }
    for (Count count : Count.values()) {
      account.add(count, (Long) get(track, count.fieldName()));
    }
    return account.build();
  }

  private static Object get(SpecificRecordBase track, String field) {
    return track.get(track.getSchema().getField(field).pos());
  }

  private static Amount amount(MoneyAmount published) {
    return new Amount(
        published.getPricedMicros(),
        Breakdown.sum(published.getUnpriced().stream().map(StatementReading::line).toList()));
  }

  private static Breakdown.Line line(UnpricedLine unpriced) {
    return new Breakdown.Line(
        List.of(unpriced.getResource(), unpriced.getKey()), unpriced.getQuantity(), 1);
  }

  private static SortedMap<String, Amount> byResource(Collection<ResourceCost> published) {
    SortedMap<String, Amount> costs = new TreeMap<>();
    published.forEach(cost -> costs.put(cost.getResource(), amount(cost.getCost())));
    return costs;
  }

  private static List<Scorecard.Line> scores(Collection<ScoreLine> published) {
    return published.stream().map(StatementReading::score).toList();
  }

  private static Scorecard.Line score(ScoreLine published) {
    Long baseline = published.getBaseline();
    return new Scorecard.Line(
        Score.valueOf(published.getScore()),
        new Ratio(published.getValue().getNumerator(), published.getValue().getDenominator()),
        baseline == null ? null : (Integer) Math.toIntExact(baseline));
  }
}
