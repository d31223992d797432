package org.contactroi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long SECOND = 1_000_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  private Progress progress(boolean isTerminal) {
    return new Progress(
        new PrintStream(bytes, true, StandardCharsets.UTF_8), isTerminal, nanos::get);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void plainLineTellsRateShareAndTimeLeft() {
    Progress progress = progress(false);
    progress.start(OptionalLong.of(100_000));
    nanos.set(5 * SECOND);
    progress.done(25_000);

    assertThat(shown().lines()).containsExactly("25,000/100,000 events  25 %  5,000/s  00:15 left");
  }

  @Test
  void linesAreFewBetweenTheEnds() {
    Progress progress = progress(false);
    progress.start(OptionalLong.of(100));
    progress.done(1);
    nanos.set(4 * SECOND);
    progress.done(2);
    progress.end();

    assertThat(shown().lines()).hasSize(1);
  }

  @Test
  void terminalLineIsRedrawnWithABar() {
    Progress progress = progress(true);
    progress.start(OptionalLong.of(100));
    nanos.set(SECOND);
    progress.done(50);

    assertThat(shown())
        .startsWith("\r[############            ] 50/100 events")
        .doesNotContain("\n");
  }

  @Test
  void endlessRunShowsNoShare() {
    Progress progress = progress(false);
    progress.start(OptionalLong.empty());
    nanos.set(10 * SECOND);
    progress.done(50);

    assertThat(shown().lines()).containsExactly("50 events  5/s");
  }
}
