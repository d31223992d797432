package org.contactroi.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.episode.Contact.DAY;
import static org.contactroi.episode.Contact.members;
import static org.contactroi.episode.Contact.onDay;

import java.util.List;
import org.junit.jupiter.api.Test;

/** On which days a customer gets in touch, and how often. */
class CustomerDayTest {

  private static List<CustomerDay> days(List<Member> members) {
    return CustomerDay.of(members, at -> Math.floorDiv(at - Contact.ZERO, DAY));
  }

  @Test
  void aCustomerCountsOnceADayWithAllInboundContactsAtTheFirstOfThem() {
    List<CustomerDay> days =
        days(members(onDay(1.5).about("q", "card"), onDay(0), onDay(1.2).about("q", "bill")));

    assertThat(days).extracting(CustomerDay::contacts).containsExactly(1L, 2L);
    assertThat(days).extracting(day -> day.first().issue()).containsExactly("i", "bill");
  }

  @Test
  void whatWeBeginAndWhatGoesOnWithAnotherAreNoContactsOfADay() {
    Contact first = onDay(0);

    assertThat(days(members(first, onDay(0.1).outbound(), onDay(0.2).goingOnWith(first))))
        .extracting(CustomerDay::contacts)
        .containsExactly(1L);
    assertThat(days(members(onDay(0).outbound()))).isEmpty();
  }
}
