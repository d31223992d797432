package org.contactroi.simulator.scenario.file;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contactroi.simulator.scenario.Demand;
import org.contactroi.simulator.scenario.Demand.Incident;
import org.contactroi.simulator.scenario.Demand.Occurrence;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;
import org.contactroi.yaml.Value;

/** Reads {@code contacts}. */
record DemandReader(Form<String> issue) {

  private static final int HOURS = 24;

  private static final Form<List<Double>> HOUR_FACTORS =
      Form.of("a list of 24 numbers of at least 0, one above", DemandReader::hours);

  Demand read(Section contacts) {
    return new Demand(
        contacts.require("per_day", Notation.POSITIVE, 1.0),
        contacts.get("hours", HOUR_FACTORS, Collections.nCopies(HOURS, 1.0)),
        weekdays(contacts),
        months(contacts),
        contacts.section("holidays").by(Notation.MONTH_DAY, Notation.FACTOR),
        contacts.sections("incidents").stream().map(this::incident).toList(),
        contacts.get("tests", Notation.SHARE, 0.0));
  }

  /** Returns the factors, scaled to a mean of 1. */
  private static Optional<List<Double>> hours(Value value) {
    List<Double> factors = new ArrayList<>();
    value
        .list()
        .ifPresent(
            hours -> hours.forEach(hour -> factors.add(hour.read(Notation.FACTOR).orElse(1.0))));
    double sum = factors.stream().reduce(0.0, Double::sum);
    return factors.size() == HOURS && sum > 0
        ? Optional.of(factors.stream().map(factor -> factor * HOURS / sum).toList())
        : Optional.empty();
  }

  private static List<Double> weekdays(Section contacts) {
    Map<DayOfWeek, Double> given = Weekdays.of(contacts.section("weekdays"), Notation.FACTOR);
    List<Double> factors = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      factors.add(given.getOrDefault(day, 1.0));
    }
    return factors;
  }

  private static List<Double> months(Section contacts) {
    Section given = contacts.section("months");
    List<Double> factors = new ArrayList<>();
    for (Month month : Month.values()) {
      String name = month.getDisplayName(TextStyle.SHORT, Locale.ROOT).toLowerCase(Locale.ROOT);
      factors.add(given.get(name, Notation.FACTOR, 1.0));
    }
    return factors;
  }

  private Incident incident(Section section) {
    return new Incident(
        section.require("issue", issue, ""),
        occurrence(section),
        section.require("lasts", Notation.LENGTH, 1L),
        section.require("per_hour", Notation.POSITIVE, 1.0));
  }

  private static Occurrence occurrence(Section section) {
    if (section.has("every")) {
      return new Occurrence(null, null, section.require("every", Notation.LENGTH, 1L));
    }
    return new Occurrence(
        section.require("day", Notation.DAY, 0),
        section.get("at", Notation.TIME, LocalTime.MIDNIGHT),
        null);
  }
}
