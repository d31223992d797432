package org.contactroi.simulator.scenario;

import org.contactroi.events.Channel;
import org.contactroi.simulator.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a center and what contacts are like there.
 *
 * @param intake who comes by it
 * @param work how agents work on it
 * @param surveyed share of contacts that are asked for an opinion
 */
public record Medium(Channel channel, Intake intake, Waiting waiting, Work work, double surveyed) {

  /** Returns how agents work on it. */
  public Mode mode() {
    return Mode.of(channel);
  }

  /**
   * Who comes by a channel.
   *
   * @param detail finer name of the channel, null without
   * @param weight how often it is chosen
   * @param identified share of contacts whose customer is known
   * @param issueKnown share of contacts whose issue is known at the start
   * @param queue id of the queue for all its contacts; null where that of the issue holds
   */
  public record Intake(
      @Nullable String detail,
      double weight,
      double identified,
      double issueKnown,
      @Nullable String queue) {}

  /**
   * How customers wait.
   *
   * @param patience how long until they give up, ms; null means for ever
   * @param ring how long an offer rings, ms
   * @param refused share of offers that the agent does not take
   */
  public record Waiting(@Nullable Distribution patience, Distribution ring, double refused) {}

  /**
   * How agents work.
   *
   * @param pace multiple of the issue's talk time
   * @param hold putting on hold
   * @param afterWork work after the contact
   * @param messageGap time from message to message, ms
   * @param reopened customers who write again after the end
   * @param reported share of legs for which the source reports the times it measured
   */
  public record Work(
      double pace,
      Occasional hold,
      Occasional afterWork,
      Distribution messageGap,
      Occasional reopened,
      double reported) {}
}
