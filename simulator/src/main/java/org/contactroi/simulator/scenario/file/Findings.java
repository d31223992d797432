package org.contactroi.simulator.scenario.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong in a file. */
final class Findings {

  private final String file;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();

  private record Finding(int line, String text) {}

  Findings(String file) {
    this.file = file;
  }

  void refuse(int line, String text) {
    findings.add(new Finding(line, text));
  }

  /** Notes a section that was read: at the end it is asked for keys that nobody wanted. */
  void read(Section section) {
    sections.add(section);
  }

  /**
   * Ends the reading.
   *
   * @throws ScenarioException if anything is wrong
   */
  void end() {
    sections.forEach(Section::refuseUnknown);
    if (!findings.isEmpty()) {
      throw new ScenarioException(
          findings.stream()
              .sorted(Comparator.comparingInt(Finding::line))
              .map(finding -> file + ":" + finding.line() + ": " + finding.text())
              .toList());
    }
  }
}
