package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgeingTest {

  private KeyValueStore<String, byte[]> store;
  private Ageing ageing;

  @BeforeEach
  void open() {
    store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("by-day"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    ageing = new Ageing(store);
  }

  @Test
  void stateIsTakenOnceItsLastDayHasPassed() {
    ageing.moved("shop/a", Long.MIN_VALUE, at("2026-03-01T23:59:59Z"));
    ageing.moved("shop/b", Long.MIN_VALUE, at("2026-03-02T00:00:00Z"));

    assertThat(ageing.takeBefore("shop", at("2026-03-01T12:00:00Z"))).isEmpty();
    assertThat(ageing.takeBefore("shop", at("2026-03-02T12:00:00Z"))).containsExactly("shop/a");
    assertThat(ageing.takeBefore("shop", at("2026-03-03T12:00:00Z"))).containsExactly("shop/b");
    assertThat(store.approximateNumEntries()).isZero();
  }

  @Test
  void stateThatMovedOnIsKeptUntilItsNewDay() {
    long first = at("2026-03-01T10:00:00Z");
    ageing.moved("shop/a", Long.MIN_VALUE, first);
    ageing.moved("shop/a", first, at("2026-03-09T10:00:00Z"));

    assertThat(ageing.takeBefore("shop", at("2026-03-05T00:00:00Z"))).isEmpty();
    assertThat(ageing.takeBefore("shop", at("2026-03-10T00:00:00Z"))).containsExactly("shop/a");
  }

  @Test
  void stateThatIsGoneIsNotTaken() {
    long time = at("2026-03-01T10:00:00Z");
    ageing.moved("shop/customer/k", Long.MIN_VALUE, time);
    ageing.moved("shop/customer/k", time, Long.MIN_VALUE);

    assertThat(ageing.takeBefore("shop", at("2026-04-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void otherTenantsAreLeftAlone() {
    ageing.moved("shop/a", Long.MIN_VALUE, at("2026-03-01T10:00:00Z"));
    ageing.moved("shop2/a", Long.MIN_VALUE, at("2026-03-01T10:00:00Z"));
    ageing.moved("shop%2F/customer/c", Long.MIN_VALUE, at("2026-03-01T10:00:00Z"));

    assertThat(ageing.takeBefore("shop", at("2026-04-01T00:00:00Z"))).containsExactly("shop/a");
    assertThat(ageing.takeBefore("shop/", at("2026-04-01T00:00:00Z")))
        .containsExactly("shop%2F/customer/c");
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
