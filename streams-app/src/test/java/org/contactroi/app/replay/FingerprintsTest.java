package org.contactroi.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

  private static Fingerprints of(String... keysAndValues) {
    Fingerprints prints = new Fingerprints();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      prints.note(keysAndValues[i], ("id" + keysAndValues[i + 1]).getBytes(UTF_8), 2);
    }
    return prints;
  }

  @Test
  void keysDifferByWhatStandsBehindTheHeaderOrByBeingThere() {
    Fingerprints first = of("a", "1", "b", "2", "c", "3");
    Fingerprints second = of("d", "4", "c", "3", "b", "5");
    first.note("e", "xyEqual".getBytes(UTF_8), 2);
    second.note("e", "abEqual".getBytes(UTF_8), 2);

    assertThat(first.differing(second)).containsExactly("a", "b", "d");
    assertThat(second.differing(first)).containsExactly("a", "b", "d");
    assertThat(first.together(second)).isEqualTo(5);
  }

  @Test
  void theNewestRecordOfAKeyStandsAndATombstoneTakesItBack() {
    Fingerprints first = of("a", "1", "a", "2", "b", "1");
    first.note("b", null, 2);

    assertThat(first.differing(of("a", "2"))).isEmpty();
    assertThat(first.together(of())).isEqualTo(1);
  }
}
