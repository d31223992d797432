package org.contactroi.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.notation.DecimalText;

/** The fields of a policy as people read them; files have them as the catalog writes them. */
final class PolicyText {

  private static final String CAPTION = "policy.";
  private static final String SHARE = "-bp";
  private static final int BP_DECIMALS = 2;
  private static final int MICRO_DECIMALS = 6;
  private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d)");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");
  private static final Map<String, String> UNITS =
      Map.of("ms", "millisecond", "s", "second", "m", "minute", "h", "hour", "d", "day");

  private final ZoneId zone;
  private final String currency;

  /** For a tenant's zone and currency. */
  PolicyText(ZoneId zone, String currency) {
    this.zone = zone;
    this.currency = currency;
  }

  /** What a field is called: that of a group, a channel for instance, ends its name. */
  static String name(String field) {
    int group = field.lastIndexOf('.');
    return Captions.find(CAPTION + field)
        .or(() -> Captions.find(CAPTION + field.substring(0, group + 1) + "*"))
        .map(caption -> caption.formatted(field.substring(group + 1)))
        .orElseGet(() -> field.replace('.', ' ').replace('-', ' '));
  }

  /** A value: shares in percent, durations in words, days and instants as on the whole page. */
  String value(String field, String text) {
    if (field.contains(SHARE)) {
      return PageText.exact(Long.parseLong(text), BP_DECIMALS) + "\u202F%";
    }
    if (field.equals(PolicyEntry.MONEY + ".customer-margin")) {
      return PageText.exact(DecimalText.parse(text, MICRO_DECIMALS), MICRO_DECIMALS)
          + "\u202F"
          + currency;
    }
    return duration(text).or(() -> moment(text)).orElse(text);
  }

  private static Optional<String> duration(String text) {
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return iso(text);
    }
    String unit = UNITS.getOrDefault(matcher.group(2), "");
    return Optional.of(matcher.group(1) + " " + unit + (matcher.group(1).equals("1") ? "" : "s"));
  }

  private static Optional<String> iso(String text) {
    return text.startsWith("PT")
        ? Optional.of(Duration.parse(text).toString().substring(2).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private Optional<String> moment(String text) {
    if (DAY.matcher(text).matches()) {
      return Optional.of(PageText.day(LocalDate.parse(text)));
    }
    return INSTANT.matcher(text).matches()
        ? Optional.of(PageText.instant(Instant.parse(text), zone))
        : Optional.empty();
  }
}
