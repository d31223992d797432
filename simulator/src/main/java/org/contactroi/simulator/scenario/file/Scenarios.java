package org.contactroi.simulator.scenario.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contactroi.simulator.scenario.Scenario;

/** Where scenarios are found: in a file, or among those that come with the product. */
public final class Scenarios {

  /** The scenario used when none is named. */
  public static final String DEFAULT = "retail-ai-rollout";

  /** Small enough for its half a year to be computed while somebody waits. */
  public static final String SMALL = "small-shop";

  /** Names of the scenarios that come with the product. */
  public static final List<String> SHIPPED =
      List.of(DEFAULT, "bank-voice", "wechat-commerce", SMALL);

  private Scenarios() {}

  /**
   * Returns a scenario.
   *
   * @param nameOrFile name of a shipped scenario, or a YAML file
   * @throws ScenarioException if what is in it is wrong
   * @throws IllegalArgumentException if there is no such scenario or the file cannot be read
   */
  public static Scenario of(String nameOrFile) {
    return SHIPPED.contains(nameOrFile) ? shipped(nameOrFile) : inFile(Path.of(nameOrFile));
  }

  private static Scenario shipped(String name) {
    String file = name + ".yaml";
    try (InputStream in = Scenario.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the scenario " + file + " is missing in this build");
      }
      return ScenarioReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the scenario " + file + " cannot be read", e);
    }
  }

  private static Scenario inFile(Path file) {
    try {
      return ScenarioReader.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--scenario "
              + file
              + " is no file that can be read and not one of "
              + String.join(", ", SHIPPED),
          e);
    }
  }
}
