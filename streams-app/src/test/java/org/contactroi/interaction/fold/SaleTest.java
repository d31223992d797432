package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;
import static org.contactroi.interaction.fold.Story.foldStarted;

import java.util.List;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Sale;
import org.contactroi.interaction.event.SaleKind;
import org.junit.jupiter.api.Test;

class SaleTest {

  @Test
  void everyEventIsASaleAtItsTimeAlsoOfOneOrder() {
    List<Sale> sales =
        fold(at(0, started()), at(9, sale(SaleKind.NEW, 100, 0)), at(7, sale(SaleKind.SAVE, 5, 0)))
            .sales();

    assertThat(sales).extracting(Sale::at).containsExactly(utc(7), utc(9));
    assertThat(sales).extracting(Sale::amountMicros).containsExactly(5L, 100L);
    assertThat(sales).extracting(Sale::orderId).containsExactly("o1", "o1");
  }

  @Test
  void aRefundSubtractsAmountAndMargin() {
    Sale refund = sold(SaleKind.REFUND, 2_000, 2_500);

    assertThat(refund.amountMicros()).isEqualTo(-2_000);
    assertThat(refund.marginMicros()).isEqualTo(-500);
    assertThat(refund.isGain()).isFalse();
  }

  @Test
  void theMarginIsRoundedHalfEvenSaleBySale() {
    assertThat(sold(SaleKind.NEW, 1, 5_000).marginMicros()).as("0.5").isZero();
    assertThat(sold(SaleKind.NEW, 3, 5_000).marginMicros()).as("1.5").isEqualTo(2);
    assertThat(sold(SaleKind.NEW, 3, -5_000).marginMicros()).as("-1.5").isEqualTo(-2);
    assertThat(sold(SaleKind.REFUND, 1, 5_000).marginMicros()).as("-0.5").isZero();
    assertThat(sold(SaleKind.NEW, 7, 3_333).marginMicros()).as("2.3331").isEqualTo(2);
  }

  @Test
  void theLargestAmountDoesNotOverflow() {
    long largest = 10_000_000_000_000_000L;

    assertThat(sold(SaleKind.NEW, largest, 10_000).marginMicros()).isEqualTo(largest);
    assertThat(sold(SaleKind.NEW, largest, -10_000).marginMicros()).isEqualTo(-largest);
  }

  @Test
  void aSaleMoreThanFourteenDaysAfterTheLastActivityIsAnOrphanAndNoSale() {
    Interaction call = fold(at(0, started()), at(14 * DAY, sale()), at(14 * DAY + 1, sale()));

    assertThat(call.sales()).extracting(Sale::at).containsExactly(utc(14 * DAY));
  }

  private static Sale sold(SaleKind kind, long amount, int margin) {
    return foldStarted(at(0, sale(kind, amount, margin))).sales().get(0);
  }
}
