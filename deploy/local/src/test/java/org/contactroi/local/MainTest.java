package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @Test
  void wrongUsageIsOneLineAndExitCodeTwo() {
    assertThat(execute("stack", "--broker-port", "nine")).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo(
            "contact-roi: Invalid value for option '--broker-port': 'nine' is not an int"
                + " (see: contact-roi help stack)");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFailureIsOneLineWithItsReasonAndExitCodeOne() {
    assertThat(execute("stack", "--broker-port", "70000")).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo("contact-roi: --broker-port must be 0 to 65535, not 70000");
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(execute("help")).isZero();
    assertThat(out.toString())
        .contains(
            "  demo ",
            "  topics ",
            "  run ",
            "  serve ",
            "  simulate ",
            "  verify ",
            "  import ",
            "  playback ",
            "  kpis ",
            "  explain ",
            "  roi ",
            "  what-if ",
            "  baseline ",
            "  reference ",
            "  reset ",
            "  stack ",
            "  version ",
            "  help ");
  }
}
