package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Resolution;
import org.contactroi.interaction.Response;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.EndedBy;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.PendingOn;
import org.contactroi.interaction.event.ResolutionSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whether and when a contact is resolved, and how long its customer waits for replies. */
class ResolutionTest {

  private static final Event CHAT = at(0, started(Channel.CHAT, Direction.INBOUND));

  private static Payload asserts(boolean resolved) {
    return new Payload.ResolutionAsserted(ResolutionSource.CASE, resolved, null);
  }

  /** The time to the resolution of an interaction that is resolved. */
  static Response time(Interaction interaction) {
    return Objects.requireNonNull(interaction.resolution().time());
  }

  private static Resolution of(Event... events) {
    Event[] all = Arrays.copyOf(events, events.length + 1);
    all[events.length] = CHAT;
    return fold(all).resolution();
  }

  private static Response seconds(long seconds) {
    return new Response(seconds * 1_000, seconds * 1_000);
  }

  @ParameterizedTest
  @EnumSource(
      value = EndedBy.class,
      names = {"CUSTOMER", "AGENT", "BOT"})
  void whatIsHandledIsResolvedWhenPeopleOrBotsEndIt(EndedBy by) {
    assertThat(of(at(5, agent("a")), at(60, new Payload.Ended(by))).time()).isEqualTo(seconds(60));
  }

  @ParameterizedTest
  @EnumSource(
      value = EndedBy.class,
      mode = Mode.EXCLUDE,
      names = {"CUSTOMER", "AGENT", "BOT"})
  void whatATimerOrASystemEndsHasEndedAndIsNotResolved(EndedBy by) {
    Resolution resolution = of(at(5, agent("a")), at(60, new Payload.Ended(by)));

    assertThat(resolution.ended()).isTrue();
    assertThat(resolution.time()).isNull();
  }

  @Test
  void whatNobodyHandledIsNotResolvedByItsEnd() {
    assertThat(of(at(60, new Payload.Ended(EndedBy.CUSTOMER))).time()).isNull();
  }

  @Test
  void anInferredEndIsNoneUnlessResolutionIsAsserted() {
    assertThat(of(at(5, agent("a")), at(60, ends("a"))).ended()).isFalse();

    Resolution asserted = of(at(5, agent("a")), at(60, ends("a")), at(90, asserts(true)));
    assertThat(asserted.ended()).isTrue();
    assertThat(asserted.time()).isEqualTo(seconds(90));
  }

  @Test
  void theLastAssertionOutweighsTheEnd() {
    assertThat(of(at(5, agent("a")), at(60, ended()), at(90, asserts(true))).time())
        .isEqualTo(seconds(90));
    assertThat(of(at(5, agent("a")), at(50, asserts(true)), at(60, asserts(true)), at(70, ended())))
        .extracting(Resolution::time)
        .isEqualTo(seconds(60));
    assertThat(
            of(at(5, agent("a")), at(50, asserts(true)), at(55, asserts(false)), at(60, ended())))
        .extracting(Resolution::time)
        .isNull();
  }

  @Test
  void aReopeningByTheCustomerBeginsAnewAndWhatWasSaidBeforeItIsOver() {
    Event handled = at(5, agent("a"));
    Event said = at(50, asserts(true));
    Event back = at(100, reopened());

    assertThat(of(handled, said, back, at(130, ended())).time()).as("nothing handled").isNull();
    assertThat(of(handled, said, back, at(110, agent("b")), at(130, ended())).time())
        .isEqualTo(seconds(30));
  }

  @Test
  void outboundInteractionsHaveNoResolution() {
    Interaction call =
        fold(at(0, started(Channel.CHAT, Direction.OUTBOUND)), at(5, agent("a")), at(60, ended()));

    assertThat(call.resolution()).isEqualTo(Resolution.NONE);
  }

  @Test
  void resolutionTimeHasAPartInBusinessTimeWhichPendingLeavesToo() {
    Rules rules =
        new Rules(
            RULES.version(),
            RULES.gaps(),
            RULES.answerThreshold(),
            RULES.shortAbandon(),
            new OpenUntil(utc(50)));
    Event onCustomer = at(10, new Payload.PendingStarted(PendingOn.CUSTOMER));
    Event back = at(30, new Payload.PendingEnded(PendingOn.CUSTOMER));
    List<Event> events = List.of(CHAT, at(5, agent("a")), onCustomer, back, at(60, ended()));

    assertThat(time(InteractionFold.fold("acme", "i1", events, at -> rules).interactions().get(0)))
        .isEqualTo(new Response(40_000, 30_000));
  }

  @Test
  void aReplyIsTimedFromTheFirstMessageThatNobodyAnswered() {
    assertThat(
            of(
                    at(1, message(Author.CUSTOMER)),
                    at(5, message(Author.CUSTOMER)),
                    at(11, message(Author.AGENT)),
                    at(12, message(Author.AGENT)),
                    at(20, message(Author.CUSTOMER)),
                    at(23, message(Author.AGENT)))
                .replies())
        .containsExactly(10_000L, 3_000L);
  }

  @Test
  void aBotsAnswerEndsTheWaitingAndIsNoReply() {
    assertThat(
            of(
                    at(1, message(Author.CUSTOMER)),
                    at(2, message(Author.BOT)),
                    at(30, message(Author.AGENT)))
                .replies())
        .isEmpty();
  }

  @Test
  void privateAutomaticAndSystemsMessagesAreNoReply() {
    assertThat(
            of(
                    at(1, message(Author.CUSTOMER)),
                    at(2, new Payload.MessageSent(null, Author.AGENT, false, false)),
                    at(3, new Payload.MessageSent(null, Author.AGENT, true, true)),
                    at(4, message(Author.SYSTEM)),
                    at(9, message(Author.AGENT)))
                .replies())
        .containsExactly(8_000L);
  }
}
