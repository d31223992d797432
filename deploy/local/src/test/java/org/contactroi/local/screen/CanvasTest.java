package org.contactroi.local.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanvasTest {

  private final ByteArrayOutputStream painted = new ByteArrayOutputStream();
  private final Canvas canvas = new Canvas(new PrintStream(painted, true, StandardCharsets.UTF_8));

  private String painted() {
    return painted.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theTerminalIsClearedOnceAndThenPaintedOver() {
    canvas.paint(List.of("one", "two"), 24);
    canvas.paint(List.of("three"), 24);

    assertThat(painted())
        .isEqualTo(
            "\u001b[2J\u001b[Hone\u001b[K\ntwo\u001b[K\n\u001b[J\u001b[Hthree\u001b[K\n\u001b[J");
  }

  @Test
  void linesThatHaveNoRoomAreLeftOutAtTheEnd() {
    canvas.paint(List.of("one", "two", "three"), 3);

    assertThat(painted()).contains("one", "two").doesNotContain("three");
  }
}
