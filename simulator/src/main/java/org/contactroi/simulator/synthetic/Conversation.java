package org.contactroi.simulator.synthetic;

import java.util.List;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.AssistUsed;
import org.contactroi.events.Author;
import org.contactroi.events.EndedBy;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;

/** What happens while an agent talks or writes: holds, colleagues asked, messages, AI assist. */
final class Conversation {

  private static final List<String> ASSIST_FEATURES = List.of("suggested-reply", "summary");
  private static final String ASSIST_MODEL = "assist-model";
  private static final String SUPERVISOR = "supervisor-1";
  private static final double TALK_SPREAD = 0.7;
  private static final long MESSAGE_MILLIS = 25_000;

  private final Scene scene;

  Conversation(Scene scene) {
    this.scene = scene;
  }

  /**
   * How long it took; its length is the sum.
   *
   * @param talkMillis time not on hold
   * @param holdMillis time on hold
   */
  record Result(long talkMillis, long holdMillis) {}

  /**
   * Plays the conversation of a leg.
   *
   * @param isConsulting whether a colleague is asked while the customer is on hold
   */
  Result play(long start, String leg, boolean isConsulting) {
    long talk = scene.lognormalSeconds(scene.contact().issue().talkSeconds(), TALK_SPREAD);
    long beforeHold = talk * 2 / 5;
    long hold = isConsulting || isHeld() ? hold(start + beforeHold, leg) : 0;
    if (isConsulting) {
      colleague(start + beforeHold, start + beforeHold + hold, leg);
    }
    if (!scene.contact().isVoice()) {
      messages(start, start + talk + hold, leg);
    }
    assist(start + talk / 2 + hold);
    monitor(start, start + talk + hold);
    return new Result(talk, hold);
  }

  private boolean isHeld() {
    return scene.contact().isVoice() && scene.dice().chance(0.25);
  }

  private long hold(long start, String leg) {
    long length = scene.lognormalSeconds(35, 0.6);
    scene.script().at(start, new HoldStarted(leg));
    scene.script().at(start + length, new HoldEnded(leg));
    return length;
  }

  private void colleague(long start, long end, String leg) {
    Agents.Agent agent = Agents.of(scene.contact().issue().queue(), scene.dice());
    besideLeg(
        new SegmentStarted(
            leg + "-consult",
            Participant.AGENT,
            agent.id(),
            SegmentRole.CONSULT,
            null,
            agent.grade(),
            null,
            1),
        start,
        end);
  }

  private void monitor(long start, long end) {
    if (scene.dice().chance(0.01)) {
      besideLeg(
          new SegmentStarted(
              scene.script().newId("monitor"),
              Participant.SUPERVISOR,
              SUPERVISOR,
              SegmentRole.MONITOR,
              null,
              null,
              null,
              1),
          start,
          end);
    }
  }

  /** Writes a leg beside the customer's: its start as given and the end that belongs to it. */
  private void besideLeg(SegmentStarted started, long start, long end) {
    scene.script().at(start, started);
    scene
        .script()
        .at(
            end,
            new SegmentEnded(
                started.getSegmentId(),
                started.getParticipant(),
                started.getRole(),
                null,
                EndedBy.AGENT,
                null,
                null));
  }

  private void messages(long start, long end, String leg) {
    long millis = start + scene.betweenSeconds(2, 15);
    Author author = Author.AGENT;
    while (millis < end) {
      scene.script().at(millis, new MessageSent(leg, author, true, false));
      author = author == Author.AGENT ? Author.CUSTOMER : Author.AGENT;
      millis += 1_000 + scene.dice().exponential(MESSAGE_MILLIS);
    }
  }

  private void assist(long millis) {
    Dice dice = scene.dice();
    if (dice.chance(0.3)) {
      scene.script().at(millis, new AssistUsed(dice.pick(ASSIST_FEATURES), dice.chance(0.7)));
      long input = dice.between(800, 4_000);
      long output = dice.between(40, 400);
      scene.script().at(millis, new AiUsageRecorded(ASSIST_MODEL, input, output, 0L));
    }
  }
}
