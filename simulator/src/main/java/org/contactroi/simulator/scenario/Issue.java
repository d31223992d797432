package org.contactroi.simulator.scenario;

import org.contactroi.events.Channel;
import org.contactroi.events.SaleKind;
import org.contactroi.simulator.random.Distribution;
import org.contactroi.simulator.random.Mix;
import org.jspecify.annotations.Nullable;

/**
 * What customers come for.
 *
 * @param weight how often it is the reason
 * @param channels by which channels; null where the tenant's mix holds
 * @param queue id of the queue for it
 * @param effort what it asks of agents
 * @param sale what is sold or paid back, null for nothing
 */
public record Issue(
    String key,
    double weight,
    @Nullable Mix<Channel> channels,
    String queue,
    Effort effort,
    @Nullable Sale sale) {

  /**
   * What an issue asks of agents.
   *
   * @param talk time to talk it through, without hold, ms
   * @param resolved share of contacts with an agent that resolve it
   * @param transfer handing over to others
   * @param consult asking a colleague while the customer is on hold
   */
  public record Effort(Distribution talk, double resolved, Transfer transfer, Occasional consult) {}

  /**
   * Handing over to others. What is neither blind nor warm goes through their queue.
   *
   * @param queue id of the queue of those who know better
   * @param blind share of the transfers that go to the queue unannounced
   * @param warm share of the transfers in which the colleague is spoken to first
   */
  public record Transfer(double share, String queue, double blind, double warm) {}

  /**
   * What is sold after a contact that went well.
   *
   * @param kind what kind of sale, or a refund
   * @param amount in units of the tenant's currency
   * @param margin share of the amount
   * @param returned sales that are paid back, and how long after
   */
  public record Sale(
      double share, SaleKind kind, Distribution amount, Distribution margin, Occasional returned) {}
}
