package org.contactroi.roi.baseline;

import java.util.Map;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.rate.RateRow;
import org.jspecify.annotations.Nullable;

/**
 * What episodes that begin on one channel about one issue needed without the AI: what they used,
 * which is priced like what is used today, or an amount that prices do not change.
 *
 * @param channel name of the channel
 * @param issue one, or {@link RateRow#ANY} for those without a row of their own
 * @param usage per 1 000 episodes, in the unit of each resource
 * @param money per episode, in place of usage; null if usage is given
 * @param sample the episodes it was measured on
 */
public record BaselineRow(
    String channel,
    String issue,
    Map<UsageKey, Long> usage,
    @Nullable FrozenMoney money,
    Sample sample) {

  /** Usage is stated for as many episodes. */
  public static final long PER_EPISODES = 1_000;

  /** The most of a quantity. */
  public static final long LARGEST = 1_000_000_000_000L;

  /**
   * An amount per episode that no rate prices.
   *
   * @param micros millionths of a unit of the currency
   * @param currency ISO 4217
   */
  public record FrozenMoney(long micros, String currency) {

    public FrozenMoney {
      Stated.amount("money-micros", micros);
      Stated.currency(currency);
    }
  }

  /**
   * Sums over the episodes a row was measured on; what is not known is 0.
   *
   * @param episodes n
   * @param contacts inbound members
   * @param handledContacts inbound members with a handled leg
   * @param effortMs effort of all human legs of all members
   */
  public record Sample(long episodes, long contacts, long handledContacts, long effortMs) {

    public Sample {
      Stated.within("n", episodes, 0, Long.MAX_VALUE);
      Stated.within("contacts", contacts, 0, Long.MAX_VALUE);
      Stated.within("handled-contacts", handledContacts, 0, contacts);
      Stated.within("effort-ms", effortMs, 0, Long.MAX_VALUE);
    }

    /** Whether contacts per episode, handled share and effort per contact are all known. */
    public boolean isComplete() {
      return episodes > 0 && contacts > 0 && handledContacts > 0 && effortMs > 0;
    }
  }

  public BaselineRow {
    Stated.text("channel", channel);
    Stated.text("issue", issue);
    Stated.require(!channel.equals(RateRow.ANY), "channel", channel, "the name of one channel");
    Stated.require(
        usage.isEmpty() == (money != null), "usage", usage, "usage or money, and not both");
    usage = Map.copyOf(usage);
    usage.forEach(BaselineRow::requireQuantity);
  }

  /** The episodes it is for. */
  SavingCell cell() {
    return new SavingCell(channel, issue);
  }

  /** Whether it states money. */
  public boolean isFrozen() {
    return money != null;
  }

  private static void requireQuantity(UsageKey key, long quantity) {
    Stated.within("quantity of " + key.resource(), quantity, 1, LARGEST);
  }
}
