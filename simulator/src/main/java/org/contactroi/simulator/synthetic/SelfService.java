package org.contactroi.simulator.synthetic;

import java.util.List;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Author;
import org.contactroi.events.BotReport;
import org.contactroi.events.Confirmation;
import org.contactroi.events.EndedBy;
import org.contactroi.events.MessageSent;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.events.TransferRequested;
import org.jspecify.annotations.Nullable;

/** The first leg: a chat bot, a voice bot or a plain IVR that answers, hands off or is left. */
final class SelfService {

  private static final List<String> BOT_VERSIONS =
      List.of("assistant-1.4", "assistant-1.5", "assistant-1.5");
  private static final List<String> HANDOFF_REASONS =
      List.of("customer-request", "not-understood", "policy");
  private static final String MODEL = "chat-model-small";
  private static final double VOICE_BOT_SHARE = 0.4;
  private static final long REPLY_MILLIS = 1_400;

  private final Scene scene;
  private final String leg;
  private final Participant participant;

  SelfService(Scene scene) {
    this.scene = scene;
    this.leg = scene.script().newId("bot");
    boolean isBot = !scene.contact().isVoice() || scene.dice().chance(VOICE_BOT_SHARE);
    this.participant = isBot ? Participant.BOT : Participant.IVR;
  }

  /** How the leg ended. */
  enum Ending {
    ANSWERED,
    LEFT,
    HANDED_OFF
  }

  /**
   * The end of the leg.
   *
   * @param ending how
   * @param millis when
   */
  record Result(Ending ending, long millis) {}

  /** Plays the leg from a time on. */
  Result play(long start) {
    Dice dice = scene.dice();
    boolean answered = dice.chance(scene.contact().issue().botAnswers());
    Ending ending = ending(answered);
    int turns = (int) dice.between(1, answered ? 4 : 6);
    scene.script().at(start, started());
    long end = start + talk(start, turns);
    scene.script().at(end, ended(ending, report(answered, ending, turns)));
    if (ending == Ending.HANDED_OFF) {
      handOff(end);
    }
    return new Result(ending, end);
  }

  private Ending ending(boolean answered) {
    if (scene.dice().chance(answered ? 0.12 : 0.88)) {
      return Ending.HANDED_OFF;
    }
    return answered ? Ending.ANSWERED : Ending.LEFT;
  }

  private SegmentStarted started() {
    boolean isBot = participant == Participant.BOT;
    String version = isBot ? scene.dice().pick(BOT_VERSIONS) : null;
    String id = isBot ? "assistant" : "main-menu";
    return new SegmentStarted(leg, participant, id, SegmentRole.PRIMARY, null, null, version, 1);
  }

  /** Plays the turns and returns how long they took. */
  private long talk(long start, int turns) {
    long passed = scene.betweenSeconds(2, 5);
    if (!scene.contact().isVoice()) {
      message(start + REPLY_MILLIS, Author.BOT, true);
    }
    for (int turn = 0; turn < turns; turn++) {
      passed += scene.lognormalSeconds(8, 0.6);
      turn(start + passed);
      passed += REPLY_MILLIS;
    }
    return passed + scene.betweenSeconds(1, 6);
  }

  private void turn(long asked) {
    if (!scene.contact().isVoice()) {
      message(asked, Author.CUSTOMER, false);
      message(asked + REPLY_MILLIS, Author.BOT, false);
    }
    if (participant == Participant.BOT) {
      Dice dice = scene.dice();
      long audio = scene.contact().isVoice() ? dice.between(2_000, 9_000) : 0;
      long input = dice.between(300, 1_800);
      long output = dice.between(30, 260);
      scene.script().at(asked + REPLY_MILLIS, new AiUsageRecorded(MODEL, input, output, audio));
    }
  }

  private void message(long millis, Author author, boolean isAutomatic) {
    scene.script().at(millis, new MessageSent(leg, author, true, isAutomatic));
  }

  private BotReport report(boolean answered, Ending ending, int turns) {
    Dice dice = scene.dice();
    boolean fulfilled = answered && ending == Ending.ANSWERED && dice.chance(0.5);
    String reason = ending == Ending.HANDED_OFF ? dice.pick(HANDOFF_REASONS) : null;
    return new BotReport(
        true, answered, fulfilled, confirmation(answered, ending), turns, reason, intent());
  }

  private Confirmation confirmation(boolean answered, Ending ending) {
    if (answered && ending == Ending.ANSWERED && scene.dice().chance(0.3)) {
      return Confirmation.POSITIVE;
    }
    return !answered && scene.dice().chance(0.15) ? Confirmation.NEGATIVE : Confirmation.NONE;
  }

  private @Nullable String intent() {
    return participant == Participant.BOT ? scene.contact().issue().key() : null;
  }

  private SegmentEnded ended(Ending ending, BotReport report) {
    EndedBy endedBy = ending == Ending.HANDED_OFF ? EndedBy.BOT : EndedBy.CUSTOMER;
    return new SegmentEnded(leg, participant, SegmentRole.PRIMARY, null, endedBy, null, report);
  }

  private void handOff(long millis) {
    String transfer = scene.script().newId("transfer");
    scene.script().at(millis, new TransferRequested(transfer, TransferKind.BOT_TO_HUMAN));
    scene
        .script()
        .at(
            millis,
            new TransferClosed(transfer, TransferKind.BOT_TO_HUMAN, TransferOutcome.COMPLETED));
  }
}
