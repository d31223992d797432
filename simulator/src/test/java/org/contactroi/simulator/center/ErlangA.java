package org.contactroi.simulator.center;

/**
 * Erlang-A, the queue M/M/n+M: Poisson arrivals, exponential service and patience (Palm 1957;
 * Garnett, Mandelbaum, Reiman 2002). Written from the birth-death chain of the number in the
 * system: births at the arrival rate, deaths at min(k, n) service rates + max(0, k - n) abandonment
 * rates.
 *
 * @param arrivals an hour
 * @param service mean time with an agent, hours
 * @param patience mean patience, hours
 * @param agents number of agents
 */
record ErlangA(double arrivals, double service, double patience, int agents) {

  private static final double NEGLIGIBLE = 1e-15;

  /** What is in the system in the long run. */
  private record Mean(double waitingShare, double queue, double busy) {}

  private Mean mean() {
    double probability = 1;
    double sum = 1;
    double waiting = agents == 0 ? 1 : 0;
    double queue = 0;
    double busy = 0;
    for (int k = 1; k <= agents || probability > NEGLIGIBLE * sum; k++) {
      double deaths = Math.min(k, agents) / service + Math.max(0, k - agents) / patience;
      probability *= arrivals / deaths;
      sum += probability;
      waiting += k >= agents ? probability : 0;
      queue += Math.max(0, k - agents) * probability;
      busy += Math.min(k, agents) * probability;
    }
    return new Mean(waiting / sum, queue / sum, busy / sum);
  }

  /** Share of arrivals that wait: those who find all agents busy. */
  double waitingShare() {
    return mean().waitingShare();
  }

  /** Share of arrivals that give up. */
  double abandonedShare() {
    return mean().queue() / patience / arrivals;
  }

  /** Mean wait of all arrivals, hours (Little). */
  double meanWait() {
    return mean().queue() / arrivals;
  }

  /** Share of the agents' time that they are busy. */
  double occupancy() {
    return mean().busy() / agents;
  }
}
