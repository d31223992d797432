package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import org.contactroi.interaction.FirstResponses;
import org.contactroi.interaction.Response;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponseFoldTest {

  private static final Event CHAT = at(0, started(Channel.CHAT, Direction.INBOUND));

  @Test
  void inWritingItIsTheFirstMessageThatFollowsTheCustomersFirst() {
    FirstResponses first =
        responses(
            CHAT,
            at(1, message(Author.BOT)),
            at(2, message(Author.CUSTOMER)),
            at(3, message(Author.CUSTOMER)),
            at(5, message(Author.SYSTEM)),
            at(6, message(Author.AGENT)),
            at(9, message(Author.BOT)),
            at(11, message(Author.BOT)));

    assertThat(first).isEqualTo(waited(4_000L, 7_000L, 4_000L));
  }

  @Test
  void privateAndAutomaticMessagesAreNoResponse() {
    FirstResponses first =
        responses(
            CHAT,
            at(1, message(Author.CUSTOMER)),
            at(2, new Payload.MessageSent(null, Author.BOT, true, true)),
            at(3, new Payload.MessageSent(null, Author.AGENT, false, false)),
            at(8, message(Author.AGENT)));

    assertThat(first).isEqualTo(waited(7_000L, null, 7_000L));
  }

  @Test
  void withoutAQuestionOrAnAnswerThereIsNone() {
    assertThat(responses(CHAT, at(1, message(Author.AGENT)))).isEqualTo(FirstResponses.NONE);
    assertThat(responses(CHAT, at(1, message(Author.CUSTOMER)))).isEqualTo(FirstResponses.NONE);
  }

  @Test
  void theHumanResponseCountsFromTheLastEntryIntoAQueueAtOrBeforeIt() {
    FirstResponses first =
        responses(
            CHAT,
            at(1, message(Author.CUSTOMER)),
            at(2, entered("v", "q")),
            at(10, entered("w", "q")),
            at(30, message(Author.AGENT)),
            at(31, entered("x", "q")));

    assertThat(first).isEqualTo(waited(29_000L, null, 20_000L));
  }

  @Test
  void anEntryAtTheTimeOfTheResponseLeavesNoWait() {
    FirstResponses first =
        responses(
            CHAT,
            at(1, message(Author.CUSTOMER)),
            at(9, entered("v", "q")),
            at(9, message(Author.AGENT)));

    assertThat(first.human()).isEqualTo(new Response(0, 0));
  }

  @Test
  void onVoiceAndVideoItIsTheStartOfTheFirstBotOrHandledLeg() {
    for (Channel channel : new Channel[] {Channel.VOICE, Channel.VIDEO}) {
      FirstResponses first =
          responses(
              at(0, started(channel, Direction.INBOUND)),
              at(1, begins("i", Participant.IVR, Role.PRIMARY)),
              at(2, bot("b")),
              at(20, entered("v", "q")),
              at(30, begins("s", Participant.SUPERVISOR, Role.PRIMARY)),
              at(40, begins("c", Participant.AGENT, Role.CONSULT)),
              at(50, agent("a")));

      assertThat(first).as("%s", channel).isEqualTo(waited(2_000L, 2_000L, 30_000L));
    }
  }

  @Test
  void messagesAreNoResponseOnVoice() {
    assertThat(
            responses(
                at(0, started()), at(1, message(Author.CUSTOMER)), at(2, message(Author.BOT))))
        .isEqualTo(FirstResponses.NONE);
  }

  @Test
  void aLegBeforeTheStartIsAResponseWithoutWait() {
    assertThat(responses(at(5, started()), at(2, agent("a")), at(9, ends("a"))).human())
        .isEqualTo(new Response(0, 0));
  }

  /** Round the clock, so that all of it is business time. */
  private static FirstResponses waited(
      @Nullable Long any, @Nullable Long bot, @Nullable Long human) {
    return new FirstResponses(response(any), response(bot), response(human));
  }

  private static @Nullable Response response(@Nullable Long time) {
    return time == null ? null : new Response(time, time);
  }

  private static FirstResponses responses(Event... events) {
    return fold(events).firstResponses();
  }
}
