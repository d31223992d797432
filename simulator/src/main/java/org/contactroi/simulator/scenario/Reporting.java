package org.contactroi.simulator.scenario;

import org.jspecify.annotations.Nullable;

/**
 * How what happens is told, counted and valued.
 *
 * @param policy by which rules figures are computed
 * @param faults what goes wrong between what happens and the events that say so
 * @param money what things cost and are worth; null if nobody says
 */
public record Reporting(Policy policy, Shares<Fault> faults, @Nullable Money money) {

  Reporting withFaults(double factor) {
    return new Reporting(policy, faults.times(factor), money);
  }

  Reporting withSize(double size) {
    return new Reporting(policy, faults, money == null ? null : money.times(size));
  }
}
