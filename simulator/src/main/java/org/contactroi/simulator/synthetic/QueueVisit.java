package org.contactroi.simulator.synthetic;

import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.OfferOutcome;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.jspecify.annotations.Nullable;

/** A stay in a queue, until an agent accepts or patience ends. */
final class QueueVisit {

  private static final double AT_ONCE_SHARE = 0.45;
  private static final double MEAN_WAIT_SECONDS = 45;
  private static final double MEAN_PATIENCE_SECONDS = 240;
  private static final double REFUSED_OFFER_SHARE = 0.05;
  private static final long LONGEST_RING = 4_000;
  private static final long TEN_MINUTES = 600_000;
  private static final long WAVE_EVERY = 7;

  private final Scene scene;

  QueueVisit(Scene scene) {
    this.scene = scene;
  }

  /**
   * The end of a visit.
   *
   * @param millis when
   * @param answeredBy the agent who accepted, null if the customer gave up
   * @param leg id of the leg to come
   * @param ringMillis how long the accepted offer rang
   */
  record Result(long millis, Agents.@Nullable Agent answeredBy, String leg, long ringMillis) {}

  /** Plays a visit from a time on. */
  Result play(long start, String queue) {
    Script script = scene.script();
    String visit = script.newId("visit");
    String leg = script.newId("leg");
    int priority = scene.dice().chance(0.1) ? 2 : 1;
    script.at(start, new QueueEntered(visit, queue, priority));
    long wait = waiting(start);
    long patience = scene.exponentialSeconds(MEAN_PATIENCE_SECONDS);
    if (patience < wait) {
      long end = start + patience;
      script.at(end, new QueueExited(visit, QueueOutcome.ABANDONED, patience));
      return new Result(end, null, leg, 0);
    }
    long end = start + wait;
    long ring = Math.min(wait, scene.dice().between(1_000, LONGEST_RING));
    Result answered = offer(end - ring, end, queue, leg);
    script.at(end, new QueueExited(visit, QueueOutcome.ANSWERED, wait));
    return answered;
  }

  /** Waiting comes in waves: in ten minutes of every seventy the center is short of people. */
  private long waiting(long start) {
    boolean isWave = start / TEN_MINUTES % WAVE_EVERY == 0;
    if (!isWave && scene.dice().chance(AT_ONCE_SHARE)) {
      return scene.betweenSeconds(1, 3);
    }
    return scene.exponentialSeconds(isWave ? 3 * MEAN_WAIT_SECONDS : MEAN_WAIT_SECONDS);
  }

  private Result offer(long offered, long accepted, String queue, String leg) {
    Script script = scene.script();
    long middle = (offered + accepted) / 2;
    long begin = offered;
    if (scene.dice().chance(REFUSED_OFFER_SHARE)) {
      String other = Agents.of(queue, scene.dice()).id();
      script.at(offered, new AgentOffered(leg, other));
      script.at(middle, new AgentOfferClosed(leg, other, OfferOutcome.REJECTED));
      begin = middle;
    }
    Agents.Agent agent = Agents.of(queue, scene.dice());
    script.at(begin, new AgentOffered(leg, agent.id()));
    script.at(accepted, new AgentOfferClosed(leg, agent.id(), OfferOutcome.ACCEPTED));
    return new Result(accepted, agent, leg, accepted - begin);
  }
}
