package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contactroi.app.config.AppConfig;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.synthetic.SimulateCommand;
import org.contactroi.simulator.verify.VerifyCommand;
import picocli.CommandLine;

/**
 * A scenario: its reference data, its events and its truth, by the commands that people use.
 *
 * @param rate its size, as option --rate has it
 */
record ScenarioRun(LocalStack stack, Scenario scenario, Days days, String rate) {

  /**
   * Local days that are simulated, all in the past.
   *
   * @param first day 0 of the scenario
   */
  record Days(LocalDate first, int number) {

    LocalDate last() {
      return first.plusDays(number - 1L);
    }
  }

  /** What verify says. */
  record Verdict(int exit, String output) {

    private static final Pattern TOTALS = Pattern.compile("([0-9,]+) totals of hours and days");

    /** The number of totals that were compared. */
    int totals() {
      Matcher matcher = TOTALS.matcher(output);
      assertThat(matcher.find()).as(output).isTrue();
      return Integer.parseInt(matcher.group(1).replace(",", ""));
    }

    String firstLines() {
      List<String> lines = output.lines().toList();
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
      return String.join("\n", lines.subList(0, Math.min(40, lines.size()))) + "\n" + last;
    }
  }

  /** Publishes its reference data. */
  void state(AppConfig config) {
    Path file = stack.folder().resolve(scenario.name() + "-reference.yaml");
    List<String> write = new ArrayList<>(options());
    write.add("--reference=" + file);
    StringWriter output = new StringWriter();
    assertThat(exit(new CommandLine(new SimulateCommand()), write, output))
        .as(output.toString())
        .isZero();
    List<String> apply = cluster(List.of("reference", "apply", file.toString()), config);
    assertThat(exit(Main.commandLine(), apply, output)).as(output.toString()).isZero();
  }

  /** Publishes its events and returns the file of its truth. */
  Path simulate(AppConfig config, int faults) {
    Path truth = stack.folder().resolve(scenario.name() + "-truth.jsonl");
    List<String> options = new ArrayList<>(options());
    options.add("--speed=max");
    options.add("--faults=" + faults);
    options.add("--truth=" + truth);
    run(new SimulateCommand(), cluster(options, config));
    return truth;
  }

  /** Compares what is published with the truth. */
  Verdict verify(AppConfig config, Path truth) {
    StringWriter output = new StringWriter();
    List<String> options = cluster(List.of("--truth=" + truth), config);
    int exit = exit(new CommandLine(new VerifyCommand()), options, output);
    return new Verdict(exit, output.toString());
  }

  private List<String> options() {
    return List.of(
        "--scenario=" + scenario.name(),
        "--from=" + days.first(),
        "--to=" + days.last().plusDays(1),
        "--rate=" + rate);
  }

  private List<String> cluster(List<String> options, AppConfig config) {
    List<String> all = new ArrayList<>(options);
    all.add("--bootstrap=" + stack.bootstrapServers());
    all.add("--registry=" + stack.registryUrl());
    all.add("--topic-prefix=" + config.topics().names().prefix());
    return all;
  }

  private static void run(Callable<Integer> command, List<String> options) {
    StringWriter output = new StringWriter();
    assertThat(exit(new CommandLine(command), options, output)).as(output.toString()).isZero();
  }

  private static int exit(CommandLine command, List<String> options, StringWriter output) {
    PrintWriter out = new PrintWriter(output, true);
    return command.setOut(out).setErr(out).execute(options.toArray(String[]::new));
  }
}
