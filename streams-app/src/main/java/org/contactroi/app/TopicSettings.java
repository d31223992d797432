package org.contactroi.app;

import org.contactroi.kpi.Family;

/**
 * Names and shape of the topics.
 *
 * @param prefix what every topic's name begins with, for instance {@code contact-roi.}
 * @param partitions of each topic that is created
 * @param replicationFactor of each topic that is created
 */
public record TopicSettings(String prefix, int partitions, short replicationFactor) {

  static TopicSettings from(Settings settings) {
    return new TopicSettings(
        settings.parse(
            Setting.TOPIC_PREFIX,
            "letters, digits, '.', '_' and '-', at most 200",
            text -> text,
            text -> text.matches("[a-zA-Z0-9._-]{0,200}")),
        settings.integer(Setting.TOPIC_PARTITIONS, 1, 10_000),
        (short) settings.integer(Setting.TOPIC_REPLICATION_FACTOR, 1, Short.MAX_VALUE));
  }

  /** Events of interactions, by interaction id. */
  public String interactionEvents() {
    return prefix + "interaction-events";
  }

  /** States of agents, by agent id. */
  public String agentEvents() {
    return prefix + "agent-events";
  }

  /** Status and erasure of customers, by customer key. */
  public String customerEvents() {
    return prefix + "customer-events";
  }

  /** Reference records, by {@code kind/tenant/id}. */
  public String reference() {
    return prefix + "reference";
  }

  /** The fact of each interaction, by {@code tenant/interaction}. */
  public String interactions() {
    return prefix + "interactions";
  }

  /** Episodes, by {@code tenant/episode}. */
  public String episodes() {
    return prefix + "episodes";
  }

  /** Totals, by {@code tenant/family/slice/value/window/start}. */
  public String totals() {
    return prefix + "totals";
  }

  /** KPI records of a family, by {@code tenant/slice/value/window/start}. */
  public String kpi(Family family) {
    return prefix + "kpi." + family.id();
  }

  /** Events that were decoded but not accepted, by event id. */
  public String rejects() {
    return prefix + "rejects";
  }

  /** Records that could not be decoded, as they came. */
  public String deadLetters() {
    return prefix + "dead-letters";
  }
}
