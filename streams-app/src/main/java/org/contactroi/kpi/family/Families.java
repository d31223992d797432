package org.contactroi.kpi.family;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contactroi.episode.CustomerDay;
import org.contactroi.episode.Episode;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;

/** All families of KPIs. Whatever there is of each, from topics to gauges, derives from here. */
public final class Families {

  private static final List<Family> ALL =
      List.of(
          HandleTime.FAMILY,
          ServiceLevel.FAMILY,
          Containment.FAMILY,
          FirstContactResolution.FAMILY,
          Volume.FAMILY,
          Saving.FAMILY,
          Cost.FAMILY,
          Experience.FAMILY,
          Sales.FAMILY,
          Occupancy.FAMILY,
          Abandonment.FAMILY,
          Resolutions.FAMILY,
          Offers.FAMILY);

  private static final int KEY_PARTS = 6;

  private Families() {}

  /** All of them, in the order of their codes. */
  public static List<Family> all() {
    return ALL;
  }

  /**
   * The family of an id.
   *
   * @throws IllegalArgumentException naming the id and those allowed
   */
  public static Family of(String id) {
    return find(
        family -> family.id().equals(id),
        "unknown family '%s'; allowed: %s".formatted(id, ids(family -> true)));
  }

  /**
   * The family of a code.
   *
   * @throws IllegalArgumentException naming the code when there is none
   */
  public static Family ofCode(int code) {
    return find(family -> family.code() == code, "no family has code " + code);
  }

  /** The ids of those that pass, as a text for readers. */
  public static String ids(Predicate<Family> wanted) {
    return ALL.stream().filter(wanted).map(Family::id).collect(Collectors.joining(", "));
  }

  /**
   * What an interaction adds to the families that need no episode; a test is counted as excluded
   * and nowhere else. No total is zero.
   */
  public static Map<Cell, Totals> contributions(Interaction interaction) {
    Contributions contributions = Contributions.under(interaction.policyVersion());
    ALL.forEach(family -> family.contribute(interaction, contributions));
    return contributions.cells();
  }

  /**
   * What an event adds that belongs to no interaction.
   *
   * @param at its time, UTC ms
   * @param policyVersion of the rules valid then
   */
  public static Map<Cell, Totals> orphan(long at, String policyVersion) {
    Contributions contributions = Contributions.under(policyVersion);
    Volume.FAMILY.addOrphan(at, contributions);
    return contributions.cells();
  }

  /** What an episode adds to the families of its purpose. No total is zero. */
  public static Map<Cell, Totals> contributions(Episode episode) {
    Contributions contributions = Contributions.under(episode.policyVersion());
    ALL.forEach(family -> family.contribute(episode, contributions));
    return contributions.cells();
  }

  /** What the day of a customer adds. */
  public static Map<Cell, Totals> contributions(CustomerDay day) {
    Contributions contributions = Contributions.under(day.first().policyVersion());
    FirstContactResolution.FAMILY.add(day, contributions);
    return contributions.cells();
  }

  /**
   * Reads the key of totals.
   *
   * @throws IllegalArgumentException naming the key when it is not one
   */
  public static TotalsKey key(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != KEY_PARTS) {
      throw new IllegalArgumentException(
          "'%s' is no key tenant/family/slice/value/window/start".formatted(text));
    }
    return new TotalsKey(
        Keys.unescape(parts[0]),
        of(parts[1]),
        TotalsKey.slice(parts[2], parts[3]),
        WindowSize.of(parts[4]),
        TotalsKey.start(parts[5], text));
  }

  private static Family find(Predicate<Family> wanted, String otherwise) {
    for (Family family : ALL) {
      if (wanted.test(family)) {
        return family;
      }
    }
    throw new IllegalArgumentException(otherwise);
  }
}
