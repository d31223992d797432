package org.contactroi.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.contactroi.interaction.Resource;
import org.contactroi.roi.amount.Amount;

/** What has no price, as people read it. */
public final class UnpricedText {

  private static final int MS_DECIMALS = 3;
  private static final long HOUR_MS = 3_600_000;

  private UnpricedText() {}

  /** Such as model audio. */
  public static String resource(Amount.Unpriced missing) {
    return missing.resource().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** How much of it: time in hours or seconds, amounts in units of their currency, or a number. */
  public static String quantity(Amount.Unpriced missing) {
    Optional<Resource.Unit> unit =
        Arrays.stream(Resource.values())
            .filter(resource -> resource.name().equals(missing.resource()))
            .map(Resource::unit)
            .findFirst();
    return unit.map(of -> quantity(of, missing.quantity()))
        .orElseGet(() -> PageText.money(missing.quantity()));
  }

  private static String quantity(Resource.Unit unit, long quantity) {
    return switch (unit) {
      case COUNT -> PageText.count(quantity);
      case MILLISECONDS ->
          quantity < HOUR_MS
              ? PageText.exact(quantity, MS_DECIMALS) + " s"
              : PageText.hours(quantity) + " h";
    };
  }
}
