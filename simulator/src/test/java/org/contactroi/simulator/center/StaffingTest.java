package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.center.time.LocalClock;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.Visit;
import org.junit.jupiter.api.Test;

/** Waiting follows from staffing, and who calls does not. */
class StaffingTest {

  private static final int PER_DAY = 4_000;
  private static final Recorded FEW = recorded(new PlainQueue(PER_DAY, 180, 120, 8));
  private static final Recorded MANY = recorded(new PlainQueue(PER_DAY, 180, 120, 12));

  private static Recorded recorded(PlainQueue queue) {
    Recorded recorded = new Recorded();
    queue.run(5, 2, recorded);
    return recorded;
  }

  private static double meanWait(Recorded recorded) {
    return recorded.visits.stream().mapToLong(Visit::waited).average().orElseThrow();
  }

  private static long abandoned(Recorded recorded) {
    return recorded.visits.stream()
        .filter(visit -> visit.outcome() == QueueOutcome.ABANDONED)
        .count();
  }

  @Test
  void moreAgentsMakeWaitsShorter() {
    assertThat(meanWait(MANY)).isLessThan(meanWait(FEW) / 4);
    assertThat(abandoned(MANY)).isLessThan(abandoned(FEW) / 4);
  }

  @Test
  void moreAgentsChangeNothingAboutWhoCallsWhenAndWhatFor() {
    assertThat(callers(MANY)).isEqualTo(callers(FEW)).hasSizeGreaterThan(PER_DAY);
  }

  private static List<Object> callers(Recorded recorded) {
    return recorded.contacts.stream().map(StaffingTest::caller).toList();
  }

  private static Object caller(ContactBegun contact) {
    return List.of(contact.at(), contact.customer().number(), contact.reason().issue());
  }

  @Test
  void nobodyWaitsInAClosedQueue() {
    Recorded shop = Recorded.of(Shop.withoutAi(1));
    LocalClock clock = new LocalClock(Shop.SCENARIO.zone());

    assertThat(shop.visits)
        .filteredOn(visit -> visit.queue().equals("service") && clock.hour(visit.entered()) < 7)
        .isNotEmpty()
        .allSatisfy(
            visit -> {
              assertThat(visit.outcome()).isEqualTo(QueueOutcome.NO_AGENTS);
              assertThat(visit.waited()).isZero();
            });
  }

  @Test
  void customersWhoWereToldSoAreCalledBack() {
    Recorded shop = Recorded.of(Shop.withoutAi(1));

    assertThat(shop.visits).extracting(Visit::outcome).contains(QueueOutcome.CALLBACK);
    assertThat(shop.legs)
        .filteredOn(leg -> leg.parts().dial() > 0)
        .isNotEmpty()
        .allSatisfy(leg -> assertThat(leg.queue()).isEqualTo("service"));
  }
}
