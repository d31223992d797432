package org.contactroi.topology.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RandomTotals;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Volume;
import org.contactroi.topology.stage.InboxTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class QuarterStoreTest {

  private static final Slice ALL = new Slice("all", List.of());
  private static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;

  private KeyValueStore<String, byte[]> store;
  private QuarterStore quarters;

  @BeforeEach
  void open() {
    store = InboxTest.bytesStore("quarters");
    quarters = new QuarterStore(store);
  }

  private static Totals inbound(long count) {
    return Totals.builder(Volume.FAMILY).add(Volume.INBOUND, count).build();
  }

  private void add(String tenant, long minute, Totals totals) {
    quarters.add(tenant, ALL, TEN + minute * MINUTE, totals);
  }

  /** What is written: by key the totals by minute of the hour. */
  private Map<String, Map<Long, List<Totals>>> written() {
    Map<String, Map<Long, List<Totals>>> written = new TreeMap<>();
    quarters.write(
        (key, minutes) -> {
          Map<Long, List<Totals>> of = new TreeMap<>();
          minutes
              .totals()
              .forEach((at, totals) -> of.put((at - TEN) / MINUTE, List.copyOf(totals)));
          written.put(key.text(), of);
        });
    return written;
  }

  @Test
  void minutesOfAQuarterAreOneRowOfAllFamilies() {
    Totals sale = Totals.builder(Sales.FAMILY).add(Sales.CONVERTED, 1).build();
    add("acme", 0, inbound(1));
    add("acme", 14, inbound(2));
    add("acme", 14, sale);
    add("acme", 15, inbound(4));

    assertThat(written())
        .isEqualTo(
            Map.of(
                "acme/all/all/quarter/2026-03-01T10:00:00Z",
                Map.of(0L, List.of(inbound(1)), 14L, List.of(inbound(2), sale)),
                "acme/all/all/quarter/2026-03-01T10:15:00Z",
                Map.of(15L, List.of(inbound(4)))));
  }

  @Test
  void aRowIsWrittenOnceItIsTouchedAndGoesOnAfterARestart() {
    add("acme", 1, inbound(1));
    written();
    assertThat(written()).isEmpty();
    quarters = new QuarterStore(store);

    add("acme", 1, inbound(2));
    add("acme", 2, inbound(4));

    assertThat(written().values())
        .containsExactly(Map.of(1L, List.of(inbound(3)), 2L, List.of(inbound(4))));
  }

  @Test
  void aMinuteThatFallsToZeroIsGoneAndARowWithoutMinutesToo() {
    add("acme", 1, inbound(1));
    add("acme", 2, inbound(2));
    written();

    add("acme", 1, inbound(-1));
    assertThat(written().values()).containsExactly(Map.of(2L, List.of(inbound(2))));

    add("acme", 2, inbound(-2));
    assertThat(written().values()).containsExactly(Map.of());
    assertThat(store.approximateNumEntries()).isZero();
  }

  @Test
  void rowsThatStartBeforeAnInstantAreEmptiedForTheirTenantAlone() {
    for (String tenant : List.of("acme", "acme2")) {
      add(tenant, 0, inbound(1));
      add(tenant, 15, inbound(2));
      add(tenant, 30, inbound(3));
    }
    written();

    quarters.removeBefore("acme", TEN + 30 * MINUTE);

    assertThat(written())
        .isEqualTo(
            Map.of(
                "acme/all/all/quarter/2026-03-01T10:00:00Z", Map.of(),
                "acme/all/all/quarter/2026-03-01T10:15:00Z", Map.of()));
    assertThat(store.approximateNumEntries()).isEqualTo(4);
  }

  @RepeatedTest(20)
  void totalsOfEveryFamilyComeBackAsTheyWere(Random numbers) {
    RandomTotals random = new RandomTotals(numbers);
    Map<Family, Totals> sums = new TreeMap<>();
    for (int round = 0; round < 3; round++) {
      for (Family family : Families.all()) {
        Totals totals = random.totals(family);
        add("acme", 7, totals);
        sums.merge(family, totals, Totals::plus);
      }
      written();
      quarters = new QuarterStore(store);
    }

    add("acme", 8, inbound(1));

    sums.values().removeIf(Totals::isZero);
    assertThat(written().values())
        .containsExactly(Map.of(7L, List.copyOf(sums.values()), 8L, List.of(inbound(1))));
  }
}
