package org.contactroi.simulator.synthetic;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.contactroi.simulator.AvroFile;
import org.contactroi.simulator.ClusterOptions;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.EventSink;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.PublishRun;
import org.contactroi.simulator.PublishSummary;
import org.contactroi.simulator.Speed;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.reference.ReferenceFile;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.ScenarioException;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Publishes the events of a simulated center, or writes them to a file.
 *
 * <p>Exit code 0 at the end or when stopped, 1 if publishing failed, 2 if it was called wrongly.
 */
@Command(
    name = "simulate",
    description = "Publishes events of a simulated center, or writes them to a file.",
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Mixin private PeriodOptions period = new PeriodOptions();

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      description =
          "retail-ai-rollout, bank-voice, wechat-commerce, small-shop or a YAML file (default:"
              + " ${DEFAULT-VALUE}).")
  private String scenario = Scenarios.DEFAULT;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Whole number that decides everything drawn (default: ${DEFAULT-VALUE}). The same"
              + " scenario, seed, options and --from give the same events.")
  private long seed = 1;

  @Option(
      names = "--rate",
      paramLabel = "F",
      description =
          "Size of the center as multiple of the scenario's: contacts, customers and agents; or new"
              + " contacts, as N/s, N/m, N/h or N/d (default: ${DEFAULT-VALUE}).")
  private String rate = "1";

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description = "Multiple of real time, or as fast as possible (default: 1, with --out max).")
  private @Nullable String speed;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "Tenant of the events (default: the scenario's).")
  private @Nullable String tenant;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes the events to an Avro container file instead of a cluster; its schema is the"
              + " union of the kinds of events.")
  private @Nullable Path out;

  @Option(
      names = "--faults",
      paramLabel = "F",
      description =
          "Multiple of the scenario's faults: duplicates, late, missing, wrong and damaged events;"
              + " 0 is none (default: ${DEFAULT-VALUE}).")
  private double faults = 1;

  @Option(
      names = "--situations",
      paramLabel = "F",
      description =
          "Multiple of the scenario's situations, which are easily counted wrong: reopenings,"
              + " failed handoffs, pending and others; 0 is none (default: that of --faults).")
  private @Nullable Double situations;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description =
          "Writes the true totals of all hours and days, as JSON Lines; needs an end by time. The"
              + " command verify compares them with published ones.")
  private @Nullable Path truth;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description =
          "Writes the scenario's reference data for this run, as a file for 'reference apply', and"
              + " publishes nothing.")
  private @Nullable Path reference;

  @Option(names = "--json", description = "Prints a summary as JSON to the standard output.")
  private boolean json;

  /** What the options say is to happen. */
  private record Plan(Speed speed, Scenario scenario, Run run) {}

  /** What the options mean, all of it checked. */
  private record Request(Supplier<EventSink> sinks, Speed speed, Happening happening) {}

  @Override
  public Integer call() {
    try {
      return run(plan());
    } catch (ScenarioException e) {
      PrintWriter err = command.commandLine().getErr();
      e.errors().forEach(err::println);
      int errors = e.errors().size();
      err.printf(
          Locale.ROOT,
          "%d %s in the scenario; nothing was simulated%n",
          errors,
          errors == 1 ? "error" : "errors");
      return command.exitCodeOnInvalidInput();
    }
  }

  private int run(Plan plan) {
    if (reference != null) {
      ReferenceFile.write(plan.scenario(), plan.run().dayZero(), reference);
      return 0;
    }
    Request request = request(plan);
    new PublishRun(request.sinks(), request.speed().pacer())
        .publish(request.happening().events(), this::report);
    return truth == null || isTold(request.happening(), truth) ? 0 : 1;
  }

  private boolean isTold(Happening happening, Path file) {
    if (happening.events().hasNext()) {
      PrintWriter err = command.commandLine().getErr();
      err.println("the run was stopped before its end: " + file + " is not written");
      return false;
    }
    happening.tellTruth(file);
    return true;
  }

  private Plan plan() {
    try {
      Speed parsed = Speed.parse(speed == null ? (out == null ? "1" : "max") : speed);
      Scenario found = Scenarios.of(scenario);
      double nasty = multiple("--faults", faults);
      double often = situations == null ? nasty : multiple("--situations", situations);
      Scenario named =
          (tenant == null ? found : found.withTenant(tenant))
              .withFaults(nasty)
              .withSituations(shares -> shares.times(often));
      double size = Quantities.size(rate, named.perDay());
      Run run =
          period
              .run(named, new PeriodOptions.Manner(parsed, out != null), Clock.systemUTC())
              .withSeed(seed)
              .withSize(size);
      requireEnd(run);
      return new Plan(parsed, named.withMoneyOfSize(size), run);
    } catch (ScenarioException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw cluster.wrong(e);
    }
  }

  private static double multiple(String option, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(option + " " + value + " is not a number of at least 0");
    }
    return value;
  }

  private void requireEnd(Run run) {
    if (truth != null && run.end().to() == null) {
      throw new IllegalArgumentException(
          "--truth " + truth + " needs an end: give --to or --duration, and not --events");
    }
  }

  private Request request(Plan plan) {
    if (out != null) {
      Path file = out;
      return new Request(
          () -> AvroFile.create(file), plan.speed(), happening(plan, cluster.pseudonyms()));
    }
    ClusterSettings settings = cluster.settings();
    Pseudonyms pseudonyms = new Pseudonyms(settings.pseudonymKey());
    return new Request(settings::openSink, plan.speed(), happening(plan, pseudonyms));
  }

  private Happening happening(Plan plan, Pseudonyms pseudonyms) {
    return truth == null
        ? Happening.of(plan.scenario(), plan.run(), pseudonyms)
        : Happening.withTruth(plan.scenario(), plan.run(), pseudonyms);
  }

  private void report(PublishSummary summary) {
    if (json) {
      PrintWriter to = command.commandLine().getOut();
      to.printf(
          Locale.ROOT,
          "{\"events\":%d,\"seconds\":%.3f,\"events_per_second\":%.0f,\"malformed_rows\":0,"
              + "\"seed\":%d,\"interrupted\":%b}%n",
          summary.events(),
          summary.seconds(),
          summary.eventsPerSecond(),
          seed,
          summary.interrupted());
      to.flush();
    }
  }
}
