package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.contactroi.simulator.ledger.SurveyOffer;
import org.junit.jupiter.api.Test;

class CustomersTest {

  private static final int DAYS = 9;
  private static final Recorded SHOP = Recorded.of(Shop.withoutAi(DAYS));

  private static double error(double share, long sample) {
    return 4 * Math.sqrt(share * (1 - share) / sample);
  }

  /** Contacts of the first days, whose customers have had the time to come back. */
  private static List<ContactBegun> early() {
    long until = Shop.MONDAY.toEpochMilli() + 3 * 86_400_000L;
    return SHOP.contacts.stream()
        .filter(contact -> contact.at() < until && !contact.isTest())
        .filter(contact -> contact.reason().attempt() < 5)
        .toList();
  }

  private static double cameBack(boolean isResolved) {
    Set<String> continued = new HashSet<>();
    SHOP.contacts.forEach(contact -> continued.add("" + contact.reason().previous()));
    List<ContactBegun> contacts =
        early().stream().filter(contact -> ended(contact.contact()) == isResolved).toList();
    assertThat(contacts).hasSizeGreaterThan(1_000);
    return (double)
            contacts.stream().filter(c -> continued.contains(c.contact().interaction())).count()
        / contacts.size();
  }

  private static boolean ended(ContactId contact) {
    return Objects.requireNonNull(SHOP.ends.get(contact)).isResolved();
  }

  @Test
  void customersWhoWereNotHelpedComeBackMoreOften() {
    assertThat(cameBack(false)).isBetween(0.55, 0.75);
    assertThat(cameBack(true)).isBetween(0.01, 0.06);
  }

  @Test
  void nobodyTriesMoreOftenThanTheScenarioAllows() {
    assertThat(SHOP.contacts)
        .extracting(contact -> contact.reason().attempt())
        .contains(1, 2, 3)
        .allSatisfy(attempt -> assertThat(attempt).isLessThanOrEqualTo(6));
  }

  @Test
  void whoComesBackIsTheSameCustomerAboutTheSameIssue() {
    Map<String, ContactBegun> byId = new HashMap<>();
    SHOP.contacts.forEach(contact -> byId.put(contact.contact().interaction(), contact));

    assertThat(SHOP.contacts)
        .filteredOn(contact -> contact.reason().previous() != null)
        .isNotEmpty()
        .allSatisfy(
            contact -> {
              ContactBegun before = byId.get("" + contact.reason().previous());
              assertThat(before).isNotNull();
              assertThat(before.customer().number()).isEqualTo(contact.customer().number());
              assertThat(before.reason().issue()).isEqualTo(contact.reason().issue());
              assertThat(before.at()).isLessThan(contact.at());
            });
  }

  @Test
  void aCustomerHasOneKeyAndKeepsIt() {
    Map<Long, String> keys = new HashMap<>();
    for (ContactBegun contact : SHOP.contacts) {
      String key = contact.customer().key();
      if (key != null) {
        assertThat(keys.merge(contact.customer().number(), key, (one, other) -> one))
            .isEqualTo(key);
      }
    }

    assertThat(new HashSet<>(keys.values())).hasSameSizeAs(keys.keySet());
    assertThat(SHOP.contacts).anySatisfy(c -> assertThat(c.customer().key()).isNull());
  }

  @Test
  void thirtyOnePercentAnswerASurveyAndDoSoWithinFiveMinutes() {
    double answered = (double) SHOP.answers.size() / SHOP.offers.size();
    assertThat(answered).isCloseTo(0.31, within(error(0.31, SHOP.offers.size())));

    Map<String, SurveyOffer> offers = new HashMap<>();
    SHOP.offers.forEach(offer -> offers.put(offer.contact() + offer.id(), offer));
    for (SurveyAnswer answer : SHOP.answers) {
      SurveyOffer offer = offers.get(answer.contact() + answer.id());
      assertThat(offer).isNotNull();
      assertThat(answer.at() - offer.at()).isBetween(1L, 300_000L);
      assertThat(answer.score().value()).isBetween(answer.score().min(), answer.score().max());
    }
  }
}
