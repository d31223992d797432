package org.contactroi.simulator.synthetic;

import java.util.List;

/**
 * Something customers ask for.
 *
 * @param key issue key of the events
 * @param queue queue of its agents
 * @param share share of all new contacts; the shares of a list sum to 1
 * @param botAnswers probability that a bot answers it
 * @param talkSeconds median time an agent needs
 * @param resolved probability that an agent resolves it
 * @param sells probability that an agent sells something
 */
record Issue(
    String key,
    String queue,
    double share,
    double botAnswers,
    int talkSeconds,
    double resolved,
    double sells) {

  /** The issues of the demonstration center. */
  static final List<Issue> ALL =
      List.of(
          new Issue("order-status", "support", 0.26, 0.80, 150, 0.92, 0.01),
          new Issue("return", "support", 0.16, 0.55, 240, 0.85, 0.00),
          new Issue("invoice", "billing", 0.18, 0.50, 260, 0.84, 0.02),
          new Issue("payment-failed", "billing", 0.10, 0.35, 310, 0.78, 0.00),
          new Issue("technical-fault", "technical", 0.14, 0.25, 520, 0.68, 0.01),
          new Issue("new-contract", "sales", 0.10, 0.20, 430, 0.90, 0.35),
          new Issue("cancellation", "retention", 0.06, 0.10, 480, 0.80, 0.25));

  /** Returns an issue, each as often as its share says. */
  static Issue draw(Dice dice) {
    double left = dice.unit();
    for (Issue issue : ALL) {
      left -= issue.share;
      if (left < 0) {
        return issue;
      }
    }
    return ALL.get(ALL.size() - 1);
  }
}
