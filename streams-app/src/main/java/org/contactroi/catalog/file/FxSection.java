package org.contactroi.catalog.file;

import java.util.List;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.FxEntry;
import org.contactroi.notation.Currencies;
import org.contactroi.notation.DecimalText;
import org.contactroi.roi.rate.FxRate;

/** Reads exchange rates. */
final class FxSection {

  static final String FROM = "from";
  static final String TO = "to";
  static final String DAY = "day";

  private static final String RATE = "rate";
  private static final List<String> KNOWN = List.of(Names.TENANT, FROM, TO, DAY, RATE);
  private static final String ALLOWED_TO = "an ISO 4217 code such as EUR, another than from";
  private static final String ALLOWED_RATE =
      "a number above 0, at most %s, with at most %d decimals"
          .formatted(DecimalText.of(FxRate.LARGEST, FxEntry.DECIMALS), FxEntry.DECIMALS);

  private FxSection() {}

  static CatalogEntry read(Fields fields) {
    fields.requireKnown(KNOWN);
    StatedFields stated = new StatedFields(fields);
    String from = stated.currency(FROM);
    return new FxEntry(
        Names.tenant(fields),
        new FxRate(
            from,
            fields.required(TO, ALLOWED_TO, text -> another(from, text), "XTS"),
            stated.day(DAY),
            fields.required(RATE, ALLOWED_RATE, FxSection::nanos, FxRate.NANOS)));
  }

  private static String another(String from, String text) {
    if (text.equals(from) || !Currencies.isKnown(text)) {
      throw new IllegalArgumentException(ALLOWED_TO);
    }
    return text;
  }

  private static long nanos(String text) {
    long nanos = DecimalText.parse(text, FxEntry.DECIMALS);
    if (nanos < 1 || nanos > FxRate.LARGEST) {
      throw new IllegalArgumentException(ALLOWED_RATE);
    }
    return nanos;
  }
}
