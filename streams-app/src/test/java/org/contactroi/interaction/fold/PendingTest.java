package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import java.util.Arrays;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.PendingOn;
import org.junit.jupiter.api.Test;

/** What waits for somebody is not silent, and what waits for others costs the center no time. */
class PendingTest {

  private static final long G = 14 * DAY;

  private static Payload waits(PendingOn on) {
    return new Payload.PendingStarted(on);
  }

  private static Payload goesOn(PendingOn on) {
    return new Payload.PendingEnded(on);
  }

  /** Time to the resolution of a chat that an agent takes at once and ends after 100 s. */
  private static long seconds(Event... between) {
    Event[] all = Arrays.copyOf(between, between.length + 3);
    all[between.length] = at(0, started(Channel.CHAT, Direction.INBOUND));
    all[between.length + 1] = at(0, agent("a"));
    all[between.length + 2] = at(100, ended());
    return ResolutionTest.time(fold(all)).time() / 1_000;
  }

  @Test
  void waitsOnTheCustomerAndOnThirdPartiesLeaveTheTimeToResolution() {
    assertThat(seconds(at(10, waits(PendingOn.CUSTOMER)), at(40, goesOn(PendingOn.CUSTOMER))))
        .isEqualTo(70);
    assertThat(seconds(at(10, waits(PendingOn.THIRD_PARTY)), at(30, goesOn(PendingOn.THIRD_PARTY))))
        .isEqualTo(80);
  }

  @Test
  void waitsOnColleaguesAndOnNobodyKnowsWhomStayIn() {
    assertThat(seconds(at(10, waits(PendingOn.INTERNAL)), at(40, goesOn(PendingOn.INTERNAL))))
        .isEqualTo(100);
    assertThat(seconds(at(10, waits(PendingOn.UNKNOWN)), at(40, goesOn(PendingOn.UNKNOWN))))
        .isEqualTo(100);
  }

  @Test
  void waitsThatOverlapLeaveOnce() {
    assertThat(
            seconds(
                at(10, waits(PendingOn.CUSTOMER)),
                at(20, waits(PendingOn.THIRD_PARTY)),
                at(30, goesOn(PendingOn.CUSTOMER)),
                at(50, goesOn(PendingOn.THIRD_PARTY))))
        .isEqualTo(60);
  }

  @Test
  void aWaitBeginsOnceAndOnlyItsOwnEndEndsIt() {
    assertThat(
            seconds(
                at(10, waits(PendingOn.CUSTOMER)),
                at(20, waits(PendingOn.CUSTOMER)),
                at(30, goesOn(PendingOn.THIRD_PARTY)),
                at(40, goesOn(PendingOn.CUSTOMER)),
                at(60, goesOn(PendingOn.CUSTOMER))))
        .isEqualTo(70);
  }

  @Test
  void theEndOfTheInteractionEndsEveryWait() {
    assertThat(seconds(at(40, waits(PendingOn.CUSTOMER)))).isEqualTo(40);
    assertThat(seconds(at(40, waits(PendingOn.CUSTOMER)), at(130, agentFlag(true)))).isEqualTo(70);
  }

  @Test
  void noWaitLeavesAFirstResponse() {
    Interaction mail =
        fold(
            at(0, started(Channel.EMAIL, Direction.INBOUND)),
            at(0, message(Author.CUSTOMER)),
            at(10, waits(PendingOn.CUSTOMER)),
            at(40, goesOn(PendingOn.CUSTOMER)),
            at(60, message(Author.AGENT)));

    assertThat(mail.firstResponses().any()).extracting("time", "business").containsOnly(60_000L);
  }

  @Test
  void whatWaitsForSomebodyIsNotSilentUntilItGoesOn() {
    Event begun = at(0, started(Channel.CHAT, Direction.INBOUND));
    Event waiting = at(10, waits(PendingOn.CUSTOMER));
    Event later = at(5 * DAY, message(Author.CUSTOMER));

    assertThat(parts(begun, later)).hasSize(2);
    assertThat(parts(begun, waiting, later)).hasSize(1);
    assertThat(parts(begun, waiting, at(20, goesOn(PendingOn.CUSTOMER)), later)).hasSize(2);
    assertThat(parts(begun, waiting, at(20, goesOn(PendingOn.INTERNAL)), later)).hasSize(1);
    assertThat(parts(begun, waiting, at(20, ended()), later)).hasSize(2);
  }

  @Test
  void whatWaitsIsSilentAfterGAtLast() {
    Event[] waiting = {
      at(0, started(Channel.CHAT, Direction.INBOUND)), at(0, waits(PendingOn.INTERNAL))
    };

    assertThat(fold(waiting).end()).isEqualTo(utc(G));
    assertThat(parts(waiting[0], waiting[1], at(G, message(Author.CUSTOMER)))).hasSize(1);
    assertThat(parts(waiting[0], waiting[1], at(G + 1, message(Author.CUSTOMER)))).hasSize(2);
  }

  @Test
  void theBeginOfAWaitIsActivity() {
    Event begun = at(0, started(Channel.CHAT, Direction.INBOUND));

    assertThat(fold(begun, at(DAY, waits(PendingOn.INTERNAL)), at(DAY + 5, ended())).end())
        .isEqualTo(utc(DAY + 5));
  }

  @Test
  void aWaitAfterASilenceBeginsNothingAndKeepsThePartItBelongsTo() {
    Event begun = at(0, started(Channel.CHAT, Direction.INBOUND));
    Event late = at(2 * DAY, waits(PendingOn.INTERNAL));
    Event later = at(3 * DAY, message(Author.CUSTOMER));

    assertThat(fold(begun, late).start()).isEqualTo(utc(0));
    assertThat(parts(begun, later)).hasSize(2);
    assertThat(parts(begun, late, later)).hasSize(1);
  }
}
