package org.contactroi.topology.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.roi.price.Worth;
import org.contactroi.topology.store.AvroBytes;
import org.junit.jupiter.api.Test;

class FamilyStateTest {

  private static Totals handled(long count) {
    return Totals.builder(Cost.FAMILY).add(Cost.HANDLED_BY_HUMAN, count).build();
  }

  private static FamilyState of(long count) {
    FamilyState state = FamilyState.none(Cost.FAMILY);
    state.add(handled(count));
    state.revise();
    return restarted(state);
  }

  /** As it is read again after a commit. */
  private static FamilyState restarted(FamilyState state) {
    byte[] bytes =
        AvroBytes.write(
            encoder -> {
              state.write(encoder);
            });
    return AvroBytes.read(bytes, FamilyState::read);
  }

  @Test
  void whatIsAddedBetweenTwoCommitsIsOneRevision() {
    FamilyState state = of(3);
    state.add(handled(1));
    state.add(handled(2));
    assertThat(state.isToPublish()).isTrue();

    state.revise();

    assertThat(restarted(state).totals()).isEqualTo(handled(6));
    assertThat(restarted(state).revision()).isEqualTo(2);
  }

  @Test
  void whatIsTakenBackBeforeTheCommitIsNoRevision() {
    FamilyState state = of(3);
    state.add(handled(1));
    assertThat(state.totals()).isEqualTo(handled(4));
    assertThat(state.hasOtherTotals()).isTrue();

    state.add(handled(-1));
    state.revise();

    assertThat(state.hasOtherTotals()).isFalse();
    assertThat(state.revision()).isEqualTo(1);
  }

  @Test
  void anotherStatusIsPublishedAndIsNoRevision() {
    FamilyState state = of(3);
    assertThat(state.isToPublish()).isFalse();

    state.publish();
    state.revise();

    assertThat(state.isToPublish()).isTrue();
    assertThat(state.revision()).isEqualTo(1);
  }

  @Test
  void otherAmountsAreARevisionAndTheSameAreNone() {
    FamilyState state = of(3);

    assertThat(state.value(Worth.ZERO)).isFalse();
    state.revise();
    assertThat(state.isToPublish()).isFalse();
    assertThat(state.revision()).isEqualTo(1);

    state.valueOtherwise();
    state.revise();
    assertThat(state.isToPublish()).isTrue();
    assertThat(state.revision()).isEqualTo(2);
  }

  @Test
  void amountsOfNothingAreNoRevision() {
    FamilyState state = FamilyState.none(Cost.FAMILY);

    state.valueOtherwise();
    state.revise();

    assertThat(state.revision()).isZero();
    assertThat(state.isNothing()).isTrue();
  }

  @Test
  void ofTotalsThatFellToZeroTheRevisionAndThatTheyWereSettledAreKept() {
    FamilyState state = of(3);
    state.settle();
    state.add(handled(-3));
    state.revise();

    FamilyState after = restarted(state);

    assertThat(after.totals().isZero()).isTrue();
    assertThat(after.isNothing()).isFalse();
    assertThat(List.of(after.revision(), after.isSettled())).isEqualTo(List.of(2L, true));
  }
}
