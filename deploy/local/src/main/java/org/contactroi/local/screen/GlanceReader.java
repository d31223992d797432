package org.contactroi.local.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.contactroi.app.kpis.KpiSums;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.serve.Serve;
import org.contactroi.simulator.scenario.Baseline;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the read side what the screen shows.
 *
 * @param begin event time where nothing has been reached yet
 */
public record GlanceReader(Serve serve, Tenant tenant, Instant begin) {

  /** What it is now. */
  public Glance read() {
    ZoneId zone = tenant.place().zone();
    Instant reached = reached();
    Optional<TenantStatement> statement = serve.statement(tenant.id(), Horizon.TO_DATE);
    LocalDate goLive = statement.map(TenantStatement::goLive).orElse(LocalDate.EPOCH);
    return new Glance(
        new Glance.Reached(reached, zone),
        statement,
        sums(SliceBy.ALL, goLive, zone).getOrDefault(SliceBy.ALL.id(), Map.of()),
        before(tenant.reporting().money()),
        today(reached.atZone(zone).toLocalDate(), zone),
        serve.open(tenant.id()));
  }

  /** Event time that is reached. */
  public Instant reached() {
    return serve.watermark(tenant.id()).filter(begin::isBefore).orElse(begin);
  }

  /** That of all queues last. */
  private Map<String, Map<Family, Totals>> today(LocalDate day, ZoneId zone) {
    Map<String, Map<Family, Totals>> today = new LinkedHashMap<>(sums(SliceBy.QUEUE, day, zone));
    today.putAll(sums(SliceBy.ALL, day, zone));
    return today;
  }

  private SortedMap<String, Map<Family, Totals>> sums(SliceBy slice, LocalDate from, ZoneId zone) {
    return KpiSums.of(serve.days(tenant.id(), List.of(slice), from.atStartOfDay(zone).toInstant()))
        .byValue();
  }

  private static Optional<Baseline.Sample> before(@Nullable Money money) {
    return money == null
        ? Optional.empty()
        : money.baselines().stream()
            .max(Comparator.comparingInt(Baseline::from))
            .map(GlanceReader::sample);
  }

  private static Baseline.Sample sample(Baseline baseline) {
    return baseline.rows().stream()
        .map(Baseline.Row::sample)
        .reduce(new Baseline.Sample(0, 0, 0, 0), GlanceReader::plus);
  }

  private static Baseline.Sample plus(Baseline.Sample one, Baseline.Sample other) {
    return new Baseline.Sample(
        one.episodes() + other.episodes(),
        one.contacts() + other.contacts(),
        one.handled() + other.handled(),
        one.effort() + other.effort());
  }
}
