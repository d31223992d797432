package org.contactroi.roi.amount;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.contactroi.kpi.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * What is booked on a day, or the sum of days: a commutative group under {@link #plus}. Exact; an
 * overflow is an {@link ArithmeticException}. Zeros are not stored, so equal accounts have equal
 * content.
 */
public record Account(Map<Component, Amount> amounts, Map<Count, Long> counts) {

  public static final Account ZERO = builder().build();

  public Account {
    amounts = Collections.unmodifiableMap(amounts);
    counts = Collections.unmodifiableMap(counts);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** What is booked of a component. */
  public Amount get(Component component) {
    return amounts.getOrDefault(component, Amount.ZERO);
  }

  public long get(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  public Account plus(Account other) {
    return builder().add(this).add(other).build();
  }

  public Account minus(Account other) {
    return plus(other.negated());
  }

  public Account negated() {
    Builder negated = builder();
    amounts.forEach((component, amount) -> negated.add(component, amount.negated()));
    counts.forEach((count, value) -> negated.add(count, Math.negateExact(value)));
    return negated.build();
  }

  /** Counterfactual less actual cost of people; may be negative. */
  public Amount saving() {
    return get(Component.COUNTERFACTUAL).less(get(Component.ACTUAL));
  }

  /** The part of the saving that did not leave the payroll. */
  public Amount capacity() {
    Amount saving = saving();
    return new Amount(
        Math.subtractExact(saving.micros(), get(Component.CASHABLE).micros()), saving.unpriced());
  }

  /**
   * The same in paid time, milliseconds; null if a price, and with it the paid time, is missing.
   */
  public @Nullable Long capacityPaidMs() {
    return saving().isDefined()
        ? Math.subtractExact(get(Count.SAVED_PAID_MS), get(Count.CASHABLE_PAID_MS))
        : null;
  }

  /** B: cashable saving, margin, retention, and declared benefits if the policy says so. */
  public Amount benefit() {
    return sum(
        Component.CASHABLE, Component.MARGIN, Component.RETENTION, Component.DECLARED_INCLUDED);
  }

  /** C: amortised, current and hidden cost and all cost of running the AI. */
  public Amount cost() {
    return sum(Component.CAPEX, Component.OPEX, Component.HIDDEN, Component.AI_RUN);
  }

  /** B - C. */
  public Amount netValue() {
    return benefit().less(cost());
  }

  /** (B - C) / C; undefined when C is not above 0 or a price is missing. */
  public Ratio roi() {
    Amount net = netValue();
    long cost = cost().micros();
    return net.isDefined() && cost > 0 ? new Ratio(net.micros(), cost) : Ratio.UNDEFINED;
  }

  /** Money in less money out. */
  public Amount cash() {
    return sum(Component.CASHABLE, Component.MARGIN).less(sum(Component.PAID, Component.AI_RUN));
  }

  /** Whether money went out, or what went out has no price. */
  public boolean isOutlay() {
    Amount out = sum(Component.PAID, Component.AI_RUN);
    return out.micros() > 0 || !out.isDefined();
  }

  private Amount sum(Component... components) {
    CostSum sum = new CostSum();
    for (Component component : components) {
      sum.add(get(component));
    }
    return sum.amount();
  }

  /** Books amounts and counts; not reusable after {@link #build}. */
  public static final class Builder {

    private final Map<Component, Amount> amounts = new EnumMap<>(Component.class);
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    private Builder() {}

    public Builder add(Component component, Amount amount) {
      amounts.merge(component, amount, Amount::plus);
      return this;
    }

    public Builder add(Count count, long more) {
      counts.merge(count, more, Math::addExact);
      return this;
    }

    public Builder add(Account account) {
      account.amounts.forEach(this::add);
      account.counts.forEach(this::add);
      return this;
    }

    /** What is booked so far of a component. */
    public Amount get(Component component) {
      return amounts.getOrDefault(component, Amount.ZERO);
    }

    public long get(Count count) {
      return counts.getOrDefault(count, 0L);
    }

    public Account build() {
      amounts.values().removeIf(Amount.ZERO::equals);
      counts.values().removeIf(count -> count == 0);
      return new Account(amounts, counts);
    }
  }
}
