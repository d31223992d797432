package org.contactroi.topology.window;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.contactroi.kpi.Window;
import org.contactroi.roi.price.Worth;
import org.contactroi.roi.valuation.MoneyTerms;
import org.contactroi.roi.valuation.PricedWindow;
import org.contactroi.roi.valuation.Valuation;
import org.contactroi.topology.stage.MoneyReference;

/**
 * What hours and days of cost and saving are worth. A day is the sum of its hours: what each of
 * them is worth is kept, and when it changes its day changes by the difference.
 */
final class Pricing {

  private record Valued(MoneyTerms money, Valuation valuation) {}

  private final MoneyReference reference;
  private final WindowStore windows;
  private final Map<String, Valued> valued = new HashMap<>();

  Pricing(MoneyReference reference, WindowStore windows) {
    this.reference = reference;
    this.windows = windows;
  }

  /**
   * Prices a family of an hour and changes its day with it.
   *
   * @return whether it is worth something else than before
   */
  boolean price(WindowRow hour, FamilyState state) {
    Worth before = state.worth();
    Worth after = state.totals().isZero() ? Worth.ZERO : worth(hour, state);
    if (!state.value(after)) {
      return false;
    }
    FamilyState day = windows.day(hour.key()).of(state.family());
    day.value(day.worth().plus(after.minus(before)));
    return true;
  }

  /** A family of an hour or a day in money; empty where there is none, and without a policy. */
  Optional<PricedWindow> priced(WindowRow row, FamilyState state) {
    MoneyTerms money = reference.of(row.key().tenant());
    return state.family().isPriced() && money.isStated()
        ? Optional.of(
            new PricedWindow(money.currency(), money.policy(date(money, row)), state.worth()))
        : Optional.empty();
  }

  private Worth worth(WindowRow hour, FamilyState state) {
    String tenant = hour.key().tenant();
    MoneyTerms money = reference.of(tenant);
    return money.isStated()
        ? valuation(tenant, money).worth(state.totals(), hour.key().start(), date(money, hour))
        : Worth.ZERO;
  }

  private Valuation valuation(String tenant, MoneyTerms money) {
    Valued known = valued.get(tenant);
    if (known == null || !known.money().equals(money)) {
      known = new Valued(money, money.valuation().orElseThrow());
      valued.put(tenant, known);
    }
    return known.valuation();
  }

  private LocalDate date(MoneyTerms money, WindowRow row) {
    Window day = windows.calendar(row.key().tenant()).day(row.key().start());
    return money.day(day.start());
  }
}
