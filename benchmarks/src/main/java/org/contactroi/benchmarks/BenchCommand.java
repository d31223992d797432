package org.contactroi.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.contactroi.benchmarks.functions.FunctionsRun;
import org.contactroi.benchmarks.process.Checkout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what events cost. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures what it costs to turn events into figures: publishes simulated events once, then"
          + " measures in turn, each in a process of its own:",
      "  a  reading: polling and decoding events of interactions",
      "  b  a plain program of Kafka Streams' DSL that counts two families",
      "  c  the pipeline of this checkout",
      "  d  the pipeline of another checkout (--against)",
      "See docs/performance.md."
    })
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days of events, from 2026-01-05 on (default: ${DEFAULT-VALUE}).")
  private int days = 5;

  @Option(
      names = "--rounds",
      paramLabel = "R",
      description = "How often each is measured (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(names = "--only", paramLabel = "LETTERS", description = "Which, for instance b,c.")
  private @Nullable String only;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "Another checkout of the repository; it is built by its own launcher.")
  private @Nullable Path against;

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      description = "Scenario of the simulator (default: ${DEFAULT-VALUE}).")
  private String scenario = "retail-ai-rollout";

  @Option(
      names = "--rate",
      paramLabel = "F",
      description = "Size of the center, as in simulate (default: ${DEFAULT-VALUE}).")
  private String rate = "1";

  @Option(
      names = "--day-zero",
      paramLabel = "DATE",
      description =
          "Day 0 of the scenario's rollout (default: the first day, on which nothing of it has"
              + " begun).")
  private String dayZero = BenchPlan.Events.FROM;

  @Option(
      names = "--partitions",
      paramLabel = "P",
      description = "Partitions of each topic (default: ${DEFAULT-VALUE}).")
  private int partitions = 4;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A key of the configuration of c and d.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also writes everything that was measured, as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description =
          "Folder for logs of the broker, state and logs of processes; kept (default: a temporary"
              + " one, removed at the end).")
  private @Nullable Path work;

  @Option(
      names = "--live",
      split = ",",
      paramLabel = "RATE",
      description =
          "Measures how late figures are when so many events a second are published, and nothing"
              + " else; with --against also of the other checkout.")
  private List<Integer> live = List.of();

  @Option(
      names = "--beside-replay",
      description =
          "With --live: behind --days of history that were counted, once as it is and once while"
              + " they are replayed.")
  private boolean besideReplay;

  @Option(
      names = "--functions",
      description = "Measures functions that run for every event, by JMH, and nothing else.")
  private boolean functions;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (functions) {
      FunctionsRun.run();
      return 0;
    }
    BenchPlan plan = plan();
    try (Bench bench = Bench.open(Checkout.own(), plan, Optional.ofNullable(work))) {
      if (live.isEmpty()) {
        Report report = bench.run();
        tell(report.lines(), report.json());
      } else {
        LiveReport report = bench.runLive();
        tell(report.lines(), report.json());
      }
    }
    return 0;
  }

  private void tell(List<String> lines, ObjectNode document) throws IOException {
    lines.forEach(System.out::println);
    if (json != null) {
      Files.writeString(json, document.toPrettyString() + "\n");
    }
  }

  private BenchPlan plan() {
    require(days >= 1, "--days " + days + " is not 1 or more");
    require(rounds >= 1, "--rounds " + rounds + " is not 1 or more");
    require(partitions >= 1, "--partitions " + partitions + " is not 1 or more");
    live.forEach(each -> require(each >= 1, "--live " + each + " is not 1 or more"));
    require(!besideReplay || !live.isEmpty(), "--beside-replay needs --live RATE");
    Path parent = json == null ? null : json.toAbsolutePath().getParent();
    require(parent == null || Files.isDirectory(parent), "--json " + json + " is in no folder");
    Set<BenchPlan.Letter> letters = letters();
    require(
        against != null || !letters.contains(BenchPlan.Letter.D),
        "--only " + only + ": d needs --against DIR");
    if (against != null) {
      checkOther(against);
    }
    return new BenchPlan(
        new BenchPlan.Events(scenario, days, rate, dayZero, partitions),
        rounds,
        letters,
        Optional.ofNullable(against),
        settings,
        live,
        besideReplay);
  }

  private void checkOther(Path folder) {
    try {
      Checkout.at(folder);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--against: " + e.getMessage(), e);
    }
  }

  private Set<BenchPlan.Letter> letters() {
    if (only == null) {
      return against == null
          ? EnumSet.complementOf(EnumSet.of(BenchPlan.Letter.D))
          : EnumSet.allOf(BenchPlan.Letter.class);
    }
    Set<BenchPlan.Letter> letters = EnumSet.noneOf(BenchPlan.Letter.class);
    for (String letter : only.split(",", -1)) {
      letters.add(letter(letter.strip()));
    }
    return letters;
  }

  private BenchPlan.Letter letter(String text) {
    return Arrays.stream(BenchPlan.Letter.values())
        .filter(letter -> letter.lower().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "--only '" + text + "' is none of a, b, c, d"));
  }

  private void require(boolean allowed, String message) {
    if (!allowed) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
