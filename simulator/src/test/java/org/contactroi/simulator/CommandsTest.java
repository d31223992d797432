package org.contactroi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.simulator.input.ImportCommand;
import org.contactroi.simulator.playback.PlaybackCommand;
import org.contactroi.simulator.synthetic.SimulateCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandsTest {

  private static final String CLUSTER = "--bootstrap 127.0.0.1:1 --registry http://127.0.0.1:1";

  @TempDir Path folder = Path.of("");
  private final StringWriter err = new StringWriter();

  private int run(String line, Path... files) {
    List<String> args = new ArrayList<>(List.of(line.split(" ")));
    for (Path file : files) {
      args.add(file.toString());
    }
    CommandLine commands = commandLine();
    return commands.execute(args.toArray(String[]::new));
  }

  /** Commands as a program hosts them: an error is one line. */
  private CommandLine commandLine() {
    PrintWriter out = new PrintWriter(err, true);
    return new CommandLine(new Program())
        .addSubcommand(new PlaybackCommand())
        .addSubcommand(new ImportCommand())
        .addSubcommand(new SimulateCommand())
        .setOut(out)
        .setErr(out)
        .setParameterExceptionHandler(
            (exception, args) -> {
              out.println(exception.getMessage());
              return exception.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
            })
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              out.println(exception.getMessage());
              return command.getCommandSpec().exitCodeOnExecutionException();
            });
  }

  @CommandLine.Command(name = "program")
  private static final class Program {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --speed fast          | speed 'fast' is not a number above 0
          --order random        | order 'random' is not event-time, file, reverse or shuffle:SEED
          --zone Mars/Base      | --zone 'Mars/Base' is not a time zone
          --format csv          | --format 'csv' is not recorded-calls
          --speed 10 --order file | --order file has no pace: only --speed max is allowed, not 10
          """)
  void wrongPlaybackOptionIsOneLineAndExitCodeTwo(String options, String message)
      throws IOException {
    Path file = Files.createFile(folder.resolve("calls.txt"));
    String format = options.startsWith("--format") ? "" : "--format recorded-calls ";

    int exit = run("playback " + format + options + " " + CLUSTER, file);

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --registry http://127.0.0.1:1       | --bootstrap HOST:PORT is missing
          --dry-run --zone Mars/Base          | --zone 'Mars/Base' is not a time zone
          --dry-run --tenant=                 | --tenant is blank
          --dry-run                           | calls.txt is of no known format; allowed: avro, json-lines
          --dry-run none.jsonl                | FILE 'none.jsonl' cannot be read: no such file
          """)
  void wrongImportOptionIsOneLineAndExitCodeTwo(String options, String message) throws IOException {
    Path file = Files.createFile(folder.resolve("calls.txt"));

    int exit = run("import " + options, file);

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(message);
  }

  @Test
  void simulatedEventsInAFileAreAnInput() {
    Path file = folder.resolve("events.avro");
    run("simulate --scenario bank-voice --events 2000 --out", file);

    int exit = run("import --dry-run", file);

    assertThat(exit).isZero();
    assertThat(err.toString()).containsPattern("2[0-9]{3} events, 0 published");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --rate much                | --rate 'much' is not a multiple such as 2 or 0.5
          --rate 0                   | size 0.0 is not above 0
          --duration 1h --events 5   | --to, --duration and --events: only one is allowed
          --events 0                 | events 0 is below 1
          --from yesterday           | --from 'yesterday' is not a date such as 1999-01-31
          --from 2026-02-01 --to 2026-01-01 | the end 2025-12-31T23:00:00Z is not after
          --scenario none.yaml       | --scenario none.yaml is no file that can be read
          --faults -1 --events 5     | --faults -1.0 is not a number of at least 0
          --situations -1 --events 5 | --situations -1.0 is not a number of at least 0
          --truth t.jsonl            | --truth t.jsonl needs an end: give --to or --duration, and not --events
          --seed x                   | 'x' is not a long
          """)
  void wrongSimulateOptionIsOneLineAndExitCodeTwo(String options, String message) {
    int exit = run("simulate " + options + " " + CLUSTER);

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(message);
  }

  @Test
  void simulatedEventsCanBeWrittenToAFileWithoutACluster() {
    Path file = folder.resolve("events.avro");

    int exit = run("simulate --scenario bank-voice --events 2000 --out", file);

    assertThat(exit).isZero();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void theTruthIsWrittenBesideTheEvents() {
    Path events = folder.resolve("events.avro");
    Path truth = folder.resolve("truth.jsonl");

    int exit = run("simulate --rate 50/d --duration 1d --truth " + truth + " --out", events);

    assertThat(exit).isZero();
    assertThat(truth).content().contains("demo/volume/all/all/day/2026-01-04T23:00:00Z");
  }

  @Test
  void everyErrorOfAScenarioIsALine() throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.yaml"), "scenario: a b\ntenants: {}\n");

    int exit = run("simulate --out none.avro --scenario", file);

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            file + ":1: scenario is 'a b'; allowed: an id of up to 64 letters, digits, _, . and -",
            file + ":2: tenants is missing or empty; allowed: a section with keys, key: value",
            "2 errors in the scenario; nothing was simulated");
  }

  @Test
  void fileThatDoesNotExistIsNamed() {
    int exit = run("playback --format recorded-calls " + CLUSTER, folder.resolve("none.txt"));

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("none.txt' cannot be read");
  }

  @Test
  void fileWithoutAnyCallFailsAfterItsRowsAreReported() throws IOException {
    Path file = folder.resolve("calls.txt");
    Files.writeString(file, "a\tb\nc\n");

    int exit = run("playback --format recorded-calls " + CLUSTER, file);

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            file + ":1: 2 fields instead of 17", file + ":2: 1 fields", "nothing could be read");
  }

  @Test
  void fileOfAnotherKindIsNotPrintedInFull() throws IOException {
    Path file = folder.resolve("calls.txt");
    Files.writeString(file, "x\n".repeat(150));

    run("playback --format recorded-calls " + CLUSTER, file);

    assertThat(err.toString().lines()).hasSize(102).contains("and 50 more malformed rows");
  }
}
