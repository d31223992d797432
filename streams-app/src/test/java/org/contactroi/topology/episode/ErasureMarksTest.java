package org.contactroi.topology.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.topology.stage.InboxTest;
import org.junit.jupiter.api.Test;

class ErasureMarksTest {

  private final KeyValueStore<String, byte[]> store = InboxTest.bytesStore("marks");

  @Test
  void aCustomerIsErasedWhenAllPartitionsHaveSaidSoAlsoAcrossARestart() {
    ErasureMarks before = new ErasureMarks(store, 3);
    assertThat(before.complete("c1", 2)).isFalse();
    assertThat(before.complete("c1", 2)).isFalse();
    assertThat(before.complete("c2", 1)).isFalse();
    assertThat(before.complete("c1", 0)).isFalse();

    ErasureMarks after = new ErasureMarks(store, 3);

    assertThat(after.complete("c1", 1)).isTrue();
    assertThat(store.get("c1")).isNull();
    assertThat(store.get("c2")).isNotNull();
  }
}
