package org.contactroi.serve.gauge;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.IndexedRecord;
import org.contactroi.record.Fields;
import org.jspecify.annotations.Nullable;

/** The gauges of one statement. */
public final class StatementSamples {

  private static final double MICROS_PER_UNIT = 1_000_000;
  private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  private static final String RETURN = "contact_roi_return_ratio";
  private static final String AI_RUN = "contact_roi_ai_run_cost";
  private static final String SETTLED = "contact_roi_settled_days_ratio";
  private static final String CUMULATIVE = "contact_roi_cumulative_cash";
  private static final String PRESENT = "contact_roi_net_present_value";
  private static final String PAYBACK = "contact_roi_payback_timestamp_seconds";
  private static final String RUN_RATE = "contact_roi_payback_run_rate_seconds";

  /** Amounts of a track by the name of their gauge. */
  private static final Map<String, String> AMOUNTS =
      Map.of(
          "contact_roi_benefit", "benefit",
          "contact_roi_cost", "cost",
          "contact_roi_net_value", "net_value",
          "contact_roi_saving", "saving");

  /** Amounts per interaction by the name of their gauge. */
  private static final Map<String, String> RATIOS =
      Map.of(
          "contact_roi_cost_per_interaction", "cost_per_interaction",
          "contact_roi_saving_per_interaction", "saving_per_interaction");

  private static final Map<String, String> HELP =
      Map.ofEntries(
          Map.entry(RETURN, "(benefit - cost) / cost"),
          Map.entry("contact_roi_benefit", "Benefit of the days of the horizon"),
          Map.entry("contact_roi_cost", "Cost of the days of the horizon, that of the AI included"),
          Map.entry("contact_roi_net_value", "Benefit less cost"),
          Map.entry("contact_roi_saving", "What people would have cost without the AI, less cost"),
          Map.entry("contact_roi_cost_per_interaction", "Cost of people and AI per interaction"),
          Map.entry("contact_roi_saving_per_interaction", "Saving per interaction"),
          Map.entry(AI_RUN, "Cost of running the AI by resource, as metered"),
          Map.entry(SETTLED, "Settled days / days of the horizon"),
          Map.entry(CUMULATIVE, "Running sum of cash from the first outlay"),
          Map.entry(PRESENT, "Net present value at the first outlay"),
          Map.entry(
              PAYBACK, "Day on which the running sum was no longer negative, its midnight UTC"),
          Map.entry(RUN_RATE, "Time until what is missing comes in at the rate of 30 days"));

  private final IndexedRecord statement;
  private final Labels labels;
  private final Labels currency;
  private final List<Sample> samples = new ArrayList<>();

  private StatementSamples(IndexedRecord statement) {
    this.statement = statement;
    String horizon = Fields.text(statement, "horizon");
    this.labels =
        Labels.of(
            "tenant",
            Fields.text(statement, "tenant_id"),
            "horizon",
            horizon.toLowerCase(Locale.ROOT).replace('_', '-'));
    this.currency = Labels.of("currency", Fields.text(statement, "currency"));
  }

  static List<Sample> of(IndexedRecord statement) {
    StatementSamples samples = new StatementSamples(statement);
    samples.ratio(SETTLED, statement, "settled_fraction", samples.labels, 1);
    samples.track("settled");
    samples.track("provisional");
    samples.payback();
    return List.copyOf(samples.samples);
  }

  /** Names of all gauges. */
  public static List<String> names() {
    return List.copyOf(HELP.keySet());
  }

  private void track(String name) {
    IndexedRecord track = record(statement, name);
    Labels ofTrack = labels.merge(Labels.of("track", name));
    Labels ofAmounts = ofTrack.merge(currency);
    ratio(RETURN, track, "roi", ofTrack, 1);
    AMOUNTS.forEach((gauge, field) -> amount(gauge, record(track, field), ofAmounts));
    RATIOS.forEach((gauge, field) -> ratio(gauge, track, field, ofAmounts, MICROS_PER_UNIT));
    for (Object line : (List<?>) Objects.requireNonNull(Fields.find(track, "ai_run_by_resource"))) {
      IndexedRecord cost = (IndexedRecord) line;
      Labels resource = Labels.of("resource", Fields.text(cost, "resource"));
      amount(AI_RUN, record(cost, "cost"), ofAmounts.merge(resource));
    }
  }

  private void payback() {
    if (!(Fields.find(statement, "payback") instanceof IndexedRecord payback)) {
      return;
    }
    amount(CUMULATIVE, record(payback, "cumulative_cash"), labels.merge(currency));
    Object present = Fields.find(payback, "net_present_value_micros");
    add(PRESENT, labels.merge(currency), present, MICROS_PER_UNIT);
    add(RUN_RATE, labels, Fields.find(payback, "run_rate_days"), 1.0 / SECONDS_PER_DAY);
    Object date = Fields.find(payback, "date");
    Object day = date instanceof LocalDate local ? local.toEpochDay() : date;
    add(PAYBACK, labels, day, 1.0 / SECONDS_PER_DAY);
  }

  private void amount(String name, IndexedRecord amount, Labels of) {
    add(name, of, Fields.find(amount, "micros"), MICROS_PER_UNIT);
  }

  private void ratio(
      String name, IndexedRecord from, String field, Labels of, double unitsPerBase) {
    add(name, of, Fields.find(record(from, field), "value"), unitsPerBase);
  }

  private void add(String name, Labels of, @Nullable Object value, double unitsPerBase) {
    if (value instanceof Number number) {
      String help = HELP.getOrDefault(name, "");
      samples.add(new Sample(name, help, of, number.doubleValue() / unitsPerBase));
    }
  }

  private static IndexedRecord record(IndexedRecord from, String field) {
    return (IndexedRecord) Objects.requireNonNull(Fields.find(from, field), field);
  }
}
