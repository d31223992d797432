package org.contactroi.topic;

import org.contactroi.kpi.Family;

/**
 * Names of the topics.
 *
 * @param prefix what the names of outputs and reference begin with, for instance {@code
 *     contact-roi.}
 * @param inputPrefix the same of the events, and of what all runs over them share
 */
public record Topics(String prefix, String inputPrefix) {

  /** What a prefix may hold. */
  public static final String ALLOWED = "letters, digits, '.', '_' and '-', at most 200";

  public Topics {
    check(prefix);
    check(inputPrefix);
  }

  /** Of events and outputs that begin alike. */
  public Topics(String prefix) {
    this(prefix, prefix);
  }

  private static void check(String prefix) {
    if (!prefix.matches("[a-zA-Z0-9._-]{0,200}")) {
      throw new IllegalArgumentException(
          "topic prefix '%s' may hold %s".formatted(prefix, ALLOWED));
    }
  }

  /** Those of a replay of the same events. */
  public Topics ofReplay(String name) {
    return new Topics(prefix + "replay." + name + ".", inputPrefix);
  }

  /** Events of interactions, by interaction id. */
  public String interactionEvents() {
    return inputPrefix + "interaction-events";
  }

  /** States of agents, by agent id. */
  public String agentEvents() {
    return inputPrefix + "agent-events";
  }

  /** Status and erasure of customers, by customer key. */
  public String customerEvents() {
    return inputPrefix + "customer-events";
  }

  /** The replays of the events, by name. */
  public String runs() {
    return inputPrefix + "runs";
  }

  /** Reference records, by {@code kind/tenant/id}. */
  public String reference() {
    return prefix + "reference";
  }

  /** The fact of each interaction, by {@code tenant/interaction}. */
  public String interactions() {
    return prefix + "interactions";
  }

  /** Episodes, by {@code tenant/match/episode}. */
  public String episodes() {
    return prefix + "episodes";
  }

  /** Totals of minutes, hours and days, by {@code tenant/family/slice/value/window/start}. */
  public String totals() {
    return prefix + "totals";
  }

  /** KPI records of hours and days of a family, by {@code tenant/slice/value/window/start}. */
  public String kpi(Family family) {
    return prefix + "kpi." + family.id();
  }

  /** Statements of the return on an investment, by {@code tenant/scope/horizon/start}. */
  public String roi() {
    return prefix + "roi";
  }

  /** What is open now, by {@code tenant/slice/value}. */
  public String live() {
    return prefix + "live";
  }

  /** How far each tenant has come in event time, by tenant. */
  public String watermarks() {
    return prefix + "watermarks";
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
