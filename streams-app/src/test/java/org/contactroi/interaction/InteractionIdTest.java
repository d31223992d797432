package org.contactroi.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InteractionIdTest {

  private static final InteractionId PART = new InteractionId("a@b", 5L);
  private static final InteractionId LIKE_IT = new InteractionId("a@b@5", null);

  @Test
  void itComesBackFromItsText() {
    for (InteractionId id : List.of(PART, LIKE_IT, new InteractionId("", -5L))) {
      assertThat(InteractionId.of(id.text(), id.resumedAt())).isEqualTo(id);
    }
  }

  @Test
  void anIdThatReadsLikeAPartIsNone() {
    assertThat(PART.text()).isEqualTo(LIKE_IT.text());
    assertThat(PART).isNotEqualTo(LIKE_IT);
    assertThat(Stream.of(PART, LIKE_IT).sorted(InteractionId.ORDER)).containsExactly(LIKE_IT, PART);
  }

  @Test
  void aTextWithoutTheStartOfThePartIsRefused() {
    assertThatThrownBy(() -> InteractionId.of("a@6", 5L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'a@6' does not end with @5");
  }
}
