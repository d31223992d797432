package org.contactroi.simulator.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;

/** The reference data of a scenario: policies, calendars, rates, baselines, ledger. */
public final class ReferenceFile {

  private final Map<String, List<Flow>> sections = new LinkedHashMap<>();

  private ReferenceFile(Scenario scenario, Instant dayZero) {
    scenario.tenants().forEach(tenant -> add(tenant, dayZero));
  }

  /**
   * Writes the reference data of a scenario.
   *
   * @param dayZero its local day is day 0 of the scenario
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Scenario scenario, Instant dayZero, Path file) {
    try {
      Files.writeString(file, text(scenario, dayZero));
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file + " failed: " + e.getMessage(), e);
    }
  }

  /** Returns what is in the file. */
  static String text(Scenario scenario, Instant dayZero) {
    StringBuilder text =
        new StringBuilder("# Reference data of the scenario ").append(scenario.name()).append("\n");
    new ReferenceFile(scenario, dayZero)
        .sections.forEach(
            (name, entries) -> {
              text.append("\n").append(name).append(":\n");
              entries.forEach(entry -> text.append("  - ").append(entry).append("\n"));
            });
    return text.toString();
  }

  private void add(Tenant tenant, Instant dayZero) {
    Dates dates = Dates.of(dayZero, tenant.place().zone());
    Money money = tenant.reporting().money();
    PolicyEntries policy = new PolicyEntries(tenant, dates, money == null ? 0 : money.from());
    add("calendars", policy.calendars());
    add("policies", policy.policies());
    if (money != null) {
      MoneyEntries entries = new MoneyEntries(tenant.id(), money, dates);
      add("fx", entries.exchanges());
      add("rates", entries.rates());
      add("baselines", entries.baselines());
      add("ledger", entries.ledger());
    }
  }

  private void add(String section, List<Flow> entries) {
    if (!entries.isEmpty()) {
      sections.computeIfAbsent(section, unseen -> new ArrayList<>()).addAll(entries);
    }
  }
}
