package org.contactroi.topology;

import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.outputs.ContainmentFigures;
import org.contactroi.outputs.ContainmentKpi;
import org.contactroi.outputs.FirstContactResolutionFigures;
import org.contactroi.outputs.FirstContactResolutionKpi;
import org.contactroi.outputs.HandleTimeFigures;
import org.contactroi.outputs.HandleTimeKpi;
import org.contactroi.outputs.ServiceLevelFigures;
import org.contactroi.outputs.ServiceLevelKpi;
import org.contactroi.outputs.Status;
import org.contactroi.outputs.VolumeFigures;
import org.contactroi.outputs.VolumeKpi;
import org.contactroi.outputs.WindowSize;

/** KPI records as published. Here, at the edge, ratios become doubles. */
final class KpiRecords {

  /** Of the time zone database that decides where days begin. */
  private static final String TZDB_VERSION =
      ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

  private KpiRecords() {}

  static SpecificRecordBase toAvro(TotalsKey key, WindowStore.Published published) {
    Window window = published.window();
    KpiPolicy policy = published.policy();
    Settlement settlement = published.settlement();
    WindowState state = published.state();
    SpecificRecordBase kpi = emptyKpi(key.family());
    put(kpi, "tenant_id", key.tenant());
    put(kpi, "slice", key.slice().by());
    put(kpi, "value", TotalsKey.valueText(key.slice()));
    put(kpi, "window", WindowSize.valueOf(window.size().name()));
    put(kpi, "start", Instant.ofEpochMilli(window.start()));
    put(kpi, "end", Instant.ofEpochMilli(window.end()));
    put(kpi, "zone", policy.zone().getId());
    put(kpi, "tzdb_version", TZDB_VERSION);
    put(kpi, "policy_version", policy.version());
    put(kpi, "status", settlement.settled() ? Status.SETTLED : Status.PROVISIONAL);
    put(kpi, "settled_fraction", settlement.fraction());
    Long watermark = settlement.watermark();
    if (watermark != null) {
      put(kpi, "watermark", Instant.ofEpochMilli(watermark));
    }
    put(kpi, "revision", state.revision());
    put(kpi, "totals", TotalsRecords.toAvro(state.totals()));
    put(kpi, "figures", figures(state.totals()));
    return kpi;
  }

  private static SpecificRecordBase figures(Totals totals) {
    SpecificRecordBase figures = emptyFigures(totals.family());
    for (Figure figure : Figure.of(totals.family())) {
      Ratio ratio = figure.from(totals);
      if (!figure.isPercentile()) {
        put(figures, figure.name(), ratio(ratio));
      } else if (ratio.isDefined()) {
        put(figures, figure.name(), ratio.numerator());
      }
    }
    return figures;
  }

  private static org.contactroi.outputs.Ratio ratio(Ratio ratio) {
    return new org.contactroi.outputs.Ratio(
        ratio.numerator(),
        ratio.denominator(),
        ratio.isDefined() ? (double) ratio.numerator() / ratio.denominator() : null);
  }

  private static void put(SpecificRecordBase record, String field, Object value) {
    record.put(record.getSchema().getField(field).pos(), value);
  }

  private static SpecificRecordBase emptyKpi(Family family) {
    return switch (family) {
      case HANDLE_TIME -> new HandleTimeKpi();
      case SERVICE_LEVEL -> new ServiceLevelKpi();
      case CONTAINMENT -> new ContainmentKpi();
      case FIRST_CONTACT_RESOLUTION -> new FirstContactResolutionKpi();
      case VOLUME -> new VolumeKpi();
    };
  }

  private static SpecificRecordBase emptyFigures(Family family) {
    return switch (family) {
      case HANDLE_TIME -> new HandleTimeFigures();
      case SERVICE_LEVEL -> new ServiceLevelFigures();
      case CONTAINMENT -> new ContainmentFigures();
      case FIRST_CONTACT_RESOLUTION -> new FirstContactResolutionFigures();
      case VOLUME -> new VolumeFigures();
    };
  }
}
