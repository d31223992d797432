package org.contactroi.simulator.scenario.file;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Sections whose keys are days, such as {@code mon-fri: 08:00-20:00}. */
final class Weekdays {

  private Weekdays() {}

  /** Returns a value for every day that is named; of two for one day, the later. */
  static <T> Map<DayOfWeek, T> of(Section section, Form<T> form) {
    Map<DayOfWeek, T> values = new EnumMap<>(DayOfWeek.class);
    section
        .by(Notation.DAYS, form)
        .forEach((days, value) -> days.forEach(day -> values.put(day, value)));
    return values;
  }
}
