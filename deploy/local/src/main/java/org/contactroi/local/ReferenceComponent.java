package org.contactroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
      new ReferenceFiles(List.of(written), cluster).start();
      move(written, file);
    }
    return file.toString();
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
