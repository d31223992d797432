package org.contactroi.serve.gauge;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.contactroi.kpi.Ratio;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.TrackSum;
import org.jspecify.annotations.Nullable;

/** The gauges of one statement. */
public final class StatementSamples {

  private static final double MICROS_PER_UNIT = 1_000_000;
  private static final double DAYS_PER_SECOND = 1.0 / Duration.ofDays(1).toSeconds();

  private static final String RETURN = "contact_roi_return_ratio";
  private static final String AI_RUN = "contact_roi_ai_run_cost";
  private static final String SETTLED = "contact_roi_settled_days_ratio";
  private static final String CUMULATIVE = "contact_roi_cumulative_cash";
  private static final String PRESENT = "contact_roi_net_present_value";
  private static final String PAYBACK = "contact_roi_payback_timestamp_seconds";
  private static final String RUN_RATE = "contact_roi_payback_run_rate_seconds";

  /** Amounts of a track by the name of their gauge, in millionths. */
  private static final Map<String, Function<TrackSum, Ratio>> AMOUNTS =
      Map.of(
          "contact_roi_benefit", sum -> whole(sum.account().benefit().orNull()),
          "contact_roi_cost", sum -> whole(sum.account().cost().orNull()),
          "contact_roi_net_value", sum -> whole(sum.account().netValue().orNull()),
          "contact_roi_saving", sum -> whole(sum.account().saving().orNull()),
          "contact_roi_cost_per_interaction", sum -> sum.use().each(),
          "contact_roi_saving_per_interaction",
              sum -> sum.use().perInteraction(sum.account().saving()));

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

  private final Labels labels;
  private final Labels currency;
  private final List<Sample> samples = new ArrayList<>();

  private StatementSamples(TenantStatement statement) {
    this.labels = Labels.of("tenant", statement.tenant(), "horizon", statement.horizon().id());
    this.currency = Labels.of("currency", statement.currency());
  }

  static List<Sample> of(TenantStatement statement) {
    StatementSamples samples = new StatementSamples(statement);
    samples.add(SETTLED, samples.labels, statement.settledFraction(), 1);
    samples.track("settled", statement.settled().sum());
    samples.track("provisional", statement.provisional().sum());
    Payback payback = statement.payback();
    if (payback != null) {
      samples.payback(payback);
    }
    return List.copyOf(samples.samples);
  }

  /** Names of all gauges. */
  public static List<String> names() {
    return List.copyOf(HELP.keySet());
  }

  private void track(String name, TrackSum sum) {
    Labels ofTrack = labels.merge(Labels.of("track", name));
    Labels ofAmounts = ofTrack.merge(currency);
    add(RETURN, ofTrack, sum.account().roi(), 1);
    AMOUNTS.forEach((gauge, of) -> add(gauge, ofAmounts, of.apply(sum), MICROS_PER_UNIT));
    sum.use()
        .aiRun()
        .forEach(
            (resource, cost) ->
                add(
                    AI_RUN,
                    ofAmounts.merge(Labels.of("resource", resource)),
                    whole(cost.orNull()),
                    MICROS_PER_UNIT));
  }

  private void payback(Payback payback) {
    Labels ofAmounts = labels.merge(currency);
    LocalDate date = payback.date();
    add(CUMULATIVE, ofAmounts, whole(payback.balance().orNull()), MICROS_PER_UNIT);
    add(PRESENT, ofAmounts, whole(payback.netPresentMicros()), MICROS_PER_UNIT);
    add(RUN_RATE, labels, whole(payback.runRateDays()), DAYS_PER_SECOND);
    add(PAYBACK, labels, whole(date == null ? null : (Long) date.toEpochDay()), DAYS_PER_SECOND);
  }

  private void add(String name, Labels of, Ratio ratio, double unitsPerBase) {
    if (ratio.isDefined()) {
      double value = (double) ratio.numerator() / ratio.denominator() / unitsPerBase;
      samples.add(new Sample(name, HELP.getOrDefault(name, ""), of, value));
    }
  }

  private static Ratio whole(@Nullable Long number) {
    return number == null ? Ratio.UNDEFINED : new Ratio(number, 1);
  }
}
