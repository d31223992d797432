package org.contactroi.simulator.scenario.file;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;
import org.contactroi.yaml.Place;
import org.contactroi.yaml.Problem;
import org.contactroi.yaml.Problems;
import org.contactroi.yaml.Section;
import org.contactroi.yaml.YamlFile;

/** Reads scenarios. */
public final class ScenarioReader {

  private static final LocalDate USUAL_BEGIN = LocalDate.of(2026, 1, 5);
  private static final long USUAL_LENGTH = Duration.ofDays(30).toMillis();

  private ScenarioReader() {}

  /**
   * Reads a scenario.
   *
   * @param file name of the file, for messages
   * @param text what is in it
   * @throws ScenarioException with every error there is
   */
  public static Scenario read(String file, String text) {
    Problems problems = new Problems();
    List<Section> documents = new YamlFile(file, problems, true).documents(text);
    Optional<Scenario> scenario = documents.stream().findFirst().map(ScenarioReader::scenario);
    documents.stream()
        .skip(1)
        .forEach(more -> problems.add(more.place(), "is a second document; allowed: one"));
    if (documents.isEmpty() && problems.isEmpty()) {
      problems.add(new Place(file, 1), "the file is empty; allowed: a scenario");
    }
    if (!problems.isEmpty()) {
      throw new ScenarioException(problems.all().stream().map(Problem::toString).toList());
    }
    return scenario.orElseThrow();
  }

  private static Scenario scenario(Section root) {
    List<Tenant> tenants =
        root.requireSection("tenants")
            .all(Notation.ID, (id, section) -> new TenantReader(section).read(id));
    Scenario scenario =
        new Scenario(
            root.require("scenario", Notation.ID, ""),
            root.get("about", Notation.TEXT, ""),
            new Scenario.Period(
                root.get("begins", Notation.DATE, USUAL_BEGIN),
                Duration.ofMillis(root.get("length", Notation.LENGTH, USUAL_LENGTH)),
                root.get("live_day", Notation.DAY, 0)),
            tenants);
    root.requireAsked();
    return scenario;
  }
}
