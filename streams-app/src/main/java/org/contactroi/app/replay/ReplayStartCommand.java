package org.contactroi.app.replay;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.reference.ReferenceProposal;
import org.contactroi.app.reference.ReferencePublication;
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.runs.Runs;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.TopicProvisioner;
import org.contactroi.app.topics.TopicSpec;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.outputs.RunRecord;
import org.contactroi.topology.stage.KeptDays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts everything that is published now again, and ends. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = {
      "Counts every event that is published now again, into topics of its own, and ends.",
      "Started again after it was stopped, it goes on. Exit code 0 when everything is counted, 1"
          + " when not, 2 when it was called wrongly."
    })
public final class ReplayStartCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      converter = ReplayName.Converter.class,
      description = "What it is called from now on.")
  private ReplayName name = new ReplayName("");

  @Option(
      names = "--tenant",
      paramLabel = "T",
      description = "Counts this tenant and no others; may be repeated.")
  private Set<String> tenants = new TreeSet<>();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = {
        "First local day of which figures are kept; everything is read.",
        "With --from or --to, days and trailing 30 days are stated, and nothing to date."
      })
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last local day of which figures are kept, included.")
  private @Nullable LocalDate to;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = {
        "Reference records in place of published ones with the same key; may be repeated.",
        "A tenant whose policies or calendars are in files has these alone, from when on they may"
            + " be."
      })
  private List<Path> files = List.of();

  @Option(
      names = "--threads",
      defaultValue = "1",
      description = "Threads (default: ${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(
      names = "--wait",
      description = "Waits for a live run that is behind, as long as it takes.")
  private boolean waits;

  @Option(names = "--json", description = "Prints one JSON document a line.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    if (threads < 1) {
      throw wrong("--threads is %d; allowed: 1 or more".formatted(threads));
    }
    files.stream()
        .filter(file -> !Files.isReadable(file))
        .findFirst()
        .ifPresent(
            file -> {
              throw wrong("--reference '%s' cannot be read: no such file".formatted(file));
            });
    if (from != null && to != null && to.isBefore(from)) {
      throw wrong("--from %s is after --to %s".formatted(from, to));
    }
    AppConfig base = cluster.config();
    base.kafka().requireReachable();
    AppConfig config = base.replay(name.text(), threads);
    ReplayPlan plan = new ReplayPlan(new TreeSet<>(tenants), new KeptDays(from, to), files);
    makeRuns(base);
    try (StopSignal stop = new StopSignal();
        Runs runs = Runs.open(base);
        ReplayTopics topics = new ReplayTopics(config)) {
      KnownRuns known = runs.known();
      RunRecord begun = known.find(name.text()).orElse(null);
      if (begun == null) {
        AppConfig of = known.config(known.official());
        List<CatalogEntry> reference = reference(of, plan);
        if (reference == null) {
          return spec.exitCodeOnInvalidInput();
        }
        topics.awaitNobody(name);
        topics.delete();
        Cut cut = cut(of);
        RefusedOffsets refused = RefusedOffsets.read(known, known.promoted(), cut);
        prepare(config, topics, reference);
        begun = begun(of, config, plan, cut, refused);
        runs.put(begun);
        return run(config, runs, begun, refused, stop);
      }
      plan.requireSame(begun);
      Cut cut = new Cut(begun.getCut());
      return run(config, runs, begun, RefusedOffsets.read(known, known.before(begun), cut), stop);
    }
  }

  /** A cluster that was set up before there were replays has no topic of them. */
  private static void makeRuns(AppConfig base) {
    try (Admin admin = Admin.create(base.kafka().admin())) {
      new TopicProvisioner(admin).provision(List.of(TopicSpec.runs(base.topics())));
    }
  }

  /** What it values and counts by; null when files are wrong, which is said. */
  private @Nullable List<CatalogEntry> reference(AppConfig of, ReplayPlan plan) {
    PrintWriter err = spec.commandLine().getErr();
    try (PublishedTopics topics = PublishedTopics.ofReference(of)) {
      List<CatalogEntry> published =
          topics.entries(
              (key, reason) ->
                  err.printf("warning: the record of %s is left out: %s%n", key, reason));
      ReferenceProposal proposal = ReferenceProposal.anew(of, plan.files(), published);
      if (!proposal.problems().isEmpty()) {
        proposal
            .problems()
            .all()
            .forEach(problem -> err.println(problem.place() + ": " + problem.message()));
        err.flush();
        return null;
      }
      return proposal.applied(published);
    }
  }

  private Cut cut(AppConfig of) throws InterruptedException {
    try (CutTaking taking = new CutTaking(of, waits, this::sayWaiting)) {
      return taking.take();
    }
  }

  private static void prepare(AppConfig config, ReplayTopics topics, List<CatalogEntry> reference) {
    topics.make();
    try (ReferencePublication publication = ReferencePublication.open(config)) {
      publication.publishAll(reference);
    }
  }

  private RunRecord begun(
      AppConfig of, AppConfig config, ReplayPlan plan, Cut cut, RefusedOffsets refused) {
    return RunRecord.newBuilder()
        .setName(name.text())
        .setApplicationId(config.streams().applicationId())
        .setTopicPrefix(config.topics().names().prefix())
        .setOfApplicationId(of.streams().applicationId())
        .setOfTopicPrefix(of.topics().names().prefix())
        .setCreatedAt(Instant.now())
        .setTenants(new ArrayList<>(plan.tenants()))
        .setKeptFrom(plan.kept().from())
        .setKeptTo(plan.kept().to())
        .setReferenceFiles(plan.digests())
        .setCut(cut.parts())
        .setRefused(refused.number())
        .build();
  }

  private int run(
      AppConfig config, Runs runs, RunRecord begun, RefusedOffsets refused, StopSignal stop)
      throws InterruptedException {
    Cut cut = new Cut(begun.getCut());
    ReplayProgress progress =
        new ReplayProgress(spec.commandLine().getOut(), form(), cut.events(), System::nanoTime);
    try (ReplayRun run = new ReplayRun(config, cut)) {
      if (begun.getFinishedAt() != null) {
        say("finished", "was counted already; " + comparing(), progress, run);
        return 0;
      }
      CutVerdicts verdicts =
          CutVerdicts.ending(cut, refused, Set.copyOf(begun.getTenants()), ReplayPlan.kept(begun));
      if (!run.run(verdicts, progress, stop)) {
        say("stopped", "is stopped; the same command goes on with it", progress, run);
        return 1;
      }
      runs.put(RunRecord.newBuilder(begun).setFinishedAt(Instant.now()).build());
      say("finished", "is counted; " + comparing(), progress, run);
      return 0;
    }
  }

  private String comparing() {
    return "'replay compare %s' says what is other".formatted(name);
  }

  private ReplayProgress.Form form() {
    if (json) {
      return ReplayProgress.Form.JSON;
    }
    return Help.Ansi.AUTO.enabled() ? ReplayProgress.Form.TERMINAL : ReplayProgress.Form.LINES;
  }

  private void sayWaiting(long left) {
    PrintWriter err = spec.commandLine().getErr();
    if (!json && Help.Ansi.AUTO.enabled()) {
      err.printf(Locale.ROOT, "\r\u001b[Kwaiting for the live run: %,d events left", left);
      err.flush();
    }
  }

  private void say(String state, String words, ReplayProgress progress, ReplayRun run) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(progress.json(state, run.reached()));
    } else {
      out.printf(
          Locale.ROOT,
          "replay '%s', %,d events, %,.0f s, %,.0f/s: it %s%n",
          name,
          run.done(),
          progress.seconds(),
          progress.perSecond(),
          words);
    }
    out.flush();
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
