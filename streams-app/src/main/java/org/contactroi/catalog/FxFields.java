package org.contactroi.catalog;

import java.time.LocalDate;
import org.contactroi.reference.FxRateRecord;
import org.contactroi.roi.rate.FxRate;

/** The fields of an exchange rate. */
final class FxFields {

  static final FieldTable<FxRate> TABLE = new FieldTable<>(FxRateRecord::new);

  private static final Field<FxRate, String> FROM =
      TABLE.field("from", "from_currency", FieldType.CURRENCY, FxRate::from);
  private static final Field<FxRate, String> TO =
      TABLE.field("to", "to_currency", FieldType.CURRENCY.or("XTS"), FxRate::to);
  private static final Field<FxRate, LocalDate> DAY =
      TABLE.field("day", FieldType.DAY, FxRate::day);
  private static final Field<FxRate, Long> RATE =
      TABLE.field(
          "rate",
          "nanos",
          FieldType.decimal("a number above 0, at most %s", 1, FxRate.LARGEST, FxEntry.DECIMALS)
              .or(FxRate.NANOS),
          FxRate::nanos);

  private FxFields() {}

  static FxRate read(Given in) {
    String from = in.require(FROM);
    return new FxRate(
        from,
        in.require(
            TO,
            TO.type()
                .form()
                .where(to -> !to.equals(from), TO.type().form().allowed() + ", another than from")),
        in.require(DAY),
        in.require(RATE));
  }
}
