package org.contactroi.topology.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.record.Customer;
import org.contactroi.topology.stage.Erasure;
import org.contactroi.topology.stage.InboxTest;
import org.junit.jupiter.api.Test;

class ErasuresTest {

  private final KeyValueStore<String, byte[]> store = InboxTest.bytesStore("erasures");
  private final Erasures erasures = new Erasures(store);

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }

  @Test
  void whatACustomerDidUpToTheErasureIsErasedAndWhatComesAfterIsNot() {
    erasures.add(new Erasure("shop", "c1", 1_000));

    assertThat(erasures.isErased("shop", "c1", 1_000)).isTrue();
    assertThat(erasures.isErased("shop", "c1", 1_001)).isFalse();
    assertThat(erasures.isErased("shop", "c2", 1_000)).isFalse();
    assertThat(erasures.isErased("shop", null, 1_000)).isFalse();
    assertThat(erasures.isErased("bank", "c1", 1_000)).isFalse();
  }

  @Test
  void aCustomerIsAnotherOneAfterEachErasure() {
    assertThat(erasures.customer("shop", "c1")).isEqualTo(Customer.neverErased("c1"));

    erasures.add(new Erasure("shop", "c1", 1_000));

    assertThat(erasures.customer("shop", "c1")).isEqualTo(new Customer("c1", 1_000));
    assertThat(erasures.customer("shop", "c2")).isEqualTo(Customer.neverErased("c2"));
  }

  @Test
  void erasuresSurviveARestartAndHoldNoCustomerKey() {
    erasures.add(new Erasure("shop", "c1-of-somebody", 1_000));
    erasures.addInteraction("shop/i%2F1");

    Erasures after = new Erasures(store);

    assertThat(after.isErased("shop", "c1-of-somebody", 500)).isTrue();
    assertThat(after.isErased("shop/i%2F1")).isTrue();
    assertThat(after.isErased("shop/i")).isFalse();
    assertThat(keys()).noneMatch(key -> key.contains("somebody"));
  }

  @Test
  void anInteractionIsForgottenAndItsCustomerIsNot() {
    erasures.add(new Erasure("shop", "c1", 1_000));
    erasures.addInteraction("shop/i");

    erasures.forgetInteraction("shop/i");

    assertThat(new Erasures(store).hasNoInteractions()).isTrue();
    assertThat(new Erasures(store).isErased("shop", "c1", 1_000)).isTrue();
  }
}
