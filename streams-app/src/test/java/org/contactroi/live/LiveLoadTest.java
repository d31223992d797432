package org.contactroi.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.OpenWork;
import org.contactroi.kpi.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class LiveLoadTest {

  private static LiveLoad any(Random random) {
    LiveLoad load = LiveLoad.NONE;
    for (int i = random.nextInt(6); i > 0; i--) {
      OpenWork.Kind[] kinds = OpenWork.Kind.values();
      LiveLoad one =
          random.nextBoolean()
              ? LiveLoad.of(kinds[random.nextInt(kinds.length)])
              : LiveLoad.ofAgent(
                  new AgentPresence("s" + random.nextInt(3), "t", random.nextBoolean(), 0));
      load = load.plus(random.nextInt(4) == 0 ? one.negated() : one);
    }
    return load;
  }

  @Test
  void loadsAreAGroup(Random random) {
    for (int i = 0; i < 200; i++) {
      LiveLoad a = any(random);
      LiveLoad b = any(random);
      LiveLoad c = any(random);
      assertThat(a.plus(b)).isEqualTo(b.plus(a));
      assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
      assertThat(a.plus(LiveLoad.NONE)).isEqualTo(a);
      assertThat(a.plus(a.negated()).isNone()).isTrue();
    }
  }

  @Test
  void anAgentCountsByStateAndIsAvailableWhenWorkCanBeOffered() {
    AgentPresence ready = AgentPresence.since(0, "ready", "red", true);
    AgentPresence lunch = AgentPresence.since(0, "lunch", "red", false);

    LiveLoad both = LiveLoad.ofAgent(ready).plus(LiveLoad.ofAgent(lunch));

    assertThat(both.agentsAvailable()).isEqualTo(1);
    assertThat(both.agents()).isEqualTo(Map.of("ready", 1L, "lunch", 1L));
  }

  @Test
  void aKeyIsReadAsItIsWritten() {
    for (Slice slice :
        List.of(new Slice("all", List.of()), new Slice("queue", List.of("sales/new + old")))) {
      LiveSlice.Key key = new LiveSlice.Key("a/b", slice);
      assertThat(LiveSlice.Key.of(key.text())).isEqualTo(key);
    }
    assertThatThrownBy(() -> LiveSlice.Key.of("acme/all"))
        .hasMessageContaining("'acme/all' is not tenant/slice/value");
  }
}
