package org.contactroi.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.contactroi.app.replay.AmountsDifference.Change;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowAmountsTest {

  private static WindowAmounts amounts(String currency, @Nullable Long human, @Nullable Long ai) {
    Map<String, @Nullable Long> micros = new HashMap<>();
    micros.put("human", human);
    micros.put("ai", ai);
    return new WindowAmounts(currency, micros);
  }

  @Test
  void whatIsOtherIsToldAndNothingElse() {
    assertThat(AmountsDifference.changes(amounts("EUR", 5L, 1L), amounts("EUR", 7L, 1L)))
        .containsExactly(new Change("human", 5L, 7L));
    assertThat(AmountsDifference.changes(amounts("EUR", 5L, null), amounts("EUR", 5L, 1L)))
        .containsExactly(new Change("ai", null, 1L));
    assertThat(AmountsDifference.changes(amounts("EUR", 5L, 1L), amounts("EUR", 5L, 1L))).isEmpty();
  }

  @Test
  void amountsOfTwoCurrenciesAreNotSubtracted() {
    assertThat(AmountsDifference.changes(amounts("EUR", 5L, 1L), amounts("USD", 5L, 1L)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList(
                new Change("human EUR", 5L, null),
                new Change("ai EUR", 1L, null),
                new Change("human USD", null, 5L),
                new Change("ai USD", null, 1L)));
  }

  @Test
  void aSumIsUndefinedWhereAPartIs() {
    WindowAmounts sum =
        amounts("EUR", 5L, null).plus(amounts("EUR", 6L, 2L)).plus(WindowAmounts.NONE);

    assertThat(sum.micros()).containsEntry("human", 11L).containsEntry("ai", null);
    assertThat(WindowAmounts.NONE.plus(sum)).isEqualTo(sum);
  }
}
