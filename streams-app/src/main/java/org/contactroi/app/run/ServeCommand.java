package org.contactroi.app.run;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the read side alone. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the output topics and shows the page, answers /metrics, /livez, /readyz and the API.",
      "Shows the replay that is promoted, else what 'run' publishes."
    })
public final class ServeCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    AppConfig config = cluster.config();
    OfficialServe serve = OfficialServe.start(config, List.of());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "serving on %s://%s:%d%n",
        config.tls().isPresent() ? "https" : "http",
        config.serve().endpoint().host(),
        serve.serve().port());
    out.flush();
    new Lifecycle()
        .runUntilEnd(
            serve,
            () -> {
              out.printf("stopped serving; what was read is in %s%n", config.serve().dataDir());
              out.flush();
            });
    return 0;
  }
}
