package org.contactroi.serve;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;

/**
 * One gauge of a family, or several that differ by their labels.
 *
 * @param name of the metric, in base units
 * @param help one sentence
 * @param values from totals, by the labels that tell them from others of the same metric; a label
 *     may be empty, which Prometheus reads as absent
 * @param unitsPerBase what values are divided by: 1 000 for milliseconds
 */
record GaugeSpec(
    String name, String help, Function<Totals, Map<Labels, Ratio>> values, double unitsPerBase) {

  /** The gauges of a family. */
  static List<GaugeSpec> of(Family family) {
    return switch (family) {
      case HANDLE_TIME -> ServiceGauges.HANDLE_TIME;
      case SERVICE_LEVEL -> ServiceGauges.SERVICE_LEVEL;
      case CONTAINMENT -> ServiceGauges.CONTAINMENT;
      case FIRST_CONTACT_RESOLUTION -> ServiceGauges.FIRST_CONTACT_RESOLUTION;
      case VOLUME -> ServiceGauges.VOLUME;
      case SAVING -> ValueGauges.SAVING;
      case COST -> ValueGauges.COST;
      case EXPERIENCE -> ValueGauges.EXPERIENCE;
      case SALES -> ValueGauges.SALES;
      case OCCUPANCY -> ValueGauges.OCCUPANCY;
    };
  }
}
