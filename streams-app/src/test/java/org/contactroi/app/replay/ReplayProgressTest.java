package org.contactroi.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.contactroi.app.replay.ReplayProgress.Form;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

  private final StringWriter text = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  private ReplayProgress progress(Form form) {
    return new ReplayProgress(new PrintWriter(text, true), form, 1_000, nanos::get);
  }

  private void pass(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void speedIsThatOfThisProcessAndTheRestIsTheRestOfAll() {
    ReplayProgress progress = progress(Form.LINES);
    progress.show(500, null);
    pass(10);
    progress.show(700, MAY);

    assertThat(text.toString())
        .contains("############............  50 %  500 of 1,000 events  0/s  -")
        .contains(
            "################........  70 %  700 of 1,000 events  20/s  2026-05-01T00:00:00Z  00:15 left");
  }

  @Test
  void itIsDueAtOnceAndThenEveryFewSeconds() {
    ReplayProgress progress = progress(Form.LINES);
    assertThat(progress.isDue()).isTrue();
    progress.show(0, null);
    pass(4);
    assertThat(progress.isDue()).isFalse();
    pass(1);
    assertThat(progress.isDue()).isTrue();
  }

  @Test
  void programsGetADocumentALine() {
    ReplayProgress progress = progress(Form.JSON);
    progress.show(0, null);
    pass(10);
    progress.show(250, MAY);

    assertThat(text.toString().lines().skip(1))
        .containsExactly(
            "{\"state\":\"running\",\"events\":1000,\"read\":250,\"events_per_second\":25,"
                + "\"event_time\":\"2026-05-01T00:00:00Z\",\"seconds\":10,\"seconds_left\":30}");
  }

  @Test
  void aReplayOfNothingIsDone() {
    ReplayProgress progress =
        new ReplayProgress(new PrintWriter(text, true), Form.LINES, 0, nanos::get);
    progress.show(0, null);

    assertThat(progress.percent()).isEqualTo(100);
    assertThat(text.toString()).contains("100 %");
  }
}
