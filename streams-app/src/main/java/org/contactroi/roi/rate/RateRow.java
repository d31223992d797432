package org.contactroi.roi.rate;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.amount.UsageKey;
import org.jspecify.annotations.Nullable;

/**
 * What a resource costs while the row is valid, [validFrom, validTo).
 *
 * @param id names the row among those of its tenant
 * @param key of the usage it prices, or {@link #ANY}
 * @param channel that uses it, or {@link #ANY}
 * @param unit what the amount is for; it fits the resource
 * @param amountMicros millionths of a unit of the currency
 * @param currency ISO 4217
 * @param validFrom UTC ms, the start of an hour of the tenant
 * @param validTo UTC ms; null for without end
 * @param utilisationBp of AGENT only: the share of a paid hour that handles contacts, so that an
 *     hour of effort costs amount x 10 000 / utilisation; null for all of it
 * @param sourceNote where the amount is from
 */
public record RateRow(
    String id,
    Resource resource,
    String key,
    String channel,
    RateUnit unit,
    long amountMicros,
    String currency,
    long validFrom,
    @Nullable Long validTo,
    @Nullable Integer utilisationBp,
    String sourceNote) {

  /** Stands for every key or every channel. */
  public static final String ANY = "*";

  public RateRow {
    Stated.text("id", id);
    Stated.text("key", key);
    Stated.text("channel", channel);
    Stated.require(unit.fits(resource), "unit", unit, units(resource) + " for " + resource);
    Stated.amount("amount-micros", amountMicros);
    Stated.currency(currency);
    requireTime(validFrom, validTo);
    requireUtilisation(resource, utilisationBp);
  }

  /** Units that fit a resource, to choose from. */
  public static String units(Resource resource) {
    return Stated.names(
        Arrays.stream(RateUnit.values()).filter(unit -> unit.fits(resource)).toList());
  }

  /** Whether it prices the use of the AI. */
  public boolean pricesAi() {
    return !UsageKey.HUMAN.contains(resource);
  }

  /** Whether it is valid at some time of [from, to), UTC ms. */
  public boolean isValidWithin(long from, long to) {
    return validFrom < to && (validTo == null || from < validTo);
  }

  /** Why it cannot be among the rates of a tenant with these hours; empty if it can. */
  public List<Refusal> refusals(TenantCalendar calendar) {
    long hour = calendar.hour(validFrom).start();
    return hour == validFrom
        ? List.of()
        : List.of(
            new Refusal(
                "valid-from",
                "is '%s'; allowed: the start of an hour of the tenant, such as %s"
                    .formatted(Instant.ofEpochMilli(validFrom), Instant.ofEpochMilli(hour))));
  }

  /** Whether it can price a usage, at whatever time. */
  boolean fits(UsageKey usage) {
    return resource == usage.resource()
        && (key.equals(ANY) || key.equals(usage.key()))
        && (channel.equals(ANY) || channel.equals(usage.channel()));
  }

  /** Whether it is valid at an instant, UTC ms. */
  boolean isValid(long instant) {
    return validFrom <= instant && (validTo == null || instant < validTo);
  }

  /** The share of a paid hour that handles contacts, basis points. */
  public int utilisation() {
    return utilisationBp == null ? Stated.WHOLE_BP : utilisationBp;
  }

  private static void requireTime(long validFrom, @Nullable Long validTo) {
    Stated.require(
        validTo == null || validFrom < validTo,
        "valid-to",
        validTo == null ? "" : Instant.ofEpochMilli(validTo),
        "an instant after valid-from, " + Instant.ofEpochMilli(validFrom));
  }

  private static void requireUtilisation(Resource resource, @Nullable Integer basisPoints) {
    if (basisPoints != null) {
      Stated.require(
          resource == Resource.AGENT, "utilisation-bp", basisPoints, "none for " + resource);
      Stated.within("utilisation-bp", basisPoints, 1, Stated.WHOLE_BP);
    }
  }
}
