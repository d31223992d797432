package org.contactroi.app.replay;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.runs.Runs;
import org.contactroi.outputs.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a replay official. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a replay official that goes on ('run --run NAME'): serve and the commands read what it"
          + " publishes from then on.",
      "Nothing is copied, and the run before goes on: 'replay rollback' makes it official again."
    })
public final class ReplayPromoteCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      converter = ReplayName.Converter.class,
      description = "Which one.")
  private ReplayName name = new ReplayName("");

  @Option(
      names = "--wait",
      description = "Waits for it as long as it takes, if it is behind what is published.")
  private boolean waits;

  @Override
  public Integer call() throws InterruptedException {
    AppConfig base = cluster.config();
    GoingOn replay = GoingOn.of(base, name.text());
    awaitAll(replay.config());
    PrintWriter out = spec.commandLine().getOut();
    try (Runs runs = Runs.open(base)) {
      KnownRuns known = runs.known();
      String before = known.official();
      if (before.equals(name.text())) {
        out.printf("replay '%s' is official already%n", name);
      } else {
        RunRecord run = known.get(name.text());
        runs.put(RunRecord.newBuilder(run).setPromotedAt(Instant.now()).build());
        out.printf(
            "replay '%s' is official now; before it was '%s', which 'replay rollback' goes back to%n",
            name, before);
      }
    }
    out.flush();
    return 0;
  }

  /** What is not counted yet would be missing from the official figures. */
  private void awaitAll(AppConfig config) throws InterruptedException {
    try (ReplayTopics topics = new ReplayTopics(config)) {
      if (topics.members() == 0) {
        throw new IllegalStateException(
            "replay '%s' does not go on, so its figures would stand still; start 'run --run %s' first, beside the other"
                .formatted(name, name));
      }
    }
    try (CutTaking taking = new CutTaking(config, waits, this::sayWaiting)) {
      taking.awaitAll();
    }
  }

  private void sayWaiting(long left) {
    PrintWriter err = spec.commandLine().getErr();
    if (Help.Ansi.AUTO.enabled()) {
      err.printf(Locale.ROOT, "\r\u001b[Kwaiting for the replay: %,d events left", left);
      err.flush();
    }
  }
}
