package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.WindowSize;
import org.contactroi.serve.gauge.SlidingWindow;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.store.History;
import org.contactroi.serve.store.KpiState;
import org.contactroi.serve.store.KpiState.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /v1/kpis}: windows of many families and values. Minutes and sums are totals only:
 * they have no status, settled fraction, revision and money, which are null.
 */
final class KpisApi {

  private final KpiState state;

  KpisApi(KpiState state) {
    this.state = state;
  }

  /**
   * Windows of one size, or several of them added up.
   *
   * @param published the record of it; null if there is none
   */
  private record Row(long start, long end, Totals totals, History.@Nullable PricedKpi published) {

    static Row of(long start, History.PricedKpi published) {
      return new Row(start, published.kpi().end(), published.kpi().totals(), published);
    }
  }

  private record Series(SeriesId id, List<Row> rows) {}

  Response answer(Request request) {
    KpiQuery query = KpiQuery.of(request, state);
    List<Series> page = new ArrayList<>();
    Optional<String> next = read(query, page);
    Response response =
        Csv.isWanted(request) ? csv(query, page) : Response.json(200, json(query, page, next));
    return Cursor.link(response, request, next);
  }

  /** Reads whole series until the page is full; where the next page begins. */
  private Optional<String> read(KpiQuery query, List<Series> page) {
    int windows = 0;
    boolean isReached = query.cursor().isEmpty();
    for (SeriesId id : query.series()) {
      String name = KpiQuery.name(id);
      isReached = isReached || query.cursor().filter(name::equals).isPresent();
      if (isReached) {
        if (windows >= query.limit()) {
          return Optional.of(Cursor.of(name));
        }
        List<Row> rows = rows(query, id);
        windows += rows.size();
        if (!rows.isEmpty()) {
          page.add(new Series(id, query.isSum() ? List.of(sum(query, rows)) : rows));
        }
      }
    }
    return Optional.empty();
  }

  private List<Row> rows(KpiQuery query, SeriesId id) {
    long from = query.range().from();
    long to = query.range().to();
    List<Row> rows = new ArrayList<>();
    if (query.window() == WindowSize.MINUTE) {
      state
          .minutes(id, from, to)
          .forEach(
              (start, totals) ->
                  rows.add(new Row(start, start + SlidingWindow.MINUTE_MS, totals, null)));
    } else {
      state
          .history()
          .windows(id, from, to)
          .forEach((start, published) -> rows.add(Row.of(start, published)));
    }
    return rows;
  }

  private static Row sum(KpiQuery query, List<Row> rows) {
    Totals sum = rows.stream().map(Row::totals).reduce(Totals::plus).orElseThrow();
    return new Row(query.range().from(), query.range().to(), sum, null);
  }

  private static ObjectNode json(KpiQuery query, List<Series> page, Optional<String> next) {
    ObjectNode document = Times.tenant(query.tenant());
    document
        .put("slice", query.by().id())
        .put("window", query.window().id())
        .put("from", Times.text(query.range().from(), query.tenant().zone()))
        .put("to", Times.text(query.range().to(), query.tenant().zone()))
        .put("sum", query.isSum());
    ArrayNode list = document.putArray("series");
    for (Series series : page) {
      ObjectNode json = list.addObject();
      json.put("family", series.id().family().id()).put("value", series.id().slice().valueText());
      ArrayNode windows = json.putArray("windows");
      series.rows().forEach(row -> windows.add(json(query, row)));
    }
    return document.put("next", next.orElse(null));
  }

  private static ObjectNode json(KpiQuery query, Row row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("start", Times.text(row.start(), query.tenant().zone()))
        .put("end", Times.text(row.end(), query.tenant().zone()));
    JsonNode money = null;
    if (row.published() == null) {
      json.putNull("status").putNull("settled_fraction").putNull("revision");
    } else {
      Kpi kpi = row.published().kpi();
      json.put("status", status(kpi))
          .put("settled_fraction", kpi.settledFraction())
          .put("revision", kpi.revision());
      money = row.published().money();
    }
    json.set("totals", KpiJson.totals(row.totals()));
    json.set("figures", KpiJson.figures(row.totals()));
    return json.set("money", money);
  }

  /** A row for each figure of each window. */
  private static Response csv(KpiQuery query, List<Series> page) {
    Csv csv =
        new Csv(
            List.of(
                "tenant",
                "family",
                "slice",
                "value",
                "window",
                "start",
                "end",
                "status",
                "settled_fraction",
                "revision",
                "figure",
                "unit",
                "numerator",
                "denominator",
                "figure_value"));
    for (Series series : page) {
      for (Row row : series.rows()) {
        series
            .id()
            .family()
            .figures()
            .forEach(figure -> csv.row(values(query, series.id(), row, figure)));
      }
    }
    return csv.response();
  }

  private static @Nullable Object[] values(KpiQuery query, SeriesId id, Row row, Figure figure) {
    Kpi kpi = row.published() == null ? null : row.published().kpi();
    Ratio ratio = figure.from(row.totals());
    return new @Nullable Object[] {
      id.tenant(),
      id.family().id(),
      id.slice().by(),
      id.slice().valueText(),
      id.window().id(),
      Times.text(row.start(), query.tenant().zone()),
      Times.text(row.end(), query.tenant().zone()),
      kpi == null ? null : status(kpi),
      kpi == null ? null : (Double) kpi.settledFraction(),
      kpi == null ? null : (Long) kpi.revision(),
      figure.name(),
      figure.unit().id(),
      ratio.numerator(),
      ratio.denominator(),
      ratio.isDefined() ? (Double) ((double) ratio.numerator() / ratio.denominator()) : null
    };
  }

  private static String status(Kpi kpi) {
    return kpi.isSettled() ? "SETTLED" : "PROVISIONAL";
  }
}
