package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;

import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.ledger.Visit;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.ScenarioReader;
import org.junit.jupiter.api.Test;

/** Two queues, one team that has a little too little time. */
class PriorityTest {

  private static final Scenario SCENARIO =
      ScenarioReader.read(
          "priorities.yaml",
          """
          scenario: priorities
          tenants:
            plain:
              zone: UTC
              currency: EUR
              contacts: {per_day: 4000}
              customers: {population: 1000000}
              channels:
                voice: {mix: 90%, patience: {mean: 10m}}
                email: {mix: 10%, queue: letters, pace: 0.5}
              issues:
                urgent: {mix: 1, queue: urgent, talk: {mean: 180s}, resolved: 1}
                other: {mix: 2, queue: other, talk: {mean: 180s}, resolved: 1,
                        transfer: {share: 10%, to: other}}
                lost: {mix: 1, queue: lost, talk: {mean: 180s}, resolved: 1}
              queues:
                urgent: {priority: 5}
                other: {priority: 1}
                lost: {priority: 1, overflow: {after: 60s, to: urgent}}
                letters: {priority: 1}
              grades: {regular: {}}
              teams:
                team:
                  queues: [urgent, other, letters]
                  grades: {regular: 1}
                  shifts: [{agents: 8, endless: yes}]
                none:
                  queues: [lost]
                  grades: {regular: 1}
                  shifts: [{agents: 1, from: "00:00", lasts: 1s}]
          """);

  private static final Recorded DAY = day();

  private static Recorded day() {
    Recorded recorded = new Recorded();
    PlainQueue.run(SCENARIO, 13, 1, recorded);
    return recorded;
  }

  private static double meanWait(String queue) {
    return DAY.visits.stream()
        .filter(visit -> visit.queue().equals(queue))
        .filter(visit -> visit.outcome() == QueueOutcome.ANSWERED)
        .mapToLong(Visit::waited)
        .average()
        .orElseThrow();
  }

  @Test
  void whatHasPriorityWaitsLess() {
    assertThat(meanWait("urgent")).isLessThan(meanWait("other") / 2);
  }

  @Test
  void lettersWaitUntilNobodyCalls() {
    assertThat(meanWait("letters")).isGreaterThan(meanWait("other"));
  }

  @Test
  void whoWaitsTooLongFlowsOutToTheOtherQueue() {
    assertThat(DAY.visits)
        .filteredOn(visit -> visit.outcome() == QueueOutcome.FLOW_OUT)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            visit -> {
              assertThat(visit.queue()).isEqualTo("lost");
              assertThat(visit.waited()).isEqualTo(60_000);
            });
  }

  @Test
  void whoIsTransferredIsServedBeforeThoseWhoWaitForTheFirstTime() {
    assertThat(waitOfVisit(2)).isLessThan(waitOfVisit(1) / 2);
  }

  /** Mean wait of the first or the second visit to the same queue. */
  private static double waitOfVisit(int number) {
    String id = number == 1 ? "visit-1" : "visit-4";
    return DAY.visits.stream()
        .filter(visit -> visit.queue().equals("other") && visit.id().equals(id))
        .mapToLong(Visit::waited)
        .average()
        .orElseThrow();
  }

  @Test
  void everybodyIsServedInTheOrderOfTheQueue() {
    long last = 0;
    for (Visit visit : DAY.visits) {
      boolean isPlain = visit.queue().equals("other") && visit.id().equals("visit-1");
      if (isPlain && visit.outcome() == QueueOutcome.ANSWERED) {
        assertThat(visit.entered()).isGreaterThanOrEqualTo(last);
        last = visit.entered();
      }
    }

    assertThat(last).isPositive();
  }
}
