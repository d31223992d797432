package org.contactroi.roi.valuation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.contactroi.interaction.HalfEven;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.CostSum;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.ledger.Bookings;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.price.CellSaving;
import org.contactroi.roi.price.DayCosts;
import org.contactroi.roi.price.DaySales;
import org.contactroi.roi.price.DayTotals;
import org.contactroi.roi.price.ExactAmounts;
import org.contactroi.roi.price.Explained;
import org.contactroi.roi.price.Explanation;
import org.contactroi.roi.price.HourSavings;
import org.contactroi.roi.price.ResourceCosts;
import org.contactroi.roi.price.Tariff;
import org.contactroi.roi.price.UsageCost;
import org.contactroi.roi.price.Worth;
import org.contactroi.roi.rate.FxDay;
import org.jspecify.annotations.Nullable;

/**
 * Values the days of a tenant. Each day depends on its own totals, the reference and the policy
 * only. Not thread safe: it remembers prices it used.
 */
public final class Valuation {

  /** A batch of hours goes back some days, over the hours of each slice in turn. */
  private static final int MOST_TARIFFS = 64;

  /**
   * Hours with the same prices.
   *
   * @param from since when the rates hold, UTC ms; null if none changed before
   */
  private record PricedHours(LocalDate day, @Nullable Long from) {}

  private final Reference reference;
  private final Function<LocalDate, MoneyPolicy> policies;
  private final Bookings bookings;
  private final String currency;
  private final Map<PricedHours, Tariff> tariffs = new LinkedHashMap<>(MOST_TARIFFS, 0.75f, true);

  /**
   * Of one tenant.
   *
   * @param policies the policy valid on a local day; all have the same currency
   * @param currency the tenant's, ISO 4217
   */
  public Valuation(
      Reference reference, Function<LocalDate, MoneyPolicy> policies, String currency) {
    this.reference = reference;
    this.policies = policies;
    this.currency = currency;
    this.bookings = new Bookings(reference.ledger(), reference.fx(), currency);
  }

  /** What the ledger books. */
  public Bookings bookings() {
    return bookings;
  }

  /** Everything that is booked on a day. */
  public Account account(DayTotals day) {
    MoneyPolicy policy = policies.apply(day.date());
    Account.Builder account = Account.builder().add(Count.DAYS, 1);
    bookings.book(day.date(), policy, account);
    bookHours(day, policy, account);
    if (!day.date().isBefore(policy.goLive())) {
      account.add(Component.MARGIN, new DaySales(policy, fx(day.date())).margin(day.sales()));
      account.add(Component.RETENTION, retention(day, policy));
    }
    return account.build();
  }

  /**
   * What an hour of any slice is worth.
   *
   * @param totals of the cost or the saving family
   * @param hourStart UTC ms
   * @param day local day of the hour
   */
  public Worth worth(Totals totals, long hourStart, LocalDate day) {
    Tariff tariff = tariff(hourStart, day);
    if (totals.family() == Cost.FAMILY) {
      return new Worth(
          ResourceCosts.of(totals.breakdown(Cost.USAGE), tariff), Account.ZERO, Explained.NOTHING);
    }
    ResourceCosts costs = ResourceCosts.of(totals.breakdown(Saving.USAGE), tariff);
    return day.isBefore(policies.apply(day).goLive())
        ? new Worth(costs, Account.ZERO, Explained.NOTHING)
        : worth(costs, new HourSavings(totals, reference.baselines().at(day), tariff));
  }

  /**
   * What a fact of any slice is worth, not rounded.
   *
   * @param part of the totals of the cost or the saving family
   * @param hourStart of the hour it counts in, UTC ms
   * @param day local day of the hour
   */
  public ExactAmounts exact(Totals part, long hourStart, LocalDate day) {
    return part.family() == Cost.FAMILY
        ? ExactAmounts.ofCost(part.breakdown(Cost.USAGE), tariff(hourStart, day))
        : ExactAmounts.ofSaving(cells(part, hourStart, day));
  }

  /** Where the saving of an hour of any slice is from; empty if a price is missing. */
  public Optional<Explanation> explanation(Totals saving, long hourStart, LocalDate day) {
    Optional<Explanation> sum = Optional.of(Explanation.ZERO);
    for (CellSaving cell : cells(saving, hourStart, day)) {
      sum = sum.flatMap(one -> Optional.ofNullable(Explanation.of(cell)).map(one::plus));
    }
    return sum;
  }

  /** What is held against a baseline; nothing before go-live. */
  private List<CellSaving> cells(Totals saving, long hourStart, LocalDate day) {
    return day.isBefore(policies.apply(day).goLive())
        ? List.of()
        : new HourSavings(saving, reference.baselines().at(day), tariff(hourStart, day)).cells();
  }

  /**
   * What the use of resources cost on a day.
   *
   * @param costs totals of the cost family by hour
   */
  public DayCosts costs(DayTotals day, List<DayTotals.Hour> costs) {
    ResourceCosts ofInteractions = ResourceCosts.ZERO;
    ResourceCosts ofEpisodes = ResourceCosts.ZERO;
    long interactions = 0;
    for (DayTotals.Hour hour : costs) {
      ofInteractions =
          ofInteractions.plus(
              ResourceCosts.of(
                  hour.totals().breakdown(Cost.USAGE), tariff(hour.start(), day.date())));
      interactions = Math.addExact(interactions, UsageCost.interactions(hour.totals()));
    }
    for (DayTotals.Hour hour : day.hours()) {
      ofEpisodes =
          ofEpisodes.plus(
              ResourceCosts.of(
                  hour.totals().breakdown(Saving.USAGE), tariff(hour.start(), day.date())));
    }
    return new DayCosts(interactions, ofInteractions, ofEpisodes);
  }

  /** The prices of an hour. */
  public Tariff tariff(long hourStart, LocalDate day) {
    PricedHours hours = new PricedHours(day, reference.rates().lastChange(hourStart));
    Tariff tariff = tariffs.get(hours);
    if (tariff == null) {
      tariff = new Tariff(reference.rates(), fx(day), hourStart);
      tariffs.put(hours, tariff);
      if (tariffs.size() > MOST_TARIFFS) {
        tariffs.remove(tariffs.keySet().iterator().next());
      }
    }
    return tariff;
  }

  private static Worth worth(ResourceCosts costs, HourSavings savings) {
    Account.Builder account = Account.builder();
    savings.book(account);
    Explained explained =
        savings.cells().stream().map(Explained::of).reduce(Explained.NOTHING, Explained::plus);
    return new Worth(costs, account.build(), explained);
  }

  private void bookHours(DayTotals day, MoneyPolicy policy, Account.Builder account) {
    boolean isLive = !day.date().isBefore(policy.goLive());
    CostSum aiRun = new CostSum();
    for (HourSavings hour : savings(day)) {
      aiRun.add(hour.aiRun());
      if (isLive) {
        hour.book(account);
      }
    }
    boolean isCovered = bookings.coverMetered(day.date());
    account.add(isCovered ? Component.AI_COVERED : Component.AI_RUN, aiRun.amount());
    bookCashable(policy.realisationBp(), account);
  }

  private static void bookCashable(int realisationBp, Account.Builder account) {
    Amount saving = account.get(Component.COUNTERFACTUAL).less(account.get(Component.ACTUAL));
    long paidMs = account.get(Count.SAVED_PAID_MS);
    account.add(Component.CASHABLE, saving.share(realisationBp));
    account.add(Count.CASHABLE_PAID_MS, HalfEven.divide(paidMs, realisationBp, Stated.WHOLE_BP));
  }

  private List<HourSavings> savings(DayTotals day) {
    Baseline baseline = reference.baselines().at(day.date());
    return day.hours().stream()
        .map(hour -> new HourSavings(hour.totals(), baseline, tariff(hour.start(), day.date())))
        .toList();
  }

  private Amount retention(DayTotals day, MoneyPolicy policy) {
    Baseline baseline = reference.baselines().at(day.date());
    Integer before = baseline == null ? null : baseline.scores().get(Score.RETENTION);
    Long margin = policy.customerMarginMicros();
    return day.retention() == null || before == null || margin == null
        ? Amount.ZERO
        : day.retention().benefit(before, margin);
  }

  private FxDay fx(LocalDate day) {
    return new FxDay(reference.fx(), currency, day);
  }
}
