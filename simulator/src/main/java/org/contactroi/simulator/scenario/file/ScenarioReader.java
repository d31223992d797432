package org.contactroi.simulator.scenario.file;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads scenarios. */
public final class ScenarioReader {

  private static final LocalDate USUAL_BEGIN = LocalDate.of(2026, 1, 5);
  private static final long USUAL_LENGTH = Duration.ofDays(30).toMillis();

  private final Findings findings;

  private ScenarioReader(String file) {
    this.findings = new Findings(file);
  }

  /**
   * Reads a scenario.
   *
   * @param file name of the file, for messages
   * @param text what is in it
   * @throws ScenarioException with every error there is
   */
  public static Scenario read(String file, String text) {
    ScenarioReader reader = new ScenarioReader(file);
    Optional<Scenario> scenario = reader.scenario(text);
    reader.findings.end();
    return scenario.orElseThrow();
  }

  private Optional<Scenario> scenario(String text) {
    try {
      Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
      if (root.isEmpty()) {
        findings.refuse(1, "the file is empty; allowed: a scenario");
      }
      return root.map(node -> new Value("", node, findings)).flatMap(this::scenario);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      findings.refuse(line, "is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      findings.refuse(1, "is no YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<Scenario> scenario(Value value) {
    Optional<Section> root = value.section();
    if (root.isEmpty()) {
      value.refuse("a section with scenario and tenants");
    }
    return root.map(this::scenario);
  }

  private Scenario scenario(Section root) {
    List<Tenant> tenants = new ArrayList<>();
    root.requireSection("tenants")
        .sectionsBy(Notation.ID)
        .forEach((id, section) -> tenants.add(new TenantReader(section).read(id)));
    return new Scenario(
        root.require("scenario", Notation.ID, ""),
        root.get("about", Notation.TEXT, ""),
        new Scenario.Period(
            root.get("begins", Notation.DATE, USUAL_BEGIN),
            Duration.ofMillis(root.get("length", Notation.LENGTH, USUAL_LENGTH)),
            root.get("live_day", Notation.DAY, 0)),
        tenants);
  }
}
