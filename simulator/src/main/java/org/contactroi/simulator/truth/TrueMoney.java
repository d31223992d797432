package org.contactroi.simulator.truth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.count.Windows;
import org.contactroi.simulator.scenario.Money;
import org.jspecify.annotations.Nullable;

/** What the totals of one tenant are in money: every window of cost and saving, every statement. */
final class TrueMoney {

  private final Tenant tenant;
  private final SortedMap<String, Amounts> totals;
  private final Windows windows;
  private final Valuation valuation;
  private final WindowMoney records;
  private final DayBook book;
  private final Scores scores;
  private final Map<String, Worth> worths = new HashMap<>();

  /** A tenant that states what things cost. */
  record Tenant(String id, Money money, Days days) {}

  /** The parts of a key of totals that are needed. */
  private record Key(String series, String family, boolean isAll, String window, long start) {

    static Key of(String text) {
      List<String> parts = List.of(text.split("/", -1));
      return new Key(
          String.join("/", parts.subList(0, 4)),
          parts.get(1),
          parts.get(2).equals("all"),
          parts.get(4),
          Instant.parse(parts.get(5)).toEpochMilli());
    }

    boolean isHour() {
      return window.equals("hour");
    }

    String day(long dayStart) {
      return series + "/day/" + Instant.ofEpochMilli(dayStart);
    }
  }

  /** Values totals. */
  TrueMoney(Tenant tenant, Customers customers, SortedMap<String, Amounts> totals) {
    this.tenant = tenant;
    this.totals = totals;
    this.windows = new Windows(tenant.days().zone());
    this.valuation = new Valuation(tenant.money());
    this.records = new WindowMoney(tenant.money());
    this.book = new DayBook(tenant, valuation, customers);
    this.scores = new Scores(tenant.days(), valuation, customers);
    totals.forEach((key, amounts) -> take(Key.of(key), key, amounts));
  }

  String tenant() {
    return tenant.id();
  }

  /** Returns what the record of a window says about money; null if it says nothing. */
  @Nullable ObjectNode window(String key) {
    Worth worth = worths.get(key);
    if (worth == null) {
      return null;
    }
    Amounts of = totals.getOrDefault(key, new Amounts());
    boolean isCost = Key.of(key).family().equals("cost");
    return isCost ? records.cost(worth, of) : records.saving(worth, of);
  }

  /**
   * Returns the statements up to the end of each day.
   *
   * @param last the last of the days
   */
  List<Statements.Line> statements(long last) {
    int day = tenant.days().number(windows.day(last));
    return new Statements(tenant, book, scores, day).lines();
  }

  private void take(Key key, String text, Amounts amounts) {
    int day = tenant.days().number(windows.day(key.start()));
    switch (key.family()) {
      case "cost", "saving" -> {
        if (key.isHour()) {
          value(key, text, amounts, day);
        }
      }
      case "sales" -> {
        if (!key.isHour() && key.isAll()) {
          book.setSales(day, amounts);
        }
      }
      case "experience", "first-contact-resolution" -> {
        if (!key.isHour() && key.isAll()) {
          scores.add(day, amounts);
        }
      }
      default -> {}
    }
  }

  /** A day is the sum of its hours. */
  private void value(Key key, String text, Amounts hour, int day) {
    boolean isCost = key.family().equals("cost");
    Worth worth = isCost ? valuation.cost(hour, day) : valuation.saving(hour, day);
    worths.put(text, worth);
    worths.computeIfAbsent(key.day(windows.day(key.start())), unseen -> new Worth()).add(worth);
    if (key.isAll() && isCost) {
      book.addCost(day, worth, hour);
    } else if (key.isAll()) {
      book.addSaving(day, worth);
    }
  }
}
