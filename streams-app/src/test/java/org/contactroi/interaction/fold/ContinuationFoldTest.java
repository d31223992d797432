package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import org.contactroi.interaction.FirstResponses;
import org.contactroi.interaction.HandledBy;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Resolution;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.UsageLine;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Payload;
import org.junit.jupiter.api.Test;

/** The second id of one contact; the own id of what is folded here is i1. */
class ContinuationFoldTest {

  private static Payload startedAfter(String previous, Direction direction, boolean followUp) {
    return new Payload.Started(
        Channel.VOICE, direction, "c1", null, null, true, true, previous, followUp);
  }

  private static Interaction call(Payload started) {
    return fold(at(0, started), at(5, agent("a")), at(60, ends("a")), at(60, ended()));
  }

  @Test
  void whatNamesAnotherInteractionGoesOnWithItAndIsNoContactOfItsOwn() {
    Interaction second = call(startedAfter("i0", Direction.INBOUND, false));

    assertThat(second.isContinuation()).isTrue();
    assertThat(second.continues()).isEqualTo("i0");
    assertThat(second.isInbound()).isFalse();
    assertThat(second.handledBy()).isEqualTo(HandledBy.CONTINUATION);
    assertThat(second.firstResponses()).isEqualTo(FirstResponses.NONE);
    assertThat(second.resolution()).isEqualTo(Resolution.NONE);
    assertThat(second.usage()).extracting(UsageLine::resource).doesNotContain(Resource.CONTACT);
  }

  @Test
  void itsLegsCountAsTheyAre() {
    Interaction second = call(startedAfter("i0", Direction.INBOUND, false));

    assertThat(second.handledLegs()).isEqualTo(1);
    assertThat(second.effort()).isEqualTo(55_000);
    assertThat(second.usage()).extracting(UsageLine::resource).contains(Resource.AGENT);
  }

  @Test
  void aFollowUpIsAContactOfItsOwn() {
    Interaction second = call(startedAfter("i0", Direction.INBOUND, true));

    assertThat(second.isInbound()).isTrue();
    assertThat(second.continues()).isNull();
    assertThat(second.usage()).extracting(UsageLine::resource).contains(Resource.CONTACT);
  }

  @Test
  void whatNamesItselfIsAContactOfItsOwn() {
    assertThat(call(startedAfter("i1", Direction.INBOUND, false)).isInbound()).isTrue();
  }

  @Test
  void whatIsOutboundStaysOutbound() {
    Interaction second = call(startedAfter("i0", Direction.OUTBOUND, false));

    assertThat(second.isOutbound()).isTrue();
    assertThat(second.isContinuation()).isFalse();
    assertThat(second.continues()).isEqualTo("i0");
  }

  @Test
  void aReopeningOfItIsNoRepeat() {
    Interaction second =
        fold(
            at(0, startedAfter("i0", Direction.INBOUND, false)),
            at(5, agent("a")),
            at(60, ends("a")),
            at(60, ended()),
            at(90, reopened()));

    assertThat(second.repeats()).isEmpty();
  }
}
