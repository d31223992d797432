package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Saving;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class KeysTest {

  private static final long START = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();

  private final RandomTotals random;

  KeysTest(Random random) {
    this.random = new RandomTotals(random);
  }

  @RepeatedTest(100)
  void partsOfAnyUnicodeComeBackAsTheyWere() {
    String first = random.text();
    String second = random.text();

    String key = Keys.join(first, second);

    assertThat(Keys.split(key)).containsExactly(first, second);
    assertThat(key.codePoints()).noneMatch(code -> code < ' ' || code == 0x7f);
  }

  @RepeatedTest(100)
  void keysOfTotalsComeBackAsTheyWere() {
    String tenant = random.text();
    Slice slice = new Slice("channel+queue", List.of(random.text(), random.text()));
    TotalsKey key = new TotalsKey(tenant, random.family(), slice, WindowSize.HOUR, START);

    assertThat(Families.key(key.text())).isEqualTo(key);
    assertThat(Families.key(key.text()).slice().values()).isEqualTo(slice.values());
  }

  @Test
  void separatorsAndControlCharactersAreWrittenAsTheirBytes() {
    assertThat(Keys.join("a/b", "c+d%e@f", "f\ng\u007f", "ä漢😀"))
        .isEqualTo("a%2Fb/c%2Bd%25e%40f/f%0Ag%7F/ä漢😀");
  }

  @Test
  void theKeyOfATotalReadsAsItsGrammarSays() {
    TotalsKey all =
        new TotalsKey(
            "acme", HandleTime.FAMILY, new Slice("all", List.of()), WindowSize.DAY, START);
    TotalsKey queue =
        new TotalsKey(
            "acme",
            Volume.FAMILY,
            new Slice("channel+queue", List.of("VOICE", "a/b")),
            WindowSize.MINUTE,
            START);

    assertThat(all.text()).isEqualTo("acme/handle-time/all/all/day/2026-01-05T10:00:00Z");
    assertThat(all.row().text()).isEqualTo("acme/all/all/day/2026-01-05T10:00:00Z");
    assertThat(queue.text())
        .isEqualTo("acme/volume/channel+queue/VOICE+a%2Fb/minute/2026-01-05T10:00:00Z");
    assertThat(queue.text())
        .startsWith(
            TotalsKey.seriesPrefix("acme", Volume.FAMILY, queue.slice(), WindowSize.MINUTE));
  }

  @Test
  void aSliceByAttributeAndBotComesBackAsItWas() {
    Slice slice = new Slice("bot+attribute:tier-2.x", List.of("v1+2", "gold/old"));
    TotalsKey key = new TotalsKey("acme", Saving.FAMILY, slice, WindowSize.DAY, START);

    assertThat(key.text())
        .isEqualTo("acme/saving/bot+attribute:tier-2.x/v1%2B2+gold%2Fold/day/2026-01-05T10:00:00Z");
    assertThat(Families.key(key.text())).isEqualTo(key);
    assertThat(Families.key(key.text()).slice().values()).isEqualTo(slice.values());
  }

  @Test
  void whatIsNoKeyIsRefusedByItsText() {
    assertThatThrownBy(() -> Families.key("acme/volume/all"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("acme/volume/all");
    assertThatThrownBy(() -> Families.key("acme/volume/all/all/day/monday"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no start instant");
    assertThatThrownBy(() -> Families.key("acme/luck/all/all/day/2026-01-05T10:00:00Z"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("luck");
  }
}
