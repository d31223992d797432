package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.events.Channel;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Session;
import org.contactroi.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

class RolloutTest {

  private static final String ASSIST =
      """
      rollout:
        assist:
          day: 0
          share: 1
          shortens: 25%
          features: [summary]
          model: {name: small, input: 100, output: 10}
      """;

  /** The last day of version 1.0, which has come to all. */
  private static final Recorded CHANGE = Recorded.of(Shop.withAi(1).withDayZero(day(-25)));

  private static Instant day(int days) {
    return Shop.MONDAY.plus(Duration.ofDays(days));
  }

  private static Set<ContactId> withBot(Recorded recorded) {
    Set<ContactId> contacts = new HashSet<>();
    recorded.sessions.forEach(session -> contacts.add(session.contact()));
    return contacts;
  }

  private static List<ContactBegun> chats(Recorded recorded) {
    return recorded.contacts.stream()
        .filter(contact -> contact.medium().channel() == Channel.CHAT)
        .toList();
  }

  private static double share(Recorded recorded) {
    Set<ContactId> bots = withBot(recorded);
    List<ContactBegun> chats = chats(recorded);
    return (double) chats.stream().filter(chat -> bots.contains(chat.contact())).count()
        / chats.size();
  }

  @Test
  void beforeTheFirstStepThereIsNoAi() {
    Recorded baseline = Recorded.of(Shop.withoutAi(1));

    assertThat(baseline.sessions).isEmpty();
    assertThat(baseline.contacts).allSatisfy(c -> assertThat(c.customer().arm()).isNull());
  }

  @Test
  void aPilotMeetsItsShareOfTheCustomersWhoAreNotHeldOut() {
    Recorded pilot = Recorded.of(Shop.withAi(2).withDayZero(day(-15)));

    assertThat(share(pilot)).isCloseTo(0.25 * 0.92, within(0.05));
  }

  @Test
  void afterTheRolloutAllButTheHoldoutMeetTheBot() {
    assertThat(share(CHANGE)).isCloseTo(0.92, within(0.03));
  }

  @Test
  void theArmSaysWhoMeetsTheBot() {
    Set<ContactId> bots = withBot(CHANGE);

    assertThat(chats(CHANGE))
        .allSatisfy(
            chat ->
                assertThat(chat.customer().arm())
                    .isEqualTo(bots.contains(chat.contact()) ? "treatment" : "holdout"));
  }

  @Test
  void aNewVersionTakesOverAtItsDay() {
    Recorded before = Recorded.of(Shop.withAi(1).withDayZero(day(-25)));
    Recorded after = Recorded.of(Shop.withAi(1).withDayZero(day(-26)));

    assertThat(versions(before)).containsOnly("1.0");
    assertThat(versions(after)).containsOnly("1.1");
  }

  private static List<String> versions(Recorded recorded) {
    return recorded.sessions.stream().map(session -> "" + session.version()).toList();
  }

  @Test
  void botsContainWhatTheirVersionCan() {
    List<Session> sessions =
        CHANGE.sessions.stream()
            .filter(session -> issue(session).equals("delivery") && hasAgents(session))
            .toList();

    assertThat(sessions).hasSizeGreaterThan(100);
    double contained =
        (double) sessions.stream().filter(session -> !session.isHandedOff()).count()
            / sessions.size();
    // 58 % are contained, 9 % leave; four standard errors.
    assertThat(contained).isCloseTo(0.67, within(4 * Math.sqrt(0.67 * 0.33 / sessions.size())));
  }

  private static String issue(Session session) {
    return CHANGE.contact(session.contact()).reason().issue();
  }

  private static boolean hasAgents(Session session) {
    return CHANGE.contact(session.contact()).access().hasAgents();
  }

  @Test
  void theAssistantShortensTheTalkOfTheSameCall() {
    PlainQueue queue = new PlainQueue(400, 180, 120, 20);
    List<Leg> plain = legs(queue.scenario());
    List<Leg> helped = legs(queue.scenario(ASSIST));

    assertThat(helped).hasSameSizeAs(plain).hasSizeGreaterThan(300);
    Map<ContactId, Long> before = new HashMap<>();
    plain.forEach(leg -> before.put(leg.contact(), leg.parts().talk()));
    assertThat(helped)
        .allSatisfy(
            leg ->
                assertThat((double) leg.parts().talk())
                    .isCloseTo(0.75 * before.getOrDefault(leg.contact(), 0L), within(2.0)));
  }

  private static List<Leg> legs(Scenario scenario) {
    Recorded recorded = new Recorded();
    PlainQueue.run(scenario, 9, 1, recorded);
    return recorded.legs;
  }
}
