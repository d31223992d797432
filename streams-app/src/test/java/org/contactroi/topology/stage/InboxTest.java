package org.contactroi.topology.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

public class InboxTest {

  /** Entries of state that waits half a second. */
  private static final int LARGE = 10_000;

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
    return Inbox.open(store, entry -> new String(entry, UTF_8));
  }

  private static void add(Inbox<String> inbox, String key, String value) {
    inbox.add(key, value.getBytes(UTF_8));
  }

  private static Map<String, List<String>> drained(Inbox<String> inbox) {
    return drained(inbox, 1);
  }

  /** What is worked on, after which the state of each key has so many entries. */
  private static Map<String, List<String>> drained(Inbox<String> inbox, int size) {
    Map<String, List<String>> drained = new TreeMap<>();
    inbox.drain(
        0,
        (key, values) -> {
          drained.put(key, List.copyOf(values));
          return size;
        });
    return drained;
  }

  @Test
  void aLongEntryCountsAsManyAlsoAfterACrash() {
    Inbox<String> inbox = Inbox.open(store, entry -> new String(entry, UTF_8), 4);
    add(inbox, "a", "1");
    drained(inbox, LARGE);

    add(inbox, "a", "123456789");
    assertThat(inbox.arrived()).isEqualTo(3);
    drained(inbox);

    assertThat(Inbox.open(store, entry -> new String(entry, UTF_8), 4).arrived()).isEqualTo(3);
  }

  /** An inbox whose keys have large state, so that what comes for them waits. */
  private Inbox<String> large(String... keys) {
    Inbox<String> inbox = inbox();
    for (String key : keys) {
      add(inbox, key, "first");
    }
    drained(inbox, LARGE);
    return inbox;
  }

  @Test
  void whatHasArrivedIsOnTheHeapOnlyAndWorkedOnAtOnce() {
    Inbox<String> inbox = inbox();
    add(inbox, "a", "1");
    add(inbox, "b", "2");
    add(inbox, "a", "3");
    assertThat(store.approximateNumEntries()).isZero();
    assertThat(inbox.arrived()).isEqualTo(3);
    assertThat(inbox.isAnyDue(0)).isTrue();

    assertThat(drained(inbox)).isEqualTo(Map.of("a", List.of("1", "3"), "b", List.of("2")));

    assertThat(store.approximateNumEntries()).isZero();
  }

  @Test
  void whatWaitsIsThereAfterARestartInItsOrder() {
    Inbox<String> before = large("a", "b");
    add(before, "a", "1");
    add(before, "b", "2");
    assertThat(drained(before)).isEmpty();
    add(before, "a", "3");
    assertThat(drained(before)).isEmpty();
    assertThat(before.arrived()).isZero();
    assertThat(before.waiting()).containsExactlyInAnyOrder("a", "b");

    Inbox<String> after = inbox();

    assertThat(after.arrived()).isEqualTo(3);
    assertThat(drained(after)).isEqualTo(Map.of("a", List.of("1", "3"), "b", List.of("2")));
    assertThat(drained(inbox())).isEmpty();
  }

  @Test
  void whatArrivedAfterTheLastTimeIsNotThereAfterARestartSinceItComesAgain() {
    Inbox<String> before = large("a");
    add(before, "a", "1");
    drained(before);
    add(before, "a", "2");

    assertThat(drained(inbox())).isEqualTo(Map.of("a", List.of("1")));
  }

  @Test
  void aKeyThatWaitedIsDueAfterATimeAndThenLeavesTheStore() {
    Inbox<String> inbox = large("a");
    add(inbox, "a", "1");
    drained(inbox);
    assertThat(inbox.isAnyDue(499)).isFalse();

    assertThat(inbox.isAnyDue(500)).isTrue();
    inbox.drain(500, (key, values) -> LARGE);

    assertThat(store.approximateNumEntries()).isZero();
    assertThat(inbox.waiting()).isEmpty();
  }

  @Test
  void whatWaitsIsWorkedOnWithTheRestWhenAllIsAskedFor() {
    Inbox<String> inbox = large("a");
    add(inbox, "a", "1");
    drained(inbox);
    add(inbox, "a", "2");
    Map<String, List<String>> worked = new TreeMap<>();

    inbox.drainAll(
        0,
        (key, values) -> {
          worked.put(key, List.copyOf(values));
          return LARGE;
        });

    assertThat(worked).isEqualTo(Map.of("a", List.of("1", "2")));
    assertThat(store.approximateNumEntries()).isZero();
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
    Inbox<String> before = large("a");
    for (int i = 0; i < 1_200; i++) {
      sent.add(i + " " + "x".repeat(1_000));
      add(before, "a", sent.get(i));
      if (i % 500 == 0) {
        assertThat(drained(before)).isEmpty();
      }
    }
    assertThat(drained(before)).isEmpty();
    assertThat(store.approximateNumEntries()).isGreaterThan(4);
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      all.forEachRemaining(record -> assertThat(record.value).hasSizeLessThan(300_000));
    }

    Inbox<String> restored = inbox();
    sent.add("after the restart");
    add(restored, "a", "after the restart");

    assertThat(drained(restored)).isEqualTo(Map.of("a", sent));
    assertThat(drained(inbox())).isEmpty();
  }
}
