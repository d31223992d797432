package org.contactroi.catalog;

import java.time.Instant;
import org.contactroi.interaction.Resource;
import org.contactroi.reference.FxRateRecord;
import org.contactroi.reference.RateRecord;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.rate.RateUnit;

/** Rates and exchange rates as the topic holds them. */
final class MoneyRecords {

  private MoneyRecords() {}

  static FxRateRecord toAvro(FxRate rate) {
    return new FxRateRecord(rate.from(), rate.to(), rate.day(), rate.nanos());
  }

  /**
   * An exchange rate.
   *
   * @throws IllegalArgumentException when a value is none of those allowed
   */
  static FxRate toDomain(FxRateRecord rate) {
    return new FxRate(rate.getFromCurrency(), rate.getToCurrency(), rate.getDay(), rate.getNanos());
  }

  static RateRecord toAvro(RateRow row) {
    return RateRecord.newBuilder()
        .setRateId(row.id())
        .setResource(row.resource().name())
        .setKey(row.key())
        .setChannel(row.channel())
        .setUnit(org.contactroi.reference.RateUnit.valueOf(row.unit().name()))
        .setAmountMicros(row.amountMicros())
        .setCurrency(row.currency())
        .setValidFrom(Instant.ofEpochMilli(row.validFrom()))
        .setValidTo(row.validTo() == null ? null : Instant.ofEpochMilli(row.validTo()))
        .setUtilisationBp(row.utilisationBp())
        .setSourceNote(row.sourceNote())
        .build();
  }

  /**
   * A row of a rate card.
   *
   * @throws IllegalArgumentException when a value is none of those allowed
   */
  static RateRow toDomain(RateRecord row) {
    Instant validTo = row.getValidTo();
    return new RateRow(
        row.getRateId(),
        Resource.valueOf(row.getResource()),
        row.getKey(),
        row.getChannel(),
        RateUnit.valueOf(row.getUnit().name()),
        row.getAmountMicros(),
        row.getCurrency(),
        row.getValidFrom().toEpochMilli(),
        validTo == null ? null : (Long) validTo.toEpochMilli(),
        row.getUtilisationBp(),
        row.getSourceNote());
  }
}
