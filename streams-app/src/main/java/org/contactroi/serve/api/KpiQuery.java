package org.contactroi.serve.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.store.KpiState;
import org.contactroi.serve.store.KpiState.SeriesId;

/**
 * Which windows are asked for.
 *
 * @param series in the order of families, then of values
 * @param isSum whether the windows of a series are added up
 * @param limit windows of an answer, exceeded only within a series
 */
record KpiQuery(
    Tenant tenant,
    SliceBy by,
    WindowSize window,
    Asked.Range range,
    List<SeriesId> series,
    boolean isSum,
    int limit,
    Optional<String> cursor) {

  private static final String SUM = "sum";

  private static final List<String> PARAMETERS =
      List.of(
          Asked.TENANT,
          Asked.FAMILY,
          Asked.SLICE,
          Asked.VALUE,
          Asked.WINDOW,
          Asked.FROM,
          Asked.TO,
          Asked.TRAILING,
          SUM,
          Cursor.LIMIT,
          Cursor.NAME);

  /** Reads a request. */
  static KpiQuery of(Request request, KpiState state) {
    Parameters parameters = new Parameters(request.query(), PARAMETERS);
    Optional<String> id = Asked.tenant(request, parameters);
    Optional<Tenant> tenant = id.flatMap(state::tenant);
    WindowSize window = parameters.get(Asked.WINDOW, WindowSize::ofFigures).orElse(WindowSize.HOUR);
    List<Family> families = families(parameters, window);
    SliceBy by = parameters.get(Asked.SLICE, SliceBy::of).orElse(SliceBy.ALL);
    List<Slice> slices = parameters.all(Asked.VALUE, value -> Asked.slice(by, value));
    boolean isSum =
        parameters.get(SUM, Asked.choice(List.of(true, false), String::valueOf)).orElse(false);
    int limit = Cursor.limit(parameters, Asked.MOST_WINDOWS);
    Optional<String> cursor = Cursor.from(parameters);
    Optional<Asked.Range> range = tenant.flatMap(of -> Asked.range(parameters, of, window));
    Tenant known = Asked.known(id, parameters, state);
    List<SeriesId> series = series(known, families, new Wanted(by, slices, window), state);
    if (cursor
        .filter(begin -> series.stream().map(KpiQuery::name).noneMatch(begin::equals))
        .isPresent()) {
      parameters.wrong(Cursor.NAME, "is none that was given for this");
    }
    parameters.check();
    return new KpiQuery(known, by, window, range.orElseThrow(), series, isSum, limit, cursor);
  }

  /** Names a series among those of a query. */
  static String name(SeriesId id) {
    return id.family().id() + "/" + id.slice().valueText();
  }

  private static List<Family> families(Parameters parameters, WindowSize window) {
    List<Family> families = parameters.all(Asked.FAMILY, Families::of);
    if (families.isEmpty()) {
      return Families.all().stream()
          .filter(family -> window != WindowSize.MINUTE || family.hasMinutes())
          .toList();
    }
    families.stream()
        .filter(family -> window == WindowSize.MINUTE && !family.hasMinutes())
        .forEach(
            family ->
                parameters.wrong(
                    Asked.WINDOW,
                    "family %s has no minutes; allowed: hour, day".formatted(family.id())));
    return families;
  }

  /** Of the values that are asked for, or of all there are. */
  private static List<SeriesId> series(
      Tenant tenant, List<Family> families, Wanted wanted, KpiState state) {
    List<SeriesId> series = new ArrayList<>();
    for (Family family : families) {
      List<Slice> slices =
          wanted.slices().isEmpty()
              ? state.history().values(tenant.id(), wanted.by(), List.of(family)).stream()
                  .map(value -> Asked.slice(wanted.by(), value))
                  .toList()
              : wanted.slices();
      slices.forEach(
          slice -> series.add(new SeriesId(tenant.id(), family, slice, wanted.window())));
    }
    return series;
  }

  /** Windows of one size of some values of a slice; of all values if none is named. */
  private record Wanted(SliceBy by, List<Slice> slices, WindowSize window) {}
}
