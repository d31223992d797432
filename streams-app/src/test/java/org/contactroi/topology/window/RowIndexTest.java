package org.contactroi.topology.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.RandomTotals;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.WindowSize;
import org.contactroi.topology.stage.InboxTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class RowIndexTest {

  private static final byte[] ROW = {1};
  private static final Slice ALL = new Slice("all", List.of());

  private final RowIndex index = new RowIndex(InboxTest.bytesStore("rows"));

  private RowKey put(String tenant, Slice slice, WindowSize window, long start) {
    RowKey key = new RowKey(tenant, slice, window, start);
    index.put(key, ROW);
    return key;
  }

  @Test
  void rowsComeInTheOrderOfTimeFromTheFirstInstantAndBeforeTheLast() {
    RowKey late = put("acme", ALL, WindowSize.HOUR, 1_000_000_000_000L);
    RowKey early = put("acme", ALL, WindowSize.HOUR, 999_999_000_000L);
    put("acme", ALL, WindowSize.HOUR, 999_990_000_000L);
    put("acme", ALL, WindowSize.HOUR, 1_000_000_900_000L);
    put("acme", ALL, WindowSize.DAY, 999_999_000_000L);
    put("acme2", ALL, WindowSize.HOUR, 999_999_000_000L);

    assertThat(index.starting("acme", WindowSize.HOUR, early.start(), 1_000_000_900_000L))
        .containsExactly(early, late);
    assertThat(index.first("acme", WindowSize.HOUR, early.start() + 1, 1_000_000_900_000L))
        .hasValue(late.start());
    assertThat(index.starting("acme", WindowSize.HOUR, 5, 5)).isEmpty();
  }

  @Test
  void rowsOfATenantComePartByPart() {
    RowKey day = put("acme", ALL, WindowSize.DAY, 900_000);
    RowKey first = put("acme", ALL, WindowSize.HOUR, 900_000);
    RowKey other = put("acme", new Slice("queue", List.of("q")), WindowSize.HOUR, 900_000);
    RowKey last = put("acme", ALL, WindowSize.HOUR, 4_500_000);
    put("acme2", ALL, WindowSize.HOUR, 900_000);

    assertThat(index.after("acme", null, 2)).containsExactly(day, first);
    assertThat(index.after("acme", first, 2)).containsExactly(other, last);
    assertThat(index.after("acme", last, 2)).isEmpty();
    assertThat(index.after("acme", first, 0)).isEmpty();
  }

  @Test
  void takingEndsWithTheFirstRowThatIsNotTaken() {
    RowKey first = put("acme", ALL, WindowSize.HOUR, 900_000);
    put("acme", ALL, WindowSize.HOUR, 4_500_000);
    List<RowKey> taken = new ArrayList<>();

    assertThat(
            index.takeStarting(
                "acme", WindowSize.HOUR, 0, 9_000_000, key -> taken.isEmpty() && taken.add(key)))
        .isFalse();
    assertThat(taken).containsExactly(first);
    assertThat(index.takeStarting("acme", WindowSize.HOUR, 0, 9_000_000, key -> true)).isTrue();
  }

  @Test
  void whatIsRemovedIsGone() {
    RowKey key = put("acme", ALL, WindowSize.HOUR, 0);
    assertThat(index.get(key)).isEqualTo(ROW);

    index.remove(key);

    assertThat(index.get(key)).isNull();
    assertThat(index.after("acme", null, 9)).isEmpty();
  }

  @RepeatedTest(100)
  void keysOfAnyTenantAndValueComeBackAsTheyWere(Random numbers) {
    RandomTotals random = new RandomTotals(numbers);
    String tenant = random.text();
    Slice slice = new Slice("channel+queue", List.of(random.text(), random.text()));
    put(tenant + "0", slice, WindowSize.HOUR, 900_000);

    RowKey key = put(tenant, slice, WindowSize.HOUR, 900_000);

    assertThat(index.after(tenant, null, 9)).containsExactly(key);
    assertThat(index.starting(tenant, WindowSize.HOUR, 0, 900_001)).containsExactly(key);
  }
}
