package org.contactroi.topology.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

public class InboxTest {

  private KeyValueStore<String, byte[]> store;

  @BeforeEach
  void open() {
    store = bytesStore("inbox");
  }

  public static KeyValueStore<String, byte[]> bytesStore(String name) {
    KeyValueStore<String, byte[]> made =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    made.init(context.getStateStoreContext(), made);
    return made;
  }

  private Inbox<String> inbox() {
    return Inbox.open(store, entry -> new String(entry, UTF_8), value -> 1);
  }

  private static void add(Inbox<String> inbox, String key, String value) {
    inbox.add(key, value.getBytes(UTF_8), value);
  }

  private static Map<String, List<String>> drained(Inbox<String> inbox) {
    Map<String, List<String>> drained = new TreeMap<>();
    inbox.drain(
        0,
        (key, values) -> {
          drained.put(key, List.copyOf(values));
          return 1;
        });
    return drained;
  }

  @Test
  void whatWasNotDrainedIsThereAfterARestartInItsOrder() {
    Inbox<String> before = inbox();
    add(before, "a", "1");
    add(before, "b", "2");
    add(before, "a", "3");

    Inbox<String> after = inbox();

    assertThat(after.arrived()).isEqualTo(3);
    assertThat(drained(after)).isEqualTo(Map.of("a", List.of("1", "3"), "b", List.of("2")));
  }

  @Test
  void whatWasDrainedIsGoneFromMemoryAndStore() {
    Inbox<String> inbox = inbox();
    add(inbox, "a", "1");

    assertThat(drained(inbox)).containsOnlyKeys("a");

    assertThat(inbox.arrived()).isZero();
    assertThat(drained(inbox)).isEmpty();
    assertThat(drained(inbox())).isEmpty();
  }

  @Test
  void aBurstForOneKeyFillsSeveralRecordsAndKeepsItsOrder() {
    List<String> sent = new ArrayList<>();
    Inbox<String> before = inbox();
    for (int i = 0; i < 300; i++) {
      sent.add(i + " " + "x".repeat(1_000));
      add(before, "a", sent.get(i));
    }
    assertThat(store.approximateNumEntries()).isGreaterThan(10);

    Inbox<String> restored = inbox();
    sent.add("after the restart");
    add(restored, "a", "after the restart");

    assertThat(drained(restored)).isEqualTo(Map.of("a", sent));
    assertThat(drained(inbox())).isEmpty();
  }
}
