package org.contactroi.topology.window;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.roi.price.Worth;
import org.contactroi.roi.valuation.MoneyTerms;
import org.contactroi.roi.valuation.PricedWindow;
import org.contactroi.roi.valuation.Valuation;
import org.contactroi.topology.stage.MoneyReference;
import org.contactroi.topology.store.WorthCodec;
import org.jspecify.annotations.Nullable;

/**
 * What hours and days of cost and saving are worth. A day is the sum of its hours: what each of
 * them is worth is kept, and when it changes its day changes by the difference.
 */
final class Pricing {

  private record Valued(MoneyTerms money, Valuation valuation) {}

  private final KeyValueStore<String, byte[]> store;
  private final MoneyReference reference;
  private final WindowStore windows;
  private final Map<String, Valued> valued = new HashMap<>();

  Pricing(KeyValueStore<String, byte[]> store, MoneyReference reference, WindowStore windows) {
    this.store = store;
    this.reference = reference;
    this.windows = windows;
  }

  /**
   * Prices an hour and changes its day with it.
   *
   * @param totals of the hour; null for none
   * @return whether it is worth something else than before
   */
  boolean price(TotalsKey hour, @Nullable Totals totals) {
    Worth before = worth(hour);
    Worth after = totals == null ? Worth.ZERO : worth(hour, totals);
    if (after.equals(before)) {
      return false;
    }
    put(hour, after);
    TotalsKey day = windows.day(hour);
    put(day, worth(day).plus(after.minus(before)));
    return true;
  }

  /** An hour or a day in money; empty for other families and without a policy about money. */
  Optional<PricedWindow> priced(TotalsKey key) {
    MoneyTerms money = reference.of(key.tenant());
    return key.family().isPriced() && money.isStated()
        ? Optional.of(
            new PricedWindow(money.currency(), money.policy(date(money, key)), worth(key)))
        : Optional.empty();
  }

  private Worth worth(TotalsKey hour, Totals totals) {
    MoneyTerms money = reference.of(hour.tenant());
    if (!money.isStated()) {
      return Worth.ZERO;
    }
    return valuation(hour.tenant(), money).worth(totals, hour.start(), date(money, hour));
  }

  private Valuation valuation(String tenant, MoneyTerms money) {
    Valued known = valued.get(tenant);
    if (known == null || !known.money().equals(money)) {
      known = new Valued(money, money.valuation().orElseThrow());
      valued.put(tenant, known);
    }
    return known.valuation();
  }

  private LocalDate date(MoneyTerms money, TotalsKey key) {
    return money.day(key.window() == WindowSize.DAY ? key.start() : windows.day(key).start());
  }

  private Worth worth(TotalsKey key) {
    byte[] stored = store.get(key.text());
    return stored == null ? Worth.ZERO : WorthCodec.decode(stored);
  }

  private void put(TotalsKey key, Worth worth) {
    if (worth.equals(Worth.ZERO)) {
      store.delete(key.text());
    } else {
      store.put(key.text(), WorthCodec.encode(worth));
    }
  }
}
