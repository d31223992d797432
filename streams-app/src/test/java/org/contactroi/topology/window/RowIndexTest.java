package org.contactroi.topology.window;

import static org.assertj.core.api.Assertions.assertThat;

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
  void whatIsRemovedIsGone() {
    RowKey key = put("acme", ALL, WindowSize.HOUR, 0);
    assertThat(index.get(key)).isEqualTo(ROW);

    index.remove(key);

    assertThat(index.get(key)).isNull();
    assertThat(index.all("acme")).isEmpty();
  }

  @RepeatedTest(100)
  void keysOfAnyTenantAndValueComeBackAsTheyWere(Random numbers) {
    RandomTotals random = new RandomTotals(numbers);
    String tenant = random.text();
    Slice slice = new Slice("channel+queue", List.of(random.text(), random.text()));
    put(tenant + "0", slice, WindowSize.HOUR, 900_000);

    RowKey key = put(tenant, slice, WindowSize.HOUR, 900_000);

    assertThat(index.all(tenant)).containsExactly(key);
    assertThat(index.starting(tenant, WindowSize.HOUR, 0, 900_001)).containsExactly(key);
  }
}
