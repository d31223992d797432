package org.contactroi.simulator.scenario.file;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sections whose keys are days, such as {@code mon-fri: 08:00-20:00}. */
final class Weekdays {

  private Weekdays() {}

  /** Returns a value for every day that is named; of two for one day, the later. */
  static <T> Map<DayOfWeek, T> of(Section section, Kind<T> kind) {
    Map<DayOfWeek, T> values = new EnumMap<>(DayOfWeek.class);
    for (Section.Entry entry : section.entries()) {
      Set<DayOfWeek> days = entry.key().read(Notation.DAYS).orElse(Set.of());
      Optional<T> value = entry.value().read(kind);
      days.forEach(day -> value.ifPresent(of -> values.put(day, of)));
    }
    return values;
  }
}
