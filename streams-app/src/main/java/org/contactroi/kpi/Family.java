package org.contactroi.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A family of KPIs that share one clock and one set of totals. */
@SuppressWarnings("ImmutableEnumChecker") // its list is one of List.of
public enum Family {
  HANDLE_TIME("handle-time", HandleTime.values(), false),
  SERVICE_LEVEL("service-level", ServiceLevel.values(), false),
  CONTAINMENT("containment", Containment.values(), true),
  FIRST_CONTACT_RESOLUTION("first-contact-resolution", FirstContactResolution.values(), true),
  VOLUME("volume", Volume.values(), false);

  private final String id;
  private final List<Measure> measures;
  private final boolean waitsForEpisodes;
  private final int scalars;

  Family(String id, Measure[] measures, boolean waitsForEpisodes) {
    this.id = id;
    this.measures = List.of(measures);
    this.waitsForEpisodes = waitsForEpisodes;
    this.scalars =
        (int) this.measures.stream().filter(m -> m.shape() == Measure.Shape.SCALAR).count();
  }

  /** Name in keys, topics and parameters, for instance {@code handle-time}. */
  public String id() {
    return id;
  }

  /** Its measures, scalars first. */
  public List<Measure> measures() {
    return measures;
  }

  /** Whether its totals can change until episodes that are still open have passed. */
  public boolean waitsForEpisodes() {
    return waitsForEpisodes;
  }

  int scalars() {
    return scalars;
  }

  int distributions() {
    return measures.size() - scalars;
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
