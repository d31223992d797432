package org.contactroi.simulator.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.contactroi.events.InteractionEvent;
import org.junit.jupiter.api.Test;

class PlaybackOrderTest {

  private static final String LATE =
      Rows.row("9:00:00 9:00:05 5", "9:00:05 9:01:05 60", "HANG 0:00:00 0:00:00 0 NO_SERVER");
  private static final String EARLY =
      Rows.row("8:59:00 9:00:02 62", "9:00:02 9:00:30 28", "AGENT 9:00:30 9:02:00 90 TOVA")
          .replace("33116", "33117");

  private static List<InteractionEvent> played(String order) throws MalformedRowException {
    RecordedCallParser parser = new RecordedCallParser(ZoneId.of("UTC"));
    PlaybackSource source =
        new PlaybackSource(
            List.of(parser.parse(LATE), parser.parse(EARLY)),
            Rows.MAPPING,
            PlaybackOrder.parse(order));
    List<InteractionEvent> events = new ArrayList<>();
    while (source.hasNext()) {
      events.add(source.next());
    }
    assertThat(source.share()).hasValue(1);
    return events;
  }

  @Test
  void eventTimeOrderNeverStepsBack() throws MalformedRowException {
    assertThat(played("event-time")).extracting(InteractionEvent::getOccurredAt).isSorted();
  }

  @Test
  void reverseIsTheReverseOfEventTime() throws MalformedRowException {
    List<InteractionEvent> reversed = played("reverse");
    Collections.reverse(reversed);

    assertThat(reversed).isEqualTo(played("event-time"));
  }

  @Test
  void fileOrderGoesRowByRow() throws MalformedRowException {
    List<InteractionEvent> events = played("file");

    assertThat(events.subList(0, 6))
        .extracting(InteractionEvent::getInteractionId)
        .containsOnly("990131-AA0101-33116");
    assertThat(events.get(0).getOccurredAt()).isEqualTo(Instant.parse("1999-01-31T09:00:00Z"));
  }

  @Test
  void shuffleIsAPermutationThatItsSeedDecides() throws MalformedRowException {
    List<InteractionEvent> shuffled = played("shuffle:7");

    assertThat(shuffled)
        .isEqualTo(played("shuffle:7"))
        .isNotEqualTo(played("shuffle:8"))
        .isNotEqualTo(played("event-time"))
        .containsExactlyInAnyOrderElementsOf(played("event-time"));
  }

  @Test
  void orderThatDoesNotExistNamesWhatIsAllowed() {
    assertThatThrownBy(() -> PlaybackOrder.parse("shuffle:x"))
        .hasMessage(
            "order 'shuffle:x' is not event-time, file, reverse or shuffle:SEED (a whole number)");
  }
}
