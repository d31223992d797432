package org.contactroi.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.simulator.reference.ReferenceFile;
import org.contactroi.simulator.scenario.Scenario;

/**
 * States by what the simulated center is counted and valued: policy, rates, baseline, ledger. The
 * file it publishes stays in the folder of the stack; once it is there, it has been published.
 *
 * @param dayZero its local day is day 0 of the scenario
 * @param cluster options that name the cluster
 */
record ReferenceComponent(Path folder, Scenario scenario, Instant dayZero, List<String> cluster)
    implements Component {

  private static final String FILE = "reference.yaml";

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public String start() {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      Path written = folder.resolve("new-" + FILE);
      ReferenceFile.write(scenario, dayZero, written);
      publish(written);
      move(written, file);
    }
    return file.toString();
  }

  private void publish(Path file) {
    List<String> command = new ArrayList<>(List.of("reference", "apply", file.toString()));
    command.addAll(cluster);
    StringWriter output = new StringWriter();
    PrintWriter out = new PrintWriter(output, true);
    int exit = Main.commandLine().setOut(out).setErr(out).execute(command.toArray(String[]::new));
    if (exit != 0) {
      throw new SetupException("the reference data in " + file + " was refused: " + output);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
