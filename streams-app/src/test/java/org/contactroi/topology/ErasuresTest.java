package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ErasuresTest {

  private final KeyValueStore<String, byte[]> store = InboxTest.bytesStore("erasures");
  private final Erasures erasures = new Erasures(store);

  @Test
  void whatACustomerDidUpToTheErasureIsErasedAndWhatComesAfterIsNot() {
    erasures.addCustomer("shop", "c1", 1_000);

    assertThat(erasures.isErased("shop", "c1", 1_000)).isTrue();
    assertThat(erasures.isErased("shop", "c1", 1_001)).isFalse();
    assertThat(erasures.isErased("shop", "c2", 1_000)).isFalse();
    assertThat(erasures.isErased("bank", "c1", 1_000)).isFalse();
  }

  @Test
  void theLatestErasureCountsInWhateverOrderTheyCome() {
    erasures.addCustomer("shop", "c1", 2_000);
    erasures.addCustomer("shop", "c1", 1_000);

    assertThat(erasures.isErased("shop", "c1", 1_500)).isTrue();
  }

  @Test
  void erasuresSurviveARestartAndHoldNoCustomerKey() {
    erasures.addCustomer("shop", "c1-of-somebody", 1_000);
    erasures.addInteraction("shop", "i/1");

    Erasures after = new Erasures(store);

    assertThat(after.isErased("shop", "c1-of-somebody", 500)).isTrue();
    assertThat(after.isErased("shop", "i/1")).isTrue();
    assertThat(after.isErased("shop", "i")).isFalse();
    store.all().forEachRemaining(entry -> assertThat(entry.key).doesNotContain("somebody"));
  }
}
