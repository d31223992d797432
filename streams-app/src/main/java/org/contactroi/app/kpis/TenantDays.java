package org.contactroi.app.kpis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Families;

/**
 * All figures of a tenant.
 *
 * @param sums over all of its days, in several slices
 * @param byDay of each of its days, every family of slice all
 */
public record TenantDays(String tenant, KpiReport sums, KpiSums byDay) {

  /**
   * Reads what is published now, in one pass.
   *
   * @param slices of the sums, all among them
   */
  public static TenantDays read(AppConfig config, String tenant, List<SliceBy> slices) {
    Set<String> wanted = slices.stream().map(SliceBy::id).collect(Collectors.toSet());
    try (PublishedTopics topics = PublishedTopics.open(config, ReadingProgress.SILENT)) {
      Map<TotalsKey, Totals> days =
          topics.days(tenant, key -> wanted.contains(key.slice().by()), new TreeSet<>());
      KpiReport sums = KpiReport.of(days, slices);
      return new TenantDays(tenant, sums, byDay(days, zone(config, topics, tenant)));
    }
  }

  /** The zone in which a tenant has its days: that of its policy, else of its records. */
  static ZoneId zone(AppConfig config, PublishedTopics topics, String tenant) {
    KpiPolicy own = config.policies().byTenant().get(tenant);
    return own == null
        ? topics.zone(tenant).map(ZoneId::of).orElse(config.policies().otherwise().zone())
        : own.zone();
  }

  static KpiSums byDay(Map<TotalsKey, Totals> days, ZoneId zone) {
    SortedMap<String, Map<Family, Totals>> byDay = new TreeMap<>();
    days.forEach(
        (key, totals) -> {
          if (key.slice().by().equals(SliceBy.ALL.id())) {
            String day = Instant.ofEpochMilli(key.start()).atZone(zone).toLocalDate().toString();
            byDay.computeIfAbsent(day, of -> nothing()).put(key.family(), totals);
          }
        });
    return new KpiSums(byDay);
  }

  private static Map<Family, Totals> nothing() {
    Map<Family, Totals> nothing = new TreeMap<>();
    Families.all().forEach(family -> nothing.put(family, Totals.zero(family)));
    return nothing;
  }

  /** Every figure of every day with numerator and denominator, and every total. */
  public List<String> dayLines() {
    List<String> lines = new ArrayList<>(List.of("tenant " + tenant));
    lines.addAll(KpiDetails.lines(byDay));
    lines.add("");
    return lines;
  }

  /** An object per day and family, with the tenant. */
  public List<ObjectNode> dayObjects() {
    return withTenant(KpiDetails.json(byDay, "day"));
  }

  /** An object per slice, value and family over all days, with the tenant. */
  public List<ObjectNode> sumObjects() {
    return withTenant(sums.json());
  }

  private List<ObjectNode> withTenant(ArrayNode objects) {
    List<ObjectNode> with = new ArrayList<>();
    objects.forEach(object -> with.add(((ObjectNode) object).put("tenant", tenant)));
    return with;
  }
}
