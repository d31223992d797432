package org.contactroi.history;

import java.util.List;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.AssistUsed;
import org.contactroi.events.Author;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.OfferOutcome;
import org.contactroi.events.Participant;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.PendingOn;
import org.contactroi.events.PendingStarted;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SurveyKind;
import org.contactroi.events.SurveyOffered;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferRequested;
import org.jspecify.annotations.Nullable;

/** What bots, queues and agents do in a scene. */
record Service(Scene scene) {

  private static final List<Participant> BOTS =
      List.of(Participant.BOT, Participant.BOT, Participant.IVR);
  private static final List<Participant> OTHERS =
      List.of(Participant.SUPERVISOR, Participant.EXTERNAL, Participant.VOICEMAIL);
  private static final List<SegmentRole> BESIDE =
      List.of(SegmentRole.CONSULT, SegmentRole.MONITOR, SegmentRole.BARGE);

  /** The next thing that happens. */
  void next() {
    switch (dice().below(11)) {
      case 0, 1 -> bot();
      case 2, 3 -> queue();
      case 4, 5 -> agent();
      case 6 -> transfer();
      case 7 -> talk(null);
      case 8 -> handoff();
      case 9 -> waitForOthers();
      default -> scene.passHours(0, dice().pick(2, 2, 90, 90, 90, 20 * 24));
    }
  }

  private Dice dice() {
    return scene.dice();
  }

  private Payloads payloads() {
    return scene.payloads();
  }

  /** Legs of bots, which are one session. */
  private void bot() {
    for (int left = 1 + dice().below(2); left > 0; left--) {
      String leg = scene.newId("s");
      Participant participant = dice().pick(BOTS);
      scene.write(payloads().segmentStarted(leg, participant, SegmentRole.PRIMARY));
      talk(leg);
      scene.write(payloads().usage());
      scene.passSeconds(90);
      scene.write(payloads().segmentEnded(leg, participant));
    }
  }

  /** A bot that tries to get a person. */
  private void handoff() {
    bot();
    String transfer = scene.newId("t");
    scene.write(new TransferRequested(transfer, TransferKind.BOT_TO_HUMAN));
    scene.passSeconds(20);
    if (!dice().oneIn(3)) {
      scene.write(payloads().transferClosed(transfer, TransferKind.BOT_TO_HUMAN));
    }
  }

  /** Bots that nobody answers. */
  void greet() {
    for (int left = 1 + dice().below(2); left > 0; left--) {
      String leg = scene.newId("s");
      scene.write(payloads().segmentStarted(leg, dice().pick(BOTS), SegmentRole.PRIMARY));
      scene.write(payloads().message(leg, Author.BOT));
      scene.write(payloads().usage());
      scene.passSeconds(600);
      scene.write(payloads().greeted(leg));
    }
  }

  /** Messages, with or without a leg. */
  private void talk(@Nullable String leg) {
    for (int left = dice().below(4); left > 0; left--) {
      Author author = dice().pick(Author.CUSTOMER, Author.CUSTOMER, Author.BOT, Author.AGENT);
      scene.write(payloads().message(leg, author));
      scene.passSeconds(40);
    }
  }

  private void queue() {
    String visit = scene.newId("v");
    scene.write(payloads().entered(visit));
    scene.passSeconds(60);
    String taken = dice().oneIn(2) ? offer() : null;
    QueueOutcome outcome =
        dice().oneIn(2) ? QueueOutcome.ANSWERED : dice().pick(QueueOutcome.values());
    scene.write(payloads().exited(visit, outcome));
    if (taken != null && !dice().oneIn(4)) {
      agent(taken);
    }
  }

  /** Asks agents; the leg of one who takes it, if any does. */
  private @Nullable String offer() {
    String leg = scene.newId("s");
    OfferOutcome outcome = OfferOutcome.UNKNOWN;
    for (int left = 1 + dice().below(3); left > 0; left--) {
      String agent = dice().pick(scene.center().agents());
      outcome = dice().oneIn(3) ? OfferOutcome.ACCEPTED : dice().pick(OfferOutcome.values());
      if (!dice().oneIn(12)) {
        scene.write(new AgentOffered(leg, agent));
      }
      scene.passSeconds(10);
      if (!dice().oneIn(12)) {
        scene.write(new AgentOfferClosed(leg, agent, outcome));
      }
    }
    return outcome == OfferOutcome.ACCEPTED ? leg : null;
  }

  /** The case rests until somebody else has done something, or until nobody remembers it. */
  private void waitForOthers() {
    PendingOn on = dice().pick(PendingOn.values());
    scene.write(new PendingStarted(on));
    scene.passHours(0, dice().pick(1, 30, 24 * 5, 24 * 16));
    if (dice().oneIn(3)) {
      talk(null);
    }
    if (!dice().oneIn(6)) {
      scene.write(new PendingEnded(dice().oneIn(6) ? dice().pick(PendingOn.values()) : on));
    }
  }

  private void agent() {
    agent(scene.newId("s"));
  }

  private void agent(String leg) {
    Participant participant = dice().oneIn(6) ? dice().pick(OTHERS) : Participant.AGENT;
    SegmentRole role = dice().oneIn(6) ? dice().pick(BESIDE) : SegmentRole.PRIMARY;
    scene.write(payloads().segmentStarted(leg, participant, role));
    scene.passSeconds(400);
    hold(leg);
    talk(leg);
    if (dice().oneIn(4)) {
      beside();
    }
    scene.write(new AssistUsed("hint", dice().oneIn(2)));
    scene.passSeconds(400);
    if (dice().oneIn(12)) {
      // A hangup that nobody reported, or only after a silence.
      if (dice().oneIn(2)) {
        return;
      }
      scene.passHours(0, 100);
    }
    scene.write(payloads().segmentEnded(leg, dice().oneIn(3) ? participant : null));
    afterWork(leg);
  }

  private void hold(String leg) {
    for (int left = dice().below(3); left > 0; left--) {
      scene.write(new HoldStarted(leg));
      scene.passSeconds(60);
      scene.write(new HoldEnded(leg));
      scene.passSeconds(60);
    }
  }

  /** Somebody listens, or is asked, while the leg goes on. */
  private void beside() {
    String leg = scene.newId("s");
    scene.write(payloads().segmentStarted(leg, Participant.AGENT, dice().pick(BESIDE)));
    scene.passSeconds(100);
    scene.write(payloads().segmentEnded(leg, Participant.AGENT));
  }

  private void afterWork(String leg) {
    if (dice().oneIn(2)) {
      scene.write(new AfterWorkStarted(leg, null));
      scene.passSeconds(90);
      scene.write(new AfterWorkEnded(leg, "done"));
    }
  }

  private void transfer() {
    String transfer = scene.newId("t");
    scene.write(payloads().transferRequested(transfer));
    scene.passSeconds(20);
    scene.write(payloads().transferClosed(transfer));
  }

  /** What is said, sold and asked when the service is over, at once or days later. */
  void aftermath() {
    for (int left = dice().below(4); left > 0; left--) {
      scene.passSeconds(600);
      if (dice().oneIn(6)) {
        scene.passHours(1, 20 * 24);
      }
      String id = dice().pick("survey", "order", scene.newId("a"));
      scene.write(payloads().afterwards(id));
    }
  }

  /** Somebody finds out that it should not count, at once or days later. */
  void discard() {
    scene.passHours(0, dice().oneIn(3) ? 20 * 24 : 2);
    scene.write(payloads().discarded());
    if (dice().oneIn(3)) {
      scene.write(payloads().discarded());
    }
  }

  /** Somebody takes it up again after the end, at once or after a silence. */
  void reopen() {
    String survey = dice().oneIn(3) ? scene.newId("q") : null;
    String leg = dice().oneIn(2) ? scene.lastLeg() : null;
    if (survey != null && !dice().oneIn(3)) {
      scene.write(new SurveyOffered(survey, dice().pick(SurveyKind.values()), null));
    }
    takeUp();
    if (survey != null) {
      scene.passHours(0, dice().pick(1, 30));
      scene.write(payloads().answered(survey, leg));
    }
  }

  private void takeUp() {
    scene.passHours(0, dice().pick(1, 30, 30, 24 * 6, 24 * 18));
    switch (dice().below(6)) {
      case 0 -> scene.write(payloads().message(null, dice().pick(Author.values())));
      case 1 -> scene.write(payloads().ended());
      default -> scene.write(new InteractionReopened(dice().pick(ReopenedBy.values())));
    }
    next();
    if (dice().oneIn(2)) {
      scene.write(payloads().ended());
    }
  }
}
