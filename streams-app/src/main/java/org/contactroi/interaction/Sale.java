package org.contactroi.interaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.SaleKind;

/**
 * One sale, or the refund of one. Amounts are millionths of the currency's unit; those of a refund
 * are not positive.
 *
 * @param at when it was made, UTC ms
 * @param currency ISO 4217 code
 * @param marginMicros amount x margin share, half even
 */
public record Sale(
    long at,
    String orderId,
    SaleKind kind,
    String currency,
    Attribution attribution,
    long amountMicros,
    long marginMicros) {

  private static final int BASIS_POINT_DIGITS = 4;

  public static Sale of(Payload.SaleRecorded sale, long at) {
    long amount = sale.kind() == SaleKind.REFUND ? -sale.amountMicros() : sale.amountMicros();
    return new Sale(
        at,
        sale.orderId(),
        sale.kind(),
        sale.currency(),
        sale.attribution(),
        amount,
        margin(amount, sale.marginBasisPoints()));
  }

  /** Not a refund. */
  public boolean isGain() {
    return kind != SaleKind.REFUND;
  }

  private static long margin(long amount, int basisPoints) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(basisPoints))
        .movePointLeft(BASIS_POINT_DIGITS)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
