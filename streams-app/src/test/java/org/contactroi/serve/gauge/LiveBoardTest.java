package org.contactroi.serve.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.kpi.Slice;
import org.contactroi.live.LiveSlice;
import org.contactroi.outputs.LiveAgents;
import org.contactroi.outputs.LiveRecord;
import org.contactroi.record.RecordReader;
import org.junit.jupiter.api.Test;

class LiveBoardTest {

  private static final Instant SINCE = Instant.parse("2026-05-10T10:00:00Z");

  private final List<LiveRecord> published = new ArrayList<>();
  private final LiveBoard board =
      new LiveBoard(new RecordReader((topic, value) -> published.get(value[0])), "live", 2);

  private byte[] waiting(long waiting) {
    published.add(
        new LiveRecord(
            "acme",
            "queue",
            "any",
            waiting,
            waiting > 0 ? SINCE : null,
            0L,
            1L,
            0L,
            0L,
            0L,
            List.of(new LiveAgents("ready", 3L)),
            SINCE));
    return new byte[] {(byte) (published.size() - 1)};
  }

  private static LiveSlice.Key queue(String name) {
    return new LiveSlice.Key("acme", new Slice("queue", List.of(name)));
  }

  private List<Double> values(String gauge) {
    return board.samples().stream()
        .filter(sample -> sample.name().equals(gauge))
        .map(Sample::value)
        .toList();
  }

  @Test
  void aSliceIsThereUntilItsTombstone() {
    board.put("acme/queue/sales", waiting(4));
    board.put("acmes/queue/sales", waiting(9));

    assertThat(board.slice(queue("sales")))
        .hasValueSatisfying(slice -> assertThat(slice.load().waiting()).isEqualTo(4));
    assertThat(board.slices("acme")).hasSize(1);

    board.put("acme/queue/sales", null);

    assertThat(board.slice(queue("sales"))).isEmpty();
    assertThat(board.slices("acme")).isEmpty();
  }

  @Test
  void gaugesAreTheNumbersAndSinceWhenTheLongestWaits() {
    board.put("acme/queue/sales", waiting(4));

    assertThat(values("contact_roi_live_waiting")).containsExactly(4.0);
    assertThat(values("contact_roi_live_in_service")).containsExactly(1.0);
    assertThat(values("contact_roi_live_agents")).containsExactly(3.0);
    assertThat(values("contact_roi_live_waiting_since_timestamp_seconds"))
        .containsExactly((double) SINCE.getEpochSecond());
    assertThat(board.samples()).extracting(Sample::name).isSubsetOf(LiveBoard.names());
  }

  @Test
  void nobodyHasWaitedSinceAnyTimeWhenNobodyWaits() {
    board.put("acme/queue/sales", waiting(0));

    assertThat(values("contact_roi_live_waiting_since_timestamp_seconds")).isEmpty();
  }

  @Test
  void theFirstValuesOfASliceHaveGaugesAndTheOthersAreStillThere() {
    board.put("acme/queue/c", waiting(3));
    board.put("acme/queue/a", waiting(1));
    board.put("acme/queue/b", waiting(2));

    assertThat(values("contact_roi_live_waiting")).containsExactly(1.0, 2.0);
    assertThat(board.slices("acme")).hasSize(3);
  }

  @Test
  void aKeyOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> board.put("acme", null)).isInstanceOf(IllegalArgumentException.class);
  }
}
