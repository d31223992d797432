package org.contactroi.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.kpi.Ratio;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.ScoreLine;
import org.contactroi.outputs.StatementPayback;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.outputs.Status;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.ReportedDay;
import org.contactroi.roi.statement.Scorecard;
import org.contactroi.roi.statement.Statement;
import org.contactroi.roi.statement.TrackSum;
import org.contactroi.roi.statement.UseCosts;
import org.contactroi.roi.valuation.StatedDays;
import org.jspecify.annotations.Nullable;

/** What a record of a statement says, as values of the domain. */
public record TenantStatement(StatementRecord published) {

  /**
   * What is booked on the days of a track.
   *
   * @param missing what has no price, by resource and key, as far as it is listed
   * @param unlisted how much more has none
   */
  public record Booked(TrackSum sum, List<Amount.Unpriced> missing, long unlisted) {}

  /** A statement that is not published: without revision and watermark. */
  public static TenantStatement of(StatedDays book, Statement statement) {
    return new TenantStatement(StatementRecords.toAvro(book, statement));
  }

  /** Every field as published. */
  public String json() {
    return published.toString();
  }

  public String tenant() {
    return published.getTenantId();
  }

  public ZoneId zone() {
    return ZoneId.of(published.getZone());
  }

  public String currency() {
    return published.getCurrency();
  }

  public LocalDate goLive() {
    return published.getGoLive();
  }

  public Horizon horizon() {
    return Horizon.valueOf(published.getHorizon().name());
  }

  /** The first local day that is summed. */
  public LocalDate from() {
    return published.getFrom();
  }

  /** The last one, included. */
  public LocalDate to() {
    return published.getTo();
  }

  public boolean isSettled() {
    return published.getStatus() == Status.SETTLED;
  }

  /** Settled days of its days. */
  public Ratio settledFraction() {
    return ratio(published.getSettledFraction());
  }

  /** How often what it says has changed; 0 if it was not published. */
  public long revision() {
    return published.getRevision();
  }

  /** Event time the tenant had reached; the epoch if it was not published. */
  public Instant watermark() {
    Instant reached = published.getWatermark();
    return reached == null ? Instant.EPOCH : reached;
  }

  /** The days that are settled: the official figures. */
  public Booked settled() {
    return booked(published.getSettled());
  }

  /** All days. */
  public Booked provisional() {
    return booked(published.getProvisional());
  }

  /** How the investment pays back; null if it does not say so. */
  public @Nullable Payback payback() {
    StatementPayback payback = published.getPayback();
    return payback == null
        ? null
        : new Payback(
            AmountRecords.amount(payback.getCumulativeCash()),
            payback.getDate(),
            payback.getRunRateDays(),
            payback.getNetPresentValueMicros());
  }

  public List<Scorecard.Line> scores() {
    return published.getScorecard().stream().map(TenantStatement::score).toList();
  }

  /** That of a day. */
  public ReportedDay day() {
    TrackSum all = provisional().sum();
    return new ReportedDay(from(), isSettled(), all.account(), all.use(), scores());
  }

  /** Its sums alone. */
  public Statement sums() {
    return new Statement(
        horizon(), from(), to(), provisional().sum().account(), settled().sum().account());
  }

  private static Booked booked(StatementTrack track) {
    // All others are parts of these.
    List<MoneyAmount> wholes =
        List.of(
            track.getBenefit(),
            track.getCost(),
            track.getSaving(),
            track.getPaid(),
            track.getInteractionCost());
    SortedMap<String, Amount.Unpriced> missing = new TreeMap<>();
    wholes.stream()
        .flatMap(amount -> AmountRecords.amount(amount).missing().stream())
        .forEach(line -> missing.putIfAbsent(line.resource() + " " + line.key(), line));
    return new Booked(
        new TrackSum(account(track), use(track)),
        new ArrayList<>(missing.values()),
        wholes.stream().mapToLong(MoneyAmount::getUnpricedMore).max().orElse(0));
  }

  private static Account account(StatementTrack track) {
    Account.Builder account = Account.builder();
    for (Component component : Component.values()) {
      account.add(component, AmountRecords.amount((MoneyAmount) get(track, component.fieldName())));
    }
    for (Count count : Count.values()) {
      account.add(count, (Long) get(track, count.fieldName()));
    }
    return account.build();
  }

  private static Object get(SpecificRecordBase track, String field) {
    return track.get(track.getSchema().getField(field).pos());
  }

  private static UseCosts use(StatementTrack track) {
    SortedMap<String, Amount> aiRun = new TreeMap<>();
    track
        .getAiRunByResource()
        .forEach(cost -> aiRun.put(cost.getResource(), AmountRecords.amount(cost.getCost())));
    return new UseCosts(
        track.getInteractions(), AmountRecords.amount(track.getInteractionCost()), aiRun);
  }

  private static Scorecard.Line score(ScoreLine line) {
    Long baseline = line.getBaseline();
    return new Scorecard.Line(
        Score.valueOf(line.getScore()),
        ratio(line.getValue()),
        baseline == null ? null : (Integer) Math.toIntExact(baseline));
  }

  private static Ratio ratio(org.contactroi.outputs.Ratio ratio) {
    return new Ratio(ratio.getNumerator(), ratio.getDenominator());
  }
}
