package org.contactroi.simulator.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.count.HalfEven;
import org.contactroi.simulator.scenario.Baseline;
import org.contactroi.simulator.scenario.Money;

/** What the days of a tenant are worth, from the first that its money is about. */
final class DayBook {

  private static final int CURRENCY = 0;
  private static final int ATTRIBUTION = 2;
  private static final int MARGIN = 2;

  private final Money money;
  private final Days days;
  private final Valuation valuation;
  private final Customers customers;
  private final Books books;
  private final Map<Integer, Worth> costs = new HashMap<>();
  private final Map<Integer, Worth> savings = new HashMap<>();
  private final Map<Integer, Amounts> sales = new HashMap<>();
  private final Map<Integer, Long> interactions = new HashMap<>();

  DayBook(TrueMoney.Tenant tenant, Valuation valuation, Customers customers) {
    this.money = tenant.money();
    this.days = tenant.days();
    this.valuation = valuation;
    this.customers = customers;
    this.books = new Books(money, valuation);
  }

  void addCost(int day, Worth worth, Amounts hour) {
    costs.computeIfAbsent(day, unseen -> new Worth()).add(worth);
    interactions.merge(day, WindowMoney.interactions(hour), Long::sum);
  }

  void addSaving(int day, Worth worth) {
    savings.computeIfAbsent(day, unseen -> new Worth()).add(worth);
  }

  void setSales(int day, Amounts totals) {
    sales.put(day, totals);
  }

  /** Returns the first day of the horizon to date. */
  int first() {
    return Math.min(
        money.choices().goLive(), books.firstServiceDay().orElse(money.choices().goLive()));
  }

  /** Returns the first day there is anything to say of. */
  int firstStated() {
    return Math.min(first(), books.firstCashDay().orElse(first()));
  }

  /** Returns the days from the first to a last. */
  List<Track> days(int last) {
    List<Track> days = new ArrayList<>();
    for (int day = firstStated(); day <= last; day++) {
      days.add(day(day));
    }
    return days;
  }

  private Track day(int day) {
    Worth saving = savings.getOrDefault(day, new Worth());
    Track track = new Track().count("days", 1);
    books.addTo(track, day);
    track.add(books.coverMetered(day) ? "ai_covered" : "ai_run", saving.side(false));
    track.addAiRun(saving);
    addSaving(track, saving);
    track.count("interactions", interactions.getOrDefault(day, 0L));
    Worth cost = costs.getOrDefault(day, new Worth());
    track.add("interaction_cost", cost.side(true).add(cost.side(false)));
    if (day >= money.choices().goLive()) {
      if (sales.containsKey(day)) {
        track.add("margin", margin(sales.get(day), valuation.prices(day)));
      }
      track.add("retention", retention(day));
    }
    return track;
  }

  private void addSaving(Track track, Worth saving) {
    long share = money.choices().realisationBp();
    long paid = saving.tally().savedPaid;
    track
        .add("counterfactual", saving.counterfactual())
        .add("frozen", saving.frozen())
        .add("actual", saving.actual())
        .add("cashable", saving.saving().share(share))
        .count("episodes", saving.tally().episodes)
        .count("episodes_without_baseline", saving.tally().withoutBaseline)
        .count("episodes_frozen", saving.tally().frozen)
        .count("saved_paid_ms", paid)
        .count("cashable_paid_ms", HalfEven.product(paid, share, 10_000));
  }

  private Charge retention(int day) {
    Baseline baseline = valuation.baseline(day);
    BigDecimal usual = baseline == null ? null : baseline.scores().get(Baseline.Score.RETENTION);
    Long margin = money.choices().customerMargin();
    return usual == null || margin == null
        ? new Charge()
        : Charge.of(
            customers
                .endingWith(days.date(day))
                .benefit(usual.movePointRight(2).longValueExact(), margin));
  }

  private Charge margin(Amounts totals, Prices prices) {
    Charge sum = new Charge();
    SortedMap<List<String>, long[]> lines = totals.lines().get("sales");
    if (lines != null) {
      lines.forEach((key, quantities) -> addMargin(key, quantities[MARGIN], prices, sum));
    }
    return sum;
  }

  /** Each line of a day is rounded once. */
  private void addMargin(List<String> key, long margin, Prices prices, Charge sum) {
    String currency = key.get(CURRENCY);
    long share = incrementality(key.get(ATTRIBUTION));
    Fraction exchange = prices.exchange(currency);
    if (share > 0 && exchange == null) {
      sum.addUnpriced("SALES", currency, margin);
    } else if (share > 0 && exchange != null) {
      sum.add(Fraction.of(margin).times(Fraction.of(share, 10_000)).times(exchange).rounded());
    }
  }

  private long incrementality(String attribution) {
    return money.choices().incrementalityBp().entrySet().stream()
        .filter(share -> share.getKey().name().equals(attribution))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
