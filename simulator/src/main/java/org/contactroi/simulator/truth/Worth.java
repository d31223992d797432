package org.contactroi.simulator.truth;

import java.util.EnumMap;
import java.util.Map;
import org.contactroi.simulator.scenario.Resource;

/** What the totals of an hour are worth, or the sum of hours. */
final class Worth {

  private final Map<Resource, Charge> costs = new EnumMap<>(Resource.class);
  private final Charge counterfactual = new Charge();
  private final Charge frozen = new Charge();
  private final Charge actual = new Charge();
  private final Tally tally = new Tally();
  private final Reasons reasons = new Reasons();

  /** Counts beside the money. */
  static final class Tally {
    long episodes;
    long withoutBaseline;
    long frozen;
    long savedPaid;

    void add(Tally other) {
      episodes += other.episodes;
      withoutBaseline += other.withoutBaseline;
      frozen += other.frozen;
      savedPaid = Math.addExact(savedPaid, other.savedPaid);
    }
  }

  Charge cost(Resource resource) {
    return costs.computeIfAbsent(resource, unseen -> new Charge());
  }

  Charge counterfactual() {
    return counterfactual;
  }

  Charge frozen() {
    return frozen;
  }

  Charge actual() {
    return actual;
  }

  Tally tally() {
    return tally;
  }

  Reasons reasons() {
    return reasons;
  }

  void add(Worth other) {
    other.costs.forEach((resource, charge) -> cost(resource).add(charge));
    counterfactual.add(other.counterfactual);
    frozen.add(other.frozen);
    actual.add(other.actual);
    tally.add(other.tally);
    reasons.add(other.reasons);
  }

  /** Returns the cost of people, or that of running the AI. */
  Charge side(boolean isHuman) {
    Charge sum = new Charge();
    costs.forEach(
        (resource, charge) -> sum.add(resource.isHuman() == isHuman ? charge : new Charge()));
    return sum;
  }

  Map<Resource, Charge> costs() {
    return costs;
  }

  /** Returns what is saved of the cost of people. */
  Charge saving() {
    return counterfactual.less(actual);
  }
}
