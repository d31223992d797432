package org.contactroi.simulator.scenario;

import java.util.List;

/**
 * What a center offers.
 *
 * @param issues what customers come for
 * @param bots who meets them first, in this order
 * @param flags what agents say about resolution
 */
public record Service(
    List<Medium> media, List<Issue> issues, List<Queue> queues, List<Bot> bots, Flags flags) {

  public Service {
    media = List.copyOf(media);
    issues = List.copyOf(issues);
    queues = List.copyOf(queues);
    bots = List.copyOf(bots);
  }

  /**
   * The agent's word on whether the issue is resolved.
   *
   * @param share how often it is given
   * @param right how often it is right
   */
  public record Flags(double share, double right) {}
}
