package org.contactroi.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A checkout of the repository, of any commit that has the launcher.
 *
 * @param root absolute folder of the checkout
 */
public record Checkout(Path root) {

  private static final String LAUNCHER = "contact-roi";

  /** Where this program was built. */
  public static Checkout own() {
    String root = System.getProperty("contact-roi.root", "");
    if (root.isEmpty()) {
      throw new IllegalStateException("start through the launcher: ./contact-roi bench");
    }
    return new Checkout(Path.of(root));
  }

  /**
   * Another one.
   *
   * @throws IllegalArgumentException if there is no launcher in it
   */
  public static Checkout at(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.isExecutable(root.resolve(LAUNCHER))) {
      throw new IllegalArgumentException(
          "'%s' is no checkout of Contact ROI: it has no executable %s"
              .formatted(folder, LAUNCHER));
    }
    return new Checkout(root);
  }

  /** Builds what its commands need, if something changed. */
  public void build(Children children, String name) throws InterruptedException {
    children.start("build-" + name, List.of(launcher(), "build"), Map.of()).awaitEnd();
  }

  /** The command line of one of its commands. */
  public List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(launcher());
    command.addAll(arguments);
    return command;
  }

  private String launcher() {
    return root.resolve(LAUNCHER).toString();
  }

  /** Short name of its commit, with + when files were changed; {@code unknown} outside of git. */
  public String commit() {
    String commit = git("rev-parse", "--short=7", "HEAD");
    if (commit.isEmpty()) {
      return "unknown";
    }
    return git("status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + "+";
  }

  private String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
