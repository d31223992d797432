package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import java.time.Instant;
import java.time.LocalDate;
import org.contactroi.events.Channel;
import org.contactroi.events.Confirmation;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.ResolutionSource;
import org.contactroi.oracle.History.Counted;
import org.contactroi.oracle.History.Told;
import org.contactroi.simulator.scenario.Policy;
import org.junit.jupiter.api.Test;

/** Episodes, the ladder of bots and savings. */
class EpisodesOracleTest {

  private final History history = new History(OraclePolicy.standard());

  private Told call(String id, long start, String customer) {
    return history.interaction(id).started(start, Channel.VOICE, customer);
  }

  private Counted containment() {
    return history.day("containment", 0);
  }

  @Test
  void contactAfterExactlyWJoinsAndOneMillisecondLaterBegins() {
    call("a1", 0, "ada").ended(MINUTE);
    call("a2", MINUTE + 7 * DAY, "ada").ended(MINUTE + 7 * DAY);
    call("b1", 0, "bob").ended(MINUTE);
    call("b2", MINUTE + 7 * DAY + 1, "bob").ended(8 * DAY);

    assertThat(history.sum("first-contact-resolution", "episodes")).isEqualTo(3);
    assertThat(history.sum("first-contact-resolution", "repeats")).isEqualTo(1);
  }

  @Test
  void sixtyDaysEndAnEpisodeEvenIfContactsOverlap() {
    for (long week = 0; week <= 9; week++) {
      call("w" + week, week * 7 * DAY, "ada").ended(week * 7 * DAY);
    }

    assertThat(history.day("first-contact-resolution", 0).of("identified_inbound")).isEqualTo(9);
    assertThat(history.day("first-contact-resolution", 63).of("episodes")).isEqualTo(1);
  }

  @Test
  void outboundContactExtendsAnEpisodeAndIsNoRepeat() {
    call("in", 0, "ada").agent("leg", "ann", 0, MINUTE).ended(MINUTE);
    history.interaction("out").outbound(5 * DAY, Channel.VOICE, "ada").ended(5 * DAY);
    call("back", 11 * DAY, "ada").ended(11 * DAY);

    Counted counted = history.day("first-contact-resolution", 0);

    assertThat(counted.of("identified_inbound")).isEqualTo(2);
    assertThat(counted.of("repeats")).isEqualTo(1);
    assertThat(counted.of("resolved_first_contact")).isZero();
    assertThat(counted.json("open_until"))
        .isEqualTo("[{utc_day:" + LocalDate.parse("2026-03-20").toEpochDay() + ",episodes:1}]");
  }

  @Test
  void interactionWithoutCustomerIsAnEpisodeOfItsOwn() {
    history.interaction("a").started(0, Channel.VOICE, null).agent("leg", "ann", 0, 1).ended(1);
    history.interaction("b").started(1, Channel.VOICE, null).ended(1);

    Counted counted = history.day("first-contact-resolution", 0);

    assertThat(counted.of("episodes")).isEqualTo(2);
    assertThat(counted.of("identified")).isZero();
    assertThat(counted.of("eligible")).isZero();
  }

  @Test
  void otherIssueIsAnotherEpisodeOfFirstContactResolutionButTheSameForBots() {
    issue("one", 0, "bill").bot("bot", 0, MINUTE, Legs.answered()).ended(MINUTE);
    issue("two", HOUR, "lost").bot("bot", HOUR, HOUR + MINUTE, Legs.answered()).ended(2 * HOUR);

    assertThat(history.day("first-contact-resolution", 0).of("resolved_first_contact"))
        .isEqualTo(2);
    assertThat(containment().of("failed_repeat")).isEqualTo(1);
    assertThat(containment().of("resolved_assumed")).isEqualTo(1);
  }

  private Told issue(String id, long start, String issue) {
    return history
        .interaction(id)
        .tell(
            start,
            InteractionStarted.newBuilder()
                .setChannel(Channel.CHAT)
                .setCustomerKey("ada")
                .setIssueKey(issue)
                .build());
  }

  @Test
  void episodeKeepsTheRulesOfItsFirstStart() {
    OraclePolicy wide = OraclePolicy.standard();
    Instant change = History.EPOCH.plusMillis(2 * DAY);
    OraclePolicy narrow =
        wide.since("narrow", change)
            .withEpisodes(new Policy.Episodes(DAY, Policy.Match.CUSTOMER, Policy.Match.ISSUE));
    History versions = new History(wide, narrow);
    for (int day : new int[] {0, 6, 14, 16}) {
      versions
          .interaction("call-" + day)
          .started(day * DAY, Channel.VOICE, "ada")
          .ended(day * DAY + SECOND);
    }

    assertThat(versions.day("first-contact-resolution", 0).of("identified_inbound")).isEqualTo(2);
    assertThat(versions.sum("first-contact-resolution", "episodes")).isEqualTo(3);
  }

  @Test
  void agentWhoLeftBeforeTheBotCameMakesNoHandoff() {
    call("call", 0, "ada")
        .agent("agent", "ann", 0, MINUTE)
        .bot("bot", MINUTE, 2 * MINUTE, Legs.answered())
        .ended(2 * MINUTE);

    assertThat(containment().of("handed_off")).isZero();
    assertThat(containment().of("resolved_assumed")).isEqualTo(1);
  }

  @Test
  void visitBetweenBotsMakesTwoSessionsAndHandsTheFirstOff() {
    call("call", 0, "ada")
        .bot("bot-1", 0, 10 * SECOND, Legs.answered())
        .tell(10 * SECOND, Legs.botStarted("ivr").setParticipant(Participant.IVR).build())
        .tell(20 * SECOND, Legs.ended("ivr").setBot(Legs.unanswered()).build())
        .visit("visit", "sales", 20 * SECOND, 30 * SECOND)
        .bot("bot-2", 30 * SECOND, MINUTE, Legs.report(true, true, Confirmation.NEGATIVE))
        .ended(MINUTE);

    assertThat(containment().of("sessions")).isEqualTo(2);
    assertThat(containment().of("handed_off")).isEqualTo(1);
    assertThat(containment().of("abandoned_unanswered")).isEqualTo(1);
    assertThat(containment().of("rejected_by_customer")).isEqualTo(1);
    assertThat(containment().of("involved")).isEqualTo(1);
    assertThat(history.day("volume", 0).of("bot_only")).isZero();
    assertThat(history.day("volume", 0).of("handled_by_none")).isEqualTo(1);
  }

  @Test
  void sessionsWithoutAWayToAHumanAreCountedApart() {
    history
        .interaction("chat")
        .tell(
            0,
            InteractionStarted.newBuilder()
                .setChannel(Channel.CHAT)
                .setEligibleForHandoff(false)
                .setEligibleForBot(false)
                .build())
        .bot("bot", 0, MINUTE, Legs.answered())
        .ended(MINUTE);

    assertThat(containment().of("sessions_without_handoff")).isEqualTo(1);
    assertThat(containment().of("sessions")).isZero();
    assertThat(containment().of("eligible")).isZero();
    assertThat(containment().of("involved")).isZero();
    assertThat(containment().json("open_until")).isEqualTo("[]");
  }

  @Test
  void lastFlagOfAnAgentCountsOncePerInteraction() {
    call("call", 0, "ada")
        .tell(1, new ResolutionAsserted(ResolutionSource.AGENT_FLAG, true, null))
        .tell(2, new ResolutionAsserted(ResolutionSource.AGENT_FLAG, false, null))
        .tell(3, new ResolutionAsserted(ResolutionSource.JUDGE, true, null))
        .ended(MINUTE);

    Counted counted = history.day("first-contact-resolution", 0);

    assertThat(counted.of("agent_flags")).isEqualTo(1);
    assertThat(counted.of("agent_flag_yes")).isZero();
  }

  @Test
  void savingSumsAllMembersUnderTheCellOfTheFirst() {
    history
        .interaction("chat")
        .started(0, Channel.CHAT, "ada")
        .bot("bot", 0, MINUTE, Legs.answered())
        .ended(MINUTE);
    call("call", 2 * DAY, "ada")
        .agent("leg", "ann", 2 * DAY, 2 * DAY + 6 * MINUTE)
        .ended(2 * DAY + 6 * MINUTE);
    history
        .interaction("out")
        .outbound(3 * DAY, Channel.VOICE, "ada")
        .agent("leg", "ann", 3 * DAY, 3 * DAY + MINUTE)
        .ended(3 * DAY + MINUTE);

    Counted counted = history.day("saving", 0);

    assertThat(counted.json("cells"))
        .isEqualTo(
            "[{channel:CHAT,issue:unknown,episodes:1,contacts:2,handled_contacts:1,"
                + "effort_ms:420000,resolved:1}]");
    assertThat(counted.json("usage"))
        .isEqualTo(
            "["
                + cell("AGENT", "queue:unknown", "VOICE", 420_000)
                + ","
                + cell("BOT_SESSION", "v1", "CHAT", 1)
                + ","
                + cell("CONTACT", "queue:unknown", "CHAT", 1)
                + ","
                + cell("CONTACT", "queue:unknown", "VOICE", 2)
                + ","
                + cell("TELEPHONY", "queue:unknown", "VOICE", 420_000)
                + "]");
  }

  private static String cell(String resource, String key, String channel, long quantity) {
    return "{channel:CHAT,issue:unknown,resource:%s,key:%s,usage_channel:%s,quantity:%d}"
        .formatted(resource, key, channel, quantity);
  }

  @Test
  void lastContactDecidesWhatIsResolvedIdentifiedOrNot() {
    history
        .interaction("anonymous")
        .started(0, Channel.CHAT, null)
        .bot("bot", 0, MINUTE, Legs.answered())
        .ended(MINUTE);
    history.interaction("unhandled").started(0, Channel.CHAT, null).ended(MINUTE);
    call("handled", 0, "ada").agent("leg", "ann", 0, MINUTE).ended(MINUTE);
    call("back", HOUR, "ada").ended(HOUR);

    assertThat(history.day("saving", 0).json("cells"))
        .contains("channel:CHAT,issue:unknown,episodes:2")
        .contains("effort_ms:0,resolved:1}")
        .contains("effort_ms:60000,resolved:0}");
    assertThat(history.day("first-contact-resolution", 0).of("eligible")).isEqualTo(1);
  }

  @Test
  void episodeThatBeginsOutboundSavesNothing() {
    history.interaction("out").outbound(0, Channel.VOICE, "ada").ended(MINUTE);
    call("in", HOUR, "ada").ended(HOUR);

    assertThat(history.day("saving", 0).isAbsent()).isTrue();
  }
}
