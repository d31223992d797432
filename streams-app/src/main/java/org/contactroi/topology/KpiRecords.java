package org.contactroi.topology;

import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
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
import org.contactroi.outputs.CostFigures;
import org.contactroi.outputs.CostKpi;
import org.contactroi.outputs.ExperienceFigures;
import org.contactroi.outputs.ExperienceKpi;
import org.contactroi.outputs.FirstContactResolutionFigures;
import org.contactroi.outputs.FirstContactResolutionKpi;
import org.contactroi.outputs.HandleTimeFigures;
import org.contactroi.outputs.HandleTimeKpi;
import org.contactroi.outputs.OccupancyFigures;
import org.contactroi.outputs.OccupancyKpi;
import org.contactroi.outputs.SalesFigures;
import org.contactroi.outputs.SalesKpi;
import org.contactroi.outputs.SavingFigures;
import org.contactroi.outputs.SavingKpi;
import org.contactroi.outputs.ServiceLevelFigures;
import org.contactroi.outputs.ServiceLevelKpi;
import org.contactroi.outputs.Status;
import org.contactroi.outputs.VolumeFigures;
import org.contactroi.outputs.VolumeKpi;
import org.contactroi.outputs.WindowSize;

/**
 * KPI records as published. Here, at the edge, ratios become doubles. Fields are put by position:
 * those of the record in the order below, those of the figures in the order of {@link Figure#of}.
 */
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
    Long watermark = settlement.watermark();
    Object[] fields = {
      key.tenant(),
      key.slice().by(),
      key.slice().valueText(),
      WindowSize.valueOf(window.size().name()),
      Instant.ofEpochMilli(window.start()),
      Instant.ofEpochMilli(window.end()),
      policy.zone().getId(),
      TZDB_VERSION,
      policy.version(),
      settlement.settled() ? Status.SETTLED : Status.PROVISIONAL,
      settlement.fraction(),
      watermark == null ? null : Instant.ofEpochMilli(watermark),
      state.revision(),
      TotalsRecords.toAvro(state.totals()),
      figures(state.totals())
    };
    for (int i = 0; i < fields.length; i++) {
      kpi.put(i, fields[i]);
    }
    return kpi;
  }

  private static SpecificRecordBase figures(Totals totals) {
    SpecificRecordBase figures = emptyFigures(totals.family());
    List<Figure> ofFamily = Figure.of(totals.family());
    for (int i = 0; i < ofFamily.size(); i++) {
      Ratio ratio = ofFamily.get(i).from(totals);
      if (!ofFamily.get(i).isPercentile()) {
        figures.put(i, ratio(ratio));
      } else if (ratio.isDefined()) {
        figures.put(i, ratio.numerator());
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

  private static SpecificRecordBase emptyKpi(Family family) {
    return switch (family) {
      case HANDLE_TIME -> new HandleTimeKpi();
      case SERVICE_LEVEL -> new ServiceLevelKpi();
      case CONTAINMENT -> new ContainmentKpi();
      case FIRST_CONTACT_RESOLUTION -> new FirstContactResolutionKpi();
      case VOLUME -> new VolumeKpi();
      case SAVING -> new SavingKpi();
      case COST -> new CostKpi();
      case EXPERIENCE -> new ExperienceKpi();
      case SALES -> new SalesKpi();
      case OCCUPANCY -> new OccupancyKpi();
    };
  }

  private static SpecificRecordBase emptyFigures(Family family) {
    return switch (family) {
      case HANDLE_TIME -> new HandleTimeFigures();
      case SERVICE_LEVEL -> new ServiceLevelFigures();
      case CONTAINMENT -> new ContainmentFigures();
      case FIRST_CONTACT_RESOLUTION -> new FirstContactResolutionFigures();
      case VOLUME -> new VolumeFigures();
      case SAVING -> new SavingFigures();
      case COST -> new CostFigures();
      case EXPERIENCE -> new ExperienceFigures();
      case SALES -> new SalesFigures();
      case OCCUPANCY -> new OccupancyFigures();
    };
  }
}
