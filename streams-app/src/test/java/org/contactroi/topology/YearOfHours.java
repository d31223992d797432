package org.contactroi.topology;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.contactroi.app.config.AppConfig;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.event.Channel;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.DerivedRows;
import org.contactroi.roi.rate.RateUnit;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.valuation.PublishedDays;
import org.contactroi.roi.valuation.StatedDays;

/**
 * How long it takes to value a year: 8 760 hours, each with cells of 7 channels and 10 issues.
 * Started by hand; it prints the processor time of each round, the first with a cold virtual
 * machine.
 */
public final class YearOfHours {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");
  private static final List<String> CHANNELS =
      Arrays.stream(Channel.values()).limit(7).map(Channel::name).sorted().toList();
  private static final int ISSUES = 10;

  /** Lines of breakdowns ascend. */
  private static final List<Resource> RESOURCES =
      Arrays.stream(Resource.values()).sorted(Comparator.comparing(Resource::name)).toList();

  private static final int ROUNDS = 6;
  private static final long HOUR_MS = 3_600_000;
  private static final String FROM = "2020-01-01T00:00:00Z";
  private static final Slice ALL = new Slice("all", List.of());

  private final Random random = new Random(1);
  private final Map<TotalsKey, Totals> windows = new HashMap<>();

  private YearOfHours() {
    long start = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    long end = LAST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    for (long hour = start; hour < end; hour += HOUR_MS) {
      add(hour, saving(random));
      add(hour, cost(random));
    }
  }

  /** Prints the milliseconds of each round. */
  public static void main(String[] arguments) {
    YearOfHours year = new YearOfHours();
    long lines =
        year.windows.values().stream()
            .mapToLong(
                totals ->
                    totals.family() == Saving.FAMILY
                        ? totals.breakdown(Saving.USAGE).lines().size()
                        : totals.breakdown(Cost.USAGE).lines().size())
            .sum();
    System.out.printf("%d windows, %d usage lines%n", year.windows.size(), lines);
    for (int round = 0; round < ROUNDS; round++) {
      long begin = cpuNanos();
      StatedDays book = year.evaluate(60 + round);
      long value =
          book.statement(Horizon.TO_DATE, LAST).orElseThrow().provisional().saving().micros();
      System.out.printf("%d ms CPU, saving %d%n", (cpuNanos() - begin) / 1_000_000, value);
    }
  }

  /** Other builds may share the cores. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private StatedDays evaluate(long wage) {
    PublishedDays days =
        new PublishedDays(
            Sent.TENANT,
            ZoneOffset.UTC,
            windows,
            new PublishedDays.Reached(
                LAST.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli(),
                AppConfig.of(Map.of()).policies(),
                Set.of(),
                Map.of()));
    List<CatalogEntry> entries = new ArrayList<>();
    entries.add(Priced.policy(FIRST));
    entries.add(Priced.wage("wage", wage, FROM, "2026-05-01T00:00:00Z"));
    entries.add(Priced.wage("raise", wage + 3, "2026-05-01T00:00:00Z", null));
    for (Resource resource : Resource.values()) {
      if (resource != Resource.AGENT) {
        RateUnit unit =
            resource.unit() == Resource.Unit.MILLISECONDS ? RateUnit.HOUR : RateUnit.THOUSAND;
        entries.add(Priced.rate(resource.name(), resource, unit, 123_457, FROM, null));
      }
    }
    entries.add(baseline());
    return StatedDays.of(Catalog.terms(Sent.TENANT, entries, ZoneOffset.UTC), days, LAST)
        .orElseThrow();
  }

  private CatalogEntry baseline() {
    LocalDate before = LocalDate.parse("2025-12-01");
    return new BaselineEntry(
        Sent.TENANT,
        new Baseline(
            "before",
            BaselineMethod.PRE_PERIOD,
            before,
            before,
            before,
            Instant.EPOCH.toEpochMilli(),
            DerivedRows.of(saving(new Random(2))),
            Map.of()));
  }

  private void add(long hour, Totals totals) {
    windows.put(new TotalsKey(Sent.TENANT, totals.family(), ALL, WindowSize.HOUR, hour), totals);
  }

  private static Totals saving(Random random) {
    List<Breakdown.Line> cells = new ArrayList<>();
    List<Breakdown.Line> usage = new ArrayList<>();
    for (String channel : CHANNELS) {
      for (int issue = 0; issue < ISSUES; issue++) {
        List<String> cell = List.of(channel, "issue-" + issue);
        long episodes = 1L + random.nextInt(50);
        cells.add(line(cell, episodes, episodes + 3, episodes, episodes * 250_000L, episodes));
        for (Resource resource : RESOURCES) {
          usage.add(
              line(
                  List.of(channel, "issue-" + issue, resource.name(), key(resource), channel),
                  1L + random.nextInt(1_000_000)));
        }
      }
    }
    return Totals.builder(Saving.FAMILY)
        .add(Saving.CELLS, Breakdown.of(cells))
        .add(Saving.USAGE, Breakdown.of(usage))
        .build();
  }

  private static Totals cost(Random random) {
    List<Breakdown.Line> usage = new ArrayList<>();
    for (Resource resource : RESOURCES) {
      for (String channel : CHANNELS) {
        usage.add(
            line(List.of(resource.name(), key(resource), channel), 1L + random.nextInt(1_000_000)));
      }
    }
    return Totals.builder(Cost.FAMILY)
        .add(Cost.HANDLED_BY_HUMAN, 100)
        .add(Cost.USAGE, Breakdown.of(usage))
        .build();
  }

  private static Breakdown.Line line(List<String> key, long... quantities) {
    return new Breakdown.Line(key, quantities);
  }

  private static String key(Resource resource) {
    return switch (resource) {
      case AGENT, TELEPHONY, CONTACT -> "queue:service";
      case BOT_SESSION, BOT_MESSAGE -> "shop-bot-2";
      case MODEL_INPUT_TOKEN, MODEL_OUTPUT_TOKEN, MODEL_AUDIO -> "model-large";
    };
  }
}
