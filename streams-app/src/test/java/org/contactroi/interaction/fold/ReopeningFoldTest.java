package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.agent;
import static org.contactroi.interaction.fold.Story.answered;
import static org.contactroi.interaction.fold.Story.at;
import static org.contactroi.interaction.fold.Story.bot;
import static org.contactroi.interaction.fold.Story.ended;
import static org.contactroi.interaction.fold.Story.ends;
import static org.contactroi.interaction.fold.Story.entered;
import static org.contactroi.interaction.fold.Story.fold;
import static org.contactroi.interaction.fold.Story.message;
import static org.contactroi.interaction.fold.Story.reopened;
import static org.contactroi.interaction.fold.Story.started;
import static org.contactroi.interaction.fold.Story.utc;

import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Response;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.ReopenedBy;
import org.junit.jupiter.api.Test;

/** Customers who come back to what was done for them. */
class ReopeningFoldTest {

  private static final long HOUR = 3_600;

  @Test
  void aReopeningAfterABotAnsweredIsARepeat() {
    Interaction chat =
        fold(
            at(0, started()),
            at(0, bot("b")),
            at(60, ends("b", answered())),
            at(60, ended()),
            at(HOUR, reopened()),
            at(2 * HOUR, agent("a")),
            at(3 * HOUR, ends("a")));

    assertThat(chat.repeats()).containsExactly(utc(HOUR));
    assertThat(chat.handledContacts()).isEqualTo(1);
    assertThat(chat.isHandledInTheEnd()).isTrue();
  }

  @Test
  void aReopeningOfWhatNobodyHandledIsNone() {
    Interaction chat = fold(at(0, started()), at(60, ended()), at(HOUR, reopened()));

    assertThat(chat.repeats()).isEmpty();
    assertThat(chat.reopenings()).hasSize(1);
  }

  @Test
  void whoStillWaitsInAQueueIsNotHandled() {
    Interaction chat =
        fold(
            at(0, started()),
            at(0, bot("b")),
            at(60, ends("b", answered())),
            at(70, entered("v", "q")),
            at(HOUR, reopened()));

    assertThat(chat.repeats()).isEmpty();
  }

  @Test
  void agentsAndSystemsWhoReopenAreNoCustomers() {
    for (ReopenedBy by : new ReopenedBy[] {ReopenedBy.AGENT, ReopenedBy.SYSTEM}) {
      Interaction chat =
          fold(
              at(0, started()),
              at(0, agent("a")),
              at(60, ends("a")),
              at(HOUR, new Payload.Reopened(by)));

      assertThat(chat.reopenings()).isEmpty();
    }
  }

  @Test
  void handledContactsAreThoseInWhichAHandledLegBegins() {
    Interaction chat =
        fold(
            at(0, started()),
            at(0, agent("a")),
            at(60, ends("a")),
            at(HOUR, reopened()),
            at(2 * HOUR, reopened()),
            at(3 * HOUR, agent("b")),
            at(3 * HOUR, agent("c")));

    assertThat(chat.repeats()).hasSize(2);
    assertThat(chat.handledContacts()).isEqualTo(2);
  }

  @Test
  void aReopeningSeparatesSessions() {
    Interaction chat =
        fold(
            at(0, started()),
            at(0, bot("b")),
            at(60, ends("b", answered())),
            at(HOUR, reopened()),
            at(HOUR, bot("c")),
            at(HOUR + 60, ends("c", answered())));

    assertThat(chat.sessions()).hasSize(2);
  }

  @Test
  void theHumanFirstResponseIsTimedFromTheReopening() {
    Interaction chat =
        fold(
            at(0, started(Channel.CHAT, Direction.INBOUND)),
            at(0, message(Author.CUSTOMER)),
            at(1, message(Author.BOT)),
            at(HOUR, reopened()),
            at(HOUR + 600, message(Author.AGENT)));

    assertThat(chat.firstResponses().human()).isEqualTo(new Response(600_000, 600_000));
  }
}
