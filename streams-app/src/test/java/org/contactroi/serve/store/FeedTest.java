package org.contactroi.serve.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class FeedTest {

  private final Feed feed = new Feed(2);

  @Test
  void changesAreToldInTheirOrder() {
    hour(1);
    hour(2);

    assertThat(feed.after(0, 9).orElseThrow())
        .extracting(Feed.Change::number)
        .containsExactly(1L, 2L);
    assertThat(feed.after(1, 9).orElseThrow()).hasSize(1);
    assertThat(feed.after(2, 9).orElseThrow()).isEmpty();
    assertThat(feed.after(0, 1).orElseThrow())
        .extracting(change -> Instant.ofEpochMilli(change.row().start()).toString())
        .isEqualTo(List.of("2026-01-01T01:00:00Z"));
  }

  @Test
  void whatIsForgottenIsNotToldOf() {
    hour(1);
    hour(2);
    hour(3);

    assertThat(feed.after(0, 9)).isEmpty();
    assertThat(feed.after(1, 9).orElseThrow()).hasSize(2);
  }

  @Test
  void whatNeverWasIsNotKnown() {
    assertThat(feed.after(1, 9)).isEmpty();
    assertThat(feed.after(-1, 9)).isEmpty();
  }

  private void hour(int hour) {
    Changes changes = Changes.none();
    changes
        .windows()
        .put(
            Bytes.wrap(
                KpiStore.bytes("acme/volume/all/all/hour/2026-01-01T0%d:00:00Z".formatted(hour))),
            new byte[0]);
    feed.add(changes);
  }
}
