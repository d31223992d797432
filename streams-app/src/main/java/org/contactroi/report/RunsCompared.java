package org.contactroi.report;

import java.util.List;

/**
 * What a page says about two runs.
 *
 * @param first name of the run that the other is held against
 * @param second name of the other
 * @param rules that are others
 * @param tenants those with differences
 * @param months how many windows of what are another, by month
 * @param outcome in a sentence
 * @param notes what else has to be known
 */
public record RunsCompared(
    String first,
    String second,
    List<Rule> rules,
    List<Tenant> tenants,
    List<Months> months,
    String outcome,
    List<String> notes) {

  /** A field of a reference record with both values. */
  public record Rule(String record, String field, String first, String second) {}

  /**
   * What is other of a tenant.
   *
   * @param lead the most important of all lines
   * @param figures of all days, by value of a slice
   * @param returned of the last statement; none if there is none
   * @param period of that statement and its currency; why there is none
   */
  public record Tenant(
      String name, List<Line> lead, List<Figures> figures, List<Line> returned, String period) {}

  /** The figures of a value of a slice. */
  public record Figures(String value, List<Line> lines) {}

  /** Something as both have it, as people read it. */
  public record Line(String name, String first, String second, String difference, String share) {}

  /** Windows of a family that are another. */
  public record Months(String family, long windows, String byMonth) {}

  public RunsCompared {
    rules = List.copyOf(rules);
    tenants = List.copyOf(tenants);
    months = List.copyOf(months);
    notes = List.copyOf(notes);
  }
}
