package org.contactroi.roi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.contactroi.roi.customer.Relation.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers by calendar month. */
class CustomerMonthsTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);

  private final List<List<Relation>> customers = new ArrayList<>();

  private static Relation at(String instant, Status status) {
    return new Relation(instant, Instant.parse(instant).toEpochMilli(), "crm", null, status);
  }

  private void customer(Relation... relations) {
    customers.add(List.of(relations));
  }

  private NavigableMap<YearMonth, MonthChange> changes() {
    NavigableMap<YearMonth, MonthChange> changes = new TreeMap<>();
    customers.forEach(
        relations ->
            CustomerMonths.of(relations, ZONE)
                .forEach((month, change) -> changes.merge(month, change, MonthChange::plus)));
    return changes;
  }

  private Retention retention(YearMonth month) {
    return CustomerMonths.retention(month, changes());
  }

  @Test
  void whoIsThereAtBothBoundsStayed() {
    customer(at("2025-11-03T10:00:00Z", Status.ACQUIRED));
    customer(at("2025-11-03T10:00:00Z", Status.ACTIVE), at("2026-01-20T10:00:00Z", Status.CHURNED));
    customer(at("2026-01-20T10:00:00Z", Status.ACQUIRED));

    assertThat(retention(JANUARY)).isEqualTo(new Retention(2, 2, 1));
    assertThat(retention(JANUARY.plusMonths(7))).isEqualTo(new Retention(2, 2, 0));
    assertThat(retention(JANUARY.minusMonths(3))).isEqualTo(new Retention(0, 0, 0));
  }

  @Test
  void monthsAreThoseOfTheTenant() {
    customer(at("2025-12-31T22:59:59.999Z", Status.ACQUIRED));
    customer(at("2025-12-31T23:00:00Z", Status.ACQUIRED));

    assertThat(retention(JANUARY)).isEqualTo(new Retention(1, 2, 1));
  }

  @Test
  void whoLeavesAndIsWonBackWithinAMonthDidNotStay() {
    customer(
        at("2025-12-01T10:00:00Z", Status.ACQUIRED),
        at("2026-01-02T10:00:00Z", Status.CHURNED),
        at("2026-01-09T10:00:00Z", Status.WON_BACK));

    assertThat(retention(JANUARY)).isEqualTo(new Retention(1, 1, 1));
  }

  @Test
  void whoComesTwiceIsWonOnce() {
    customer(
        at("2026-01-02T10:00:00Z", Status.ACQUIRED),
        at("2026-01-05T10:00:00Z", Status.CHURNED),
        at("2026-01-09T10:00:00Z", Status.WON_BACK));

    assertThat(retention(JANUARY)).isEqualTo(new Retention(0, 1, 1));
  }

  /** A source that names customers as they get in touch would make more stay than there were. */
  @Test
  void whoIsOnlyHeardOfCountsFromTheNextMonthOn() {
    customer(at("2025-12-01T10:00:00Z", Status.ACQUIRED));
    customer(at("2026-01-09T10:00:00Z", Status.ACTIVE));
    customer(at("2025-12-05T10:00:00Z", Status.CHURNED), at("2026-01-09T10:00:00Z", Status.ACTIVE));

    assertThat(retention(JANUARY)).isEqualTo(new Retention(1, 1, 0));
    assertThat(retention(JANUARY.plusMonths(1))).isEqualTo(new Retention(3, 3, 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void countsAreThoseOfEveryCustomerLookedAtAtBothBounds(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      List<Relation> relations = new ArrayList<>();
      for (int j = random.nextInt(6); j > 0; j--) {
        relations.add(any(random, relations.size()));
      }
      Collections.shuffle(relations, random);
      customers.add(relations);
    }
    NavigableMap<YearMonth, MonthChange> changes = changes();

    for (int month = -2; month < 8; month++) {
      YearMonth looked = JANUARY.plusMonths(month);
      assertThat(CustomerMonths.retention(looked, changes))
          .as("seed %d, %s", seed, looked)
          .isEqualTo(SlowRetention.of(customers, looked, ZONE));
    }
  }

  private static Relation any(Random random, int number) {
    long at = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    return new Relation(
        "e" + number,
        at + random.nextInt(180 * 24) * 3_600_000L,
        "crm",
        random.nextBoolean() ? (Long) (long) random.nextInt(3) : null,
        List.of(Status.values()).get(random.nextInt(4)));
  }
}
