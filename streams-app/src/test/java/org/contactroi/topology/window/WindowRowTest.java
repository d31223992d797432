package org.contactroi.topology.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RandomTotals;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Volume;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class WindowRowTest {

  private static final Window HOUR = new Window(WindowSize.HOUR, 0, 3_600_000);
  private static final RowKey KEY =
      new RowKey("acme", new Slice("all", List.of()), WindowSize.HOUR, 0);

  private static WindowRow row(byte @Nullable [] stored) {
    return WindowRow.of(KEY, HOUR, stored);
  }

  private static void add(WindowRow row, Totals totals) {
    FamilyState state = row.of(totals.family());
    state.add(totals);
    state.revise();
  }

  @RepeatedTest(20)
  void totalsOfEveryFamilyComeBackAsTheyWere(Random numbers) {
    RandomTotals random = new RandomTotals(numbers);
    WindowRow row = row(null);
    for (Family family : Families.all()) {
      add(row, random.totals(family));
    }

    WindowRow stored = row(row.encode());

    for (Family family : Families.all()) {
      assertThat(stored.totals(family)).isEqualTo(row.totals(family));
    }
    assertThat(stored.isChanged()).isFalse();
    assertThat(stored.encode()).isEqualTo(row.encode());
  }

  @Test
  void whatIsOnlyLookedAtIsNotKept() {
    WindowRow row = row(null);
    row.of(Volume.FAMILY);
    assertThat(row.totals(Sales.FAMILY)).isEqualTo(Totals.zero(Sales.FAMILY));

    assertThat(row(row.encode()).isEmpty()).isTrue();
  }

  @Test
  void aFamilyThatIsForgottenIsGoneAndTheOthersStay() {
    WindowRow row = row(null);
    Totals inbound = Totals.builder(Volume.FAMILY).add(Volume.INBOUND, 1).build();
    Totals sale = Totals.builder(Sales.FAMILY).add(Sales.CONVERTED, 1).build();
    add(row, inbound);
    add(row, sale);
    WindowRow stored = row(row.encode());

    stored.remove(stored.of(Volume.FAMILY));

    assertThat(stored.isChanged()).isTrue();
    assertThat(stored.isEmpty()).isFalse();
    assertThat(row(stored.encode()).totals()).containsExactly(sale);
  }
}
