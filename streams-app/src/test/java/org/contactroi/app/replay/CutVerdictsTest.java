package org.contactroi.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.topology.stage.KeptDays;
import org.contactroi.topology.stage.PastVerdicts.Past;
import org.junit.jupiter.api.Test;

class CutVerdictsTest {

  private static final TopicPartition FIRST = new TopicPartition("events", 0);
  private static final TopicPartition SECOND = new TopicPartition("events", 1);
  private static final Cut CUT =
      Cut.of(Map.of(FIRST, 10L, SECOND, 0L), Map.of(FIRST, 100L, SECOND, 7L));

  private static CutVerdicts verdicts(Set<String> tenants) {
    return CutVerdicts.ending(CUT, refused(), tenants, KeptDays.ALL);
  }

  private static RefusedOffsets refused() {
    Map<TopicPartition, Set<Long>> refused =
        Map.of(FIRST, Set.of(50L, 12L, 100L), SECOND, Set.of(3L));
    return new RefusedOffsets(refused, CUT.ends());
  }

  @Test
  void beforeTheCutAllCountsButWhatWasRefusedAtItsPlace() {
    CutVerdicts verdicts = verdicts(Set.of());

    assertThat(verdicts.of("events", 0, 99)).isEqualTo(Past.ACCEPTED);
    assertThat(verdicts.of("events", 0, 12)).isEqualTo(Past.PASSED_OVER);
    assertThat(verdicts.of("events", 0, 50)).isEqualTo(Past.PASSED_OVER);
    assertThat(verdicts.of("events", 1, 3)).isEqualTo(Past.PASSED_OVER);
    assertThat(verdicts.of("events", 1, 5)).isEqualTo(Past.ACCEPTED);
    assertThat(verdicts.of("events", 0, 3)).isEqualTo(Past.ACCEPTED);
  }

  @Test
  void nothingCountsFromTheCutOnAndAPartitionWithoutOneIsAnError() {
    CutVerdicts verdicts = verdicts(Set.of());

    assertThat(verdicts.of("events", 0, 100)).isEqualTo(Past.PASSED_OVER);
    assertThat(verdicts.of("events", 1, 7)).isEqualTo(Past.PASSED_OVER);
    assertThatIllegalStateException()
        .isThrownBy(() -> verdicts.of("events", 2, 0))
        .withMessage("events-2 is not in the cut of the replay");
  }

  @Test
  void refusalsBehindTheCutAreNotCounted() {
    RefusedOffsets refused =
        new RefusedOffsets(Map.of(FIRST, Set.of(99L, 100L), SECOND, Set.of(7L)), CUT.ends());

    assertThat(refused.number()).isEqualTo(1);
  }

  @Test
  void tenantsMayBeChosen() {
    assertThat(verdicts(Set.of()).counts("acme")).isTrue();
    assertThat(verdicts(Set.of("acme")).counts("acme")).isTrue();
    assertThat(verdicts(Set.of("acme")).counts("other")).isFalse();
  }

  @Test
  void whatIsReadIsCountedFromTheFirstOffsetThereWasToTheCut() {
    assertThat(CUT.events()).isEqualTo(97);
    assertThat(CUT.events(Map.of())).isZero();
    assertThat(CUT.events(Map.of(FIRST, 40L))).isEqualTo(30);
    assertThat(CUT.events(Map.of(FIRST, 4_000L, SECOND, 9L))).isEqualTo(97);
    assertThat(new Cut(CUT.parts().stream().toList())).isEqualTo(CUT);
  }

  @Test
  void whoGoesOnJudgesWhatIsBehindTheCutAndAPartitionThatWasNotThere() {
    CutVerdicts verdicts = CutVerdicts.goingOn(CUT, refused());

    assertThat(verdicts.of("events", 0, 99)).isEqualTo(Past.ACCEPTED);
    assertThat(verdicts.of("events", 0, 50)).isEqualTo(Past.PASSED_OVER);
    assertThat(verdicts.of("events", 0, 100)).isEqualTo(Past.OPEN);
    assertThat(verdicts.of("events", 1, 7)).isEqualTo(Past.OPEN);
    assertThat(verdicts.of("events", 2, 0)).isEqualTo(Past.OPEN);
    assertThat(verdicts.counts("anybody")).isTrue();
  }
}
