package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;
import static org.contactroi.interaction.fold.Story.started;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.UsageLine;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.Role;
import org.junit.jupiter.api.Test;

class UsageFoldTest {

  @Test
  void everyInteractionUsesAContactOfItsQueue() {
    assertThat(usage(at(0, startedFor("sales", null)), at(1, message(Author.CUSTOMER))))
        .containsExactly(new UsageLine(Resource.CONTACT, "queue:sales", 1));
  }

  @Test
  void theEffortOfHumanLegsIsKeyedByGradeElseByTheLegsQueue() {
    List<UsageLine> usage =
        usage(
            at(0, started(Channel.CHAT, Direction.INBOUND)),
            at(0, agentOf("senior", "a")),
            at(60, ends("a")),
            at(60, agentIn("sales", "b")),
            at(90, ends("b")),
            at(90, begins("s", Participant.SUPERVISOR, Role.MONITOR)),
            at(95, ends("s")));

    assertThat(of(Resource.AGENT, usage))
        .containsExactly(
            new UsageLine(Resource.AGENT, "grade:senior", 60_000),
            new UsageLine(Resource.AGENT, "queue:sales", 35_000));
  }

  @Test
  void everyLegOnVoiceAndVideoUsesTelephonyAndNoneElsewhere() {
    for (Channel channel : Channel.values()) {
      List<UsageLine> usage =
          usage(
              at(0, started(channel, Direction.INBOUND)),
              at(0, bot("b")),
              at(20, ends("b")),
              at(20, agentIn("sales", "a")),
              at(60, ends("a")));
      boolean voice = channel == Channel.VOICE || channel == Channel.VIDEO;

      assertThat(of(Resource.TELEPHONY, usage))
          .as("%s", channel)
          .isEqualTo(
              voice
                  ? List.of(new UsageLine(Resource.TELEPHONY, "queue:sales", 60_000))
                  : List.of());
    }
  }

  @Test
  void aLegThatEndsBeforeItStartsUsesNoTelephony() {
    assertThat(of(Resource.TELEPHONY, usage(at(5, agent("a")), at(3, ends("a"))))).isEmpty();
  }

  @Test
  void sessionsAreKeyedByVersionElseByBotElseByNothingKnown() {
    List<UsageLine> usage =
        usage(
            at(0, botOf("7", "b")),
            at(1, entered("v", "q")),
            at(2, botBy("clerk", "c")),
            at(3, entered("w", "q")),
            at(4, bot("d")));

    assertThat(of(Resource.BOT_SESSION, usage))
        .containsExactly(
            new UsageLine(Resource.BOT_SESSION, "7", 1),
            new UsageLine(Resource.BOT_SESSION, "clerk", 1),
            new UsageLine(Resource.BOT_SESSION, "unknown", 1));
  }

  @Test
  void aBotsMessageIsOfTheBotWhoseSegmentItNames() {
    List<UsageLine> usage =
        usage(at(0, botOf("7", "b")), at(5, botOf("8", "c")), at(9, messageIn("b", Author.BOT)));

    assertThat(of(Resource.BOT_MESSAGE, usage))
        .containsExactly(new UsageLine(Resource.BOT_MESSAGE, "7", 1));
  }

  @Test
  void oneThatNamesNoBotsSegmentIsOfTheBotThatBeganLastBeforeIt() {
    List<UsageLine> usage =
        usage(
            at(0, message(Author.BOT)),
            at(1, botOf("7", "b")),
            at(1, message(Author.BOT)),
            at(2, agentOf("senior", "a")),
            at(3, messageIn("a", Author.BOT)),
            at(4, messageIn("nowhere", Author.BOT)),
            at(5, botBy("clerk", "c")),
            at(6, message(Author.BOT)));

    assertThat(of(Resource.BOT_MESSAGE, usage))
        .containsExactly(
            new UsageLine(Resource.BOT_MESSAGE, "7", 3),
            new UsageLine(Resource.BOT_MESSAGE, "clerk", 1),
            new UsageLine(Resource.BOT_MESSAGE, "unknown", 1));
  }

  @Test
  void messagesOfOthersAreNoneOfTheBots() {
    assertThat(of(Resource.BOT_MESSAGE, usage(at(0, bot("b")), at(1, message(Author.AGENT)))))
        .isEmpty();
  }

  @Test
  void tokensAndAudioAddUpByModelAndNothingUsedIsNoLine() {
    List<UsageLine> usage =
        usage(
            at(0, started()),
            at(1, new Payload.AiUsageRecorded("m", 10, 0, 3_000)),
            at(2, new Payload.AiUsageRecorded("m", 5, 0, 0)),
            at(3, new Payload.AiUsageRecorded("n", 1, 0, 0)));

    assertThat(usage)
        .containsExactly(
            new UsageLine(Resource.MODEL_INPUT_TOKEN, "m", 15),
            new UsageLine(Resource.MODEL_INPUT_TOKEN, "n", 1),
            new UsageLine(Resource.MODEL_AUDIO, "m", 3_000),
            new UsageLine(Resource.CONTACT, "queue:unknown", 1));
  }

  @Test
  void sixtyFourKeysOfAResourceAreKeptApartAndTheRestIsOther() {
    List<Event> events = new ArrayList<>();
    events.add(at(0, started()));
    for (int i = 0; i < 70; i++) {
      events.add(at(i, new Payload.AiUsageRecorded("m%02d".formatted(i), 1, 0, 0)));
    }
    Collections.reverse(events);

    List<UsageLine> tokens = of(Resource.MODEL_INPUT_TOKEN, usage(events.toArray(Event[]::new)));

    assertThat(tokens).hasSize(65);
    assertThat(tokens.get(63)).isEqualTo(new UsageLine(Resource.MODEL_INPUT_TOKEN, "m63", 1));
    assertThat(tokens.get(64)).isEqualTo(new UsageLine(Resource.MODEL_INPUT_TOKEN, "other", 6));
  }

  @Test
  void aKeyThatIsCalledOtherIsPartOfTheRest() {
    List<Event> events = new ArrayList<>();
    events.add(at(0, started()));
    events.add(at(0, new Payload.AiUsageRecorded("other", 100, 0, 0)));
    for (int i = 0; i < 64; i++) {
      events.add(at(i, new Payload.AiUsageRecorded("x%02d".formatted(i), 1, 0, 0)));
    }

    assertThat(of(Resource.MODEL_INPUT_TOKEN, usage(events.toArray(Event[]::new))))
        .hasSize(64)
        .startsWith(new UsageLine(Resource.MODEL_INPUT_TOKEN, "other", 101));
  }

  private static List<UsageLine> usage(Event... events) {
    return fold(events).usage();
  }

  private static List<UsageLine> of(Resource resource, List<UsageLine> usage) {
    return usage.stream().filter(line -> line.resource() == resource).toList();
  }
}
