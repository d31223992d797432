package org.contactroi.simulator.synthetic;

import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.EndedBy;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.events.TransferRequested;
import org.jspecify.annotations.Nullable;

/** The agents' part: legs one after the other, with transfers between them. */
final class AgentService {

  private static final String OTHER_QUEUE = "technical";
  private static final double REPORTING_SHARE = 0.8;

  private final Scene scene;
  private final Conversation conversation;

  AgentService(Scene scene) {
    this.scene = scene;
    this.conversation = new Conversation(scene);
  }

  /** Who serves next, and on which leg. */
  private record Turn(String leg, Agents.Agent agent, String queue, long ringMillis) {}

  /**
   * Plays the queue and what follows from a time on; returns whether anyone served, and the end.
   */
  Result play(long start) {
    String queue = scene.contact().issue().queue();
    QueueVisit.Result visit = new QueueVisit(scene).play(start, queue);
    if (visit.answeredBy() == null) {
      return new Result(false, visit.millis());
    }
    Turn turn = new Turn(visit.leg(), visit.answeredBy(), queue, visit.ringMillis());
    return serve(visit.millis(), turn, true);
  }

  /**
   * The end of the agents' part.
   *
   * @param isServed whether the customer left an agent, not a queue
   * @param millis when
   */
  record Result(boolean isServed, long millis) {}

  private Result serve(long start, Turn turn, boolean mayTransfer) {
    TransferKind transfer = mayTransfer ? transfer() : null;
    boolean isConsulting = transfer == TransferKind.CONSULT;
    started(start, turn);
    Conversation.Result talk = conversation.play(start, turn.leg(), isConsulting);
    long end = start + talk.talkMillis() + talk.holdMillis();
    ended(end, turn, talk, transfer == null ? EndedBy.CUSTOMER : EndedBy.AGENT);
    return transfer == null ? new Result(true, end) : handOver(end, turn, transfer);
  }

  private @Nullable TransferKind transfer() {
    double draw = scene.dice().unit();
    if (draw < 0.04) {
      return TransferKind.QUEUE;
    }
    if (draw < 0.07) {
      return TransferKind.BLIND;
    }
    return draw < 0.10 ? TransferKind.CONSULT : null;
  }

  private void started(long start, Turn turn) {
    int concurrency = scene.contact().isVoice() ? 1 : (int) scene.dice().between(1, 3);
    Agents.Agent agent = turn.agent();
    scene
        .script()
        .at(
            start,
            new SegmentStarted(
                turn.leg(),
                Participant.AGENT,
                agent.id(),
                SegmentRole.PRIMARY,
                turn.queue(),
                agent.grade(),
                null,
                concurrency));
  }

  private void ended(long end, Turn turn, Conversation.Result talk, EndedBy endedBy) {
    long afterWork = afterWork(end, turn.leg());
    ReportedTimes reported =
        scene.dice().chance(REPORTING_SHARE)
            ? new ReportedTimes(
                talk.talkMillis(), talk.holdMillis(), afterWork, turn.ringMillis(), null, null)
            : null;
    scene
        .script()
        .at(
            end,
            new SegmentEnded(
                turn.leg(),
                Participant.AGENT,
                SegmentRole.PRIMARY,
                turn.queue(),
                endedBy,
                reported,
                null));
  }

  private long afterWork(long end, String leg) {
    boolean isVoice = scene.contact().isVoice();
    if (!scene.dice().chance(isVoice ? 0.85 : 0.4)) {
      return 0;
    }
    long length = scene.lognormalSeconds(isVoice ? 25 : 15, 0.7);
    scene.script().at(end, new AfterWorkStarted(leg, null));
    scene.script().at(end + length, new AfterWorkEnded(leg, scene.contact().issue().key()));
    return length;
  }

  private Result handOver(long end, Turn from, TransferKind kind) {
    Script script = scene.script();
    String transfer = script.newId("transfer");
    script.at(end, new TransferRequested(transfer, kind));
    script.at(end, new TransferClosed(transfer, kind, TransferOutcome.COMPLETED));
    if (kind == TransferKind.QUEUE) {
      QueueVisit.Result visit = new QueueVisit(scene).play(end, OTHER_QUEUE);
      return visit.answeredBy() == null
          ? new Result(false, visit.millis())
          : serve(
              visit.millis(),
              new Turn(visit.leg(), visit.answeredBy(), OTHER_QUEUE, visit.ringMillis()),
              false);
    }
    Agents.Agent colleague = Agents.of(from.queue(), scene.dice());
    return serve(end, new Turn(script.newId("leg"), colleague, from.queue(), 0), false);
  }
}
