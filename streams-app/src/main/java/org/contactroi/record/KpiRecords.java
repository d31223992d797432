package org.contactroi.record;

import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.KpiFigure;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.outputs.Status;
import org.jspecify.annotations.Nullable;

/** KPI records, from and to the domain. Here, at the edge, ratios become doubles. */
public final class KpiRecords {

  /** Of the time zone database that decides where days begin. */
  public static final String TZDB_VERSION =
      ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

  private KpiRecords() {}

  /**
   * The record of a window.
   *
   * @param money what cost or saving says about it; null for other families
   */
  public static KpiRecord toAvro(Kpi kpi, @Nullable Object money) {
    TotalsKey key = kpi.key();
    Long watermark = kpi.watermark();
    return new KpiRecord(
        key.tenant(),
        key.family().id(),
        key.slice().by(),
        key.slice().valueText(),
        key.window().id(),
        Instant.ofEpochMilli(key.start()),
        Instant.ofEpochMilli(kpi.end()),
        kpi.zone(),
        TZDB_VERSION,
        kpi.policyVersion(),
        kpi.isSettled() ? Status.SETTLED : Status.PROVISIONAL,
        kpi.settledFraction(),
        watermark == null ? null : Instant.ofEpochMilli(watermark),
        kpi.revision(),
        TotalsRecords.sections(List.of(kpi.totals())),
        figures(kpi.totals()),
        money);
  }

  /** The KPI of a record, decoded to classes of any kind; its amounts are left aside. */
  public static Kpi toDomain(IndexedRecord decoded) {
    Family family = Families.of(Fields.text(decoded, "family"));
    Object watermark = Fields.find(decoded, "watermark");
    return new Kpi(
        new TotalsKey(
            Fields.text(decoded, "tenant_id"),
            family,
            TotalsKey.slice(Fields.text(decoded, "slice"), Fields.text(decoded, "value")),
            WindowSize.of(Fields.text(decoded, "window")),
            Fields.millis(Fields.get(decoded, "start"))),
        Fields.millis(Fields.get(decoded, "end")),
        Fields.text(decoded, "zone"),
        Fields.text(decoded, "policy_version"),
        Fields.text(decoded, "status").equals(Status.SETTLED.name()),
        ((Number) Fields.get(decoded, "settled_fraction")).doubleValue(),
        watermark == null ? null : Fields.millis(watermark),
        Fields.number(Fields.get(decoded, "revision")),
        TotalsRecords.ofSections(family, Fields.record(decoded, "totals")));
  }

  /** A ratio as published. */
  public static org.contactroi.outputs.Ratio ratio(Ratio ratio) {
    return new org.contactroi.outputs.Ratio(
        ratio.numerator(), ratio.denominator(), valueOrNull(ratio));
  }

  private static List<KpiFigure> figures(Totals totals) {
    List<KpiFigure> figures = new ArrayList<>(totals.family().figures().size());
    for (Figure figure : totals.family().figures()) {
      Ratio ratio = figure.from(totals);
      figures.add(
          new KpiFigure(
              figure.name(),
              figure.unit().id(),
              ratio.numerator(),
              ratio.denominator(),
              valueOrNull(ratio)));
    }
    return figures;
  }

  private static @Nullable Double valueOrNull(Ratio ratio) {
    return ratio.isDefined() ? (Double) ((double) ratio.numerator() / ratio.denominator()) : null;
  }
}
