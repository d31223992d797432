package org.contactroi.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A family of KPIs that share one clock and one set of totals. */
@SuppressWarnings("ImmutableEnumChecker") // its list is one of List.of
public enum Family {
  HANDLE_TIME(1, "handle-time", HandleTime.values(), false),
  SERVICE_LEVEL(2, "service-level", ServiceLevel.values(), false),
  CONTAINMENT(3, "containment", Containment.values(), true),
  FIRST_CONTACT_RESOLUTION(4, "first-contact-resolution", FirstContactResolution.values(), true),
  VOLUME(5, "volume", Volume.values(), false),
  SAVING(6, "saving", Saving.values(), true),
  COST(7, "cost", Cost.values(), false),
  EXPERIENCE(8, "experience", Experience.values(), false),
  SALES(9, "sales", Sales.values(), false),
  OCCUPANCY(10, "occupancy", Occupancy.values(), false);

  private static final Family[] ALL = values();

  private final int code;
  private final String id;
  private final List<Measure> measures;
  private final boolean waitsForEpisodes;
  private final int scalars;
  private final int breakdowns;

  Family(int code, String id, Measure[] measures, boolean waitsForEpisodes) {
    this.code = code;
    this.id = id;
    this.measures = List.of(measures);
    this.waitsForEpisodes = waitsForEpisodes;
    this.scalars = count(shape -> shape == Measure.Shape.SCALAR);
    this.breakdowns = count(Measure.Shape::isBreakdown);
  }

  /** Name in keys, topics and parameters, for instance {@code handle-time}. */
  public String id() {
    return id;
  }

  /** Number in stored state; never given to another family. */
  public int code() {
    return code;
  }

  /**
   * The family of a code.
   *
   * @throws IllegalArgumentException naming the code when there is none
   */
  public static Family ofCode(int code) {
    for (Family family : ALL) {
      if (family.code == code) {
        return family;
      }
    }
    throw new IllegalArgumentException("no family has code " + code);
  }

  /** Its measures: scalars, then distributions, then breakdowns. */
  public List<Measure> measures() {
    return measures;
  }

  /** Whether its totals can change until episodes that are still open have passed. */
  public boolean waitsForEpisodes() {
    return waitsForEpisodes;
  }

  /** Whether it has minutes beside hours and days; intervals are prorated to hours only. */
  public boolean hasMinutes() {
    return this != OCCUPANCY;
  }

  int scalars() {
    return scalars;
  }

  int distributions() {
    return measures.size() - scalars - breakdowns;
  }

  int breakdowns() {
    return breakdowns;
  }

  private int count(Predicate<Measure.Shape> wanted) {
    return (int) measures.stream().map(Measure::shape).filter(wanted).count();
  }

  /**
   * The family of an id.
   *
   * @throws IllegalArgumentException naming the id and those allowed
   */
  public static Family of(String id) {
    return Arrays.stream(values())
        .filter(family -> family.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown family '%s'; allowed: %s"
                        .formatted(
                            id,
                            Arrays.stream(values())
                                .map(Family::id)
                                .collect(Collectors.joining(", ")))));
  }
}
