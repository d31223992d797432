package org.contactroi.app.rejects;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How refused records are listed. */
final class ListingOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Shows at most so many, the newest (default: ${DEFAULT-VALUE}); counts all.")
  private int limit = 100;

  @Option(names = "--counts", description = "Shows the counts by reason only.")
  private boolean counts;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  /**
   * Asked for before anything is read.
   *
   * @throws ParameterException if the limit is none
   */
  void check() {
    if (limit < 0) {
      throw new ParameterException(
          spec.commandLine(), "--limit is " + limit + "; allowed: 0 or more");
    }
  }

  void print(String what, List<RefusedRecord> chosen) {
    int skipped = counts ? chosen.size() : Math.max(0, chosen.size() - limit);
    RefusedReport report = new RefusedReport(what, chosen, chosen.subList(skipped, chosen.size()));
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? report.json() : report.text());
    out.flush();
  }
}
