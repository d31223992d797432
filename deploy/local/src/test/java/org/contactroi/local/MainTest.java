package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
            "  rejects ",
            "  dead-letters ",
            "  reset ",
            "  stack ",
            "  version ",
            "  help ");
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(paths(Main.commandLine(), List.of()))
        .contains(List.of("rejects", "retry"), List.of("reference", "apply"))
        .allSatisfy(
            path -> {
              List<String> line = new ArrayList<>(path);
              line.add("--help");
              assertThat(execute(line.toArray(String[]::new))).isZero();
            });
    assertThat(err.toString()).isEmpty();
  }

  private static List<List<String>> paths(CommandLine command, List<String> path) {
    List<List<String>> paths = new ArrayList<>();
    paths.add(path);
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              List<String> below = new ArrayList<>(path);
              below.add(name);
              paths.addAll(paths(sub, below));
            });
    return paths;
  }

  @ParameterizedTest
  @ValueSource(strings = {"topics", "rejects", "dead-letters", "reference list", "run", "reset"})
  void brokersThatAreNotThereAreOneLine(String command) {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.addAll(List.of("--bootstrap", "127.0.0.1:1", "--registry", "http://127.0.0.1:1"));

    assertThat(execute(line.toArray(String[]::new))).isEqualTo(1);

    assertThat(err.toString().strip().lines())
        .singleElement()
        .asString()
        .startsWith("contact-roi: bootstrap.servers '127.0.0.1:1' cannot be reached (");
  }

  @Test
  void aMissingFileIsToldBeforeTheClusterIsAsked() {
    assertThat(execute("reference", "apply", "no-such.yaml", "--bootstrap", "127.0.0.1:1"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("FILE 'no-such.yaml' cannot be read: no such file");
  }
}
