package org.contactroi.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.topology.stage.InboxTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartedStoreTest {

  private static final int LARGEST_PART = 140 * 1024;

  private KeyValueStore<String, byte[]> store;
  private PartedStore states;

  @BeforeEach
  void open() {
    store = InboxTest.bytesStore("states");
    states = new PartedStore(store);
  }

  @Test
  void smallStateIsOneValue() {
    put("shop/a", List.of(entry(1, 100), entry(2, 100)));

    assertThat(stored()).containsOnlyKeys("shop/a");
    assertThat(read("shop/a")).containsExactly(entry(1, 100), entry(2, 100));
  }

  @Test
  void largeStateIsCutIntoPartsThatStaySmall() {
    List<byte[]> entries = entries(10_000, 200);

    put("shop/a", entries);

    assertThat(read("shop/a")).containsExactlyElementsOf(entries);
    assertThat(stored()).hasSizeGreaterThan(10);
    assertThat(stored().values()).allMatch(part -> part.length < LARGEST_PART);
  }

  @Test
  void onlyPartsThatChangedAreWritten() {
    put("shop/a", entries(10_000, 200));
    Map<String, byte[]> before = stored();

    List<byte[]> longer = entries(10_000, 200);
    longer.add(entry(10_000, 200));
    put("shop/a", longer);

    assertThat(
            stored().entrySet().stream()
                .filter(part -> before.get(part.getKey()) != part.getValue()))
        .as("the first part knows how many there are, the last one grew")
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void stateThatShrinksLeavesNoPartBehind() {
    put("shop/a", entries(10_000, 200));

    put("shop/a", List.of(entry(1, 10)));

    assertThat(stored()).containsOnlyKeys("shop/a");
  }

  @Test
  void deletedStateLeavesNothing() {
    put("shop/a", entries(10_000, 200));
    put("shop/b", List.of(entry(1, 10)));

    states.delete("shop/a");

    assertThat(stored()).containsOnlyKeys("shop/b");
    assertThat(read("shop/a")).isEmpty();
  }

  @Test
  void anEntryLargerThanAPartHasOneOfItsOwn() {
    List<byte[]> entries = List.of(entry(1, 10), entry(2, 250_000), entry(3, 10));

    put("shop/a", entries);

    assertThat(read("shop/a")).containsExactlyElementsOf(entries);
  }

  private void put(String key, List<byte[]> entries) {
    states.put(key, states.get(key), entries);
  }

  private List<byte[]> read(String key) {
    return states.get(key).entries();
  }

  private Map<String, byte[]> stored() {
    Map<String, byte[]> stored = new HashMap<>();
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> part = all.next();
        stored.put(part.key, part.value);
      }
    }
    return stored;
  }

  private static List<byte[]> entries(int count, int bytes) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(i, bytes));
    }
    return entries;
  }

  private static byte[] entry(int number, int bytes) {
    byte[] entry = new byte[bytes];
    entry[0] = (byte) number;
    entry[1] = (byte) (number >> 8);
    return entry;
  }
}
