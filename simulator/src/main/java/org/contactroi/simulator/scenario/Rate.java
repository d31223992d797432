package org.contactroi.simulator.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What a resource costs.
 *
 * @param use what it is a price of
 * @param price of a unit
 * @param from first day it holds
 * @param to day from which it holds no more, null for never
 * @param utilisationBp of agents: share of a paid hour that handles contacts, basis points
 * @param note where the amount is from
 */
public record Rate(
    String id,
    Use use,
    Price price,
    int from,
    @Nullable Integer to,
    @Nullable Integer utilisationBp,
    String note) {

  /** Any key, any channel, any issue. */
  public static final String ANY = "*";

  /**
   * What is used.
   *
   * @param key grade, queue, bot or model; in a rate {@link #ANY} too
   * @param channel name of the channel; in a rate {@link #ANY} too
   */
  public record Use(Resource resource, String key, String channel) {

    /** Returns whether a rate for this is one for a use. */
    public boolean fits(Use used) {
      return resource == used.resource
          && (key.equals(ANY) || key.equals(used.key))
          && (channel.equals(ANY) || channel.equals(used.channel));
    }
  }

  /** Of what so much an amount is. */
  public enum Unit {
    HOUR(3_600_000),
    EACH(1),
    THOUSAND(1_000);

    private final long size;

    Unit(long size) {
      this.size = size;
    }

    /** Returns its size in milliseconds, or how many it is. */
    public long size() {
      return size;
    }
  }

  /** An amount for a unit. */
  public record Price(Money.Amount amount, Unit unit) {}
}
