package org.contactroi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long SECOND = 1_000_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  private Progress progress(boolean isTerminal) {
    return new Progress(
        new PrintStream(bytes, true, StandardCharsets.UTF_8), isTerminal, nanos::get);
  }

  private static EventSource given(OptionalDouble share) {
    return new EventSource() {
      @Override
      public OptionalDouble share() {
        return share;
      }

      @Override
      public boolean hasNext() {
        return false;
      }

      @Override
      public SpecificRecord next() {
        throw new NoSuchElementException("no event");
      }
    };
  }

  private static EventSource given(double share) {
    return given(OptionalDouble.of(share));
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void plainLineTellsRateShareAndTimeLeft() {
    Progress progress = progress(false);
    progress.start();
    nanos.set(5 * SECOND);
    progress.done(25_000, given(0.25));

    assertThat(shown().lines()).containsExactly("25,000 events  25 %  5,000/s  00:15 left");
  }

  @Test
  void linesAreFewBetweenTheEnds() {
    Progress progress = progress(false);
    progress.start();
    progress.done(1, given(0.01));
    nanos.set(4 * SECOND);
    progress.done(2, given(0.02));
    progress.end(given(1));

    assertThat(shown().lines()).hasSize(1);
  }

  @Test
  void terminalLineIsRedrawnWithABar() {
    Progress progress = progress(true);
    progress.start();
    nanos.set(SECOND);
    progress.done(50, given(0.5));

    assertThat(shown()).startsWith("\r[############            ] 50 events").doesNotContain("\n");
  }

  @Test
  void endlessRunShowsNoShare() {
    Progress progress = progress(false);
    progress.start();
    nanos.set(10 * SECOND);
    progress.done(50, given(OptionalDouble.empty()));

    assertThat(shown().lines()).containsExactly("50 events  5/s");
  }
}
