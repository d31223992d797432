package org.contactroi.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Publishes files of reference records, all or none, as the command does.
 *
 * @param cluster options that name the cluster
 */
record ReferenceFiles(List<Path> files, List<String> cluster) implements Component {

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public String start() {
    List<String> command = new ArrayList<>(List.of("reference", "apply"));
    files.forEach(file -> command.add(file.toString()));
    command.addAll(cluster);
    StringWriter output = new StringWriter();
    PrintWriter out = new PrintWriter(output, true);
    int exit = Main.commandLine().setOut(out).setErr(out).execute(command.toArray(String[]::new));
    if (exit != 0) {
      throw new SetupException("the reference data in " + names() + " was refused: " + output);
    }
    return names();
  }

  private String names() {
    return files.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
