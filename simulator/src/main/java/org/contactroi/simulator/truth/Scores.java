package org.contactroi.simulator.truth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.scenario.Baseline;
import org.contactroi.simulator.scenario.Baseline.Score;
import org.jspecify.annotations.Nullable;

/** How customers fared, beside the money: scores of days in hundredths of a percent or point. */
final class Scores {

  private static final long WHOLE = 10_000;

  private final SortedMap<Integer, Amounts> days = new TreeMap<>();
  private final Days calendar;
  private final Valuation valuation;
  private final Customers customers;

  Scores(Days calendar, Valuation valuation, Customers customers) {
    this.calendar = calendar;
    this.valuation = valuation;
    this.customers = customers;
  }

  /** Adds totals of a day that scores are made of. */
  void add(int day, Amounts totals) {
    totals.numbers().forEach(days.computeIfAbsent(day, unseen -> new Amounts())::add);
  }

  ArrayNode json(int from, int to) {
    Amounts sum = new Amounts();
    days.subMap(from, to + 1).values().forEach(sum::addAll);
    Baseline baseline = valuation.baseline(to);
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    long against = sum.number("nps_detractors");
    long promoters = sum.number("nps_promoters");
    long rated = promoters + sum.number("nps_passives") + against;
    long content = sum.number("csat_top_box");
    long resolved = sum.number("resolved_first_contact");
    lines.add(line(Score.CSAT, WHOLE * content, sum.number("csat_answers"), baseline));
    lines.add(line(Score.NPS, WHOLE * (promoters - against), rated, baseline));
    lines.add(line(Score.CES, sum.number("ces_ease_sum"), sum.number("ces_answers"), baseline));
    lines.add(line(Score.FCR, WHOLE * resolved, sum.number("eligible"), baseline));
    lines.add(
        line(
            Score.AGENT_SATISFACTION,
            sum.number("agent_satisfaction_sum"),
            sum.number("agent_answers"),
            baseline));
    Customers.Month kept = kept(from, to);
    long share = kept.start() == 0 ? 0 : WHOLE * kept.kept();
    lines.add(line(Score.RETENTION, share, kept.start(), baseline));
    return lines;
  }

  private Customers.Month kept(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(day -> customers.endingWith(calendar.date(day)))
        .reduce(Customers.Month.NONE, Customers.Month::plus);
  }

  private static ObjectNode line(Score score, long over, long of, @Nullable Baseline baseline) {
    BigDecimal before = baseline == null ? null : baseline.scores().get(score);
    Json line = Json.object().text("score", score).ratio("value", over, of).number("n", of);
    return before == null
        ? line.node()
        : line.number("baseline", before.movePointRight(2).longValueExact()).node();
  }
}
