package org.contactroi.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.notation.DayOrInstant;
import org.contactroi.serve.gauge.SlidingWindow;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.store.KpiState;
import org.contactroi.serve.store.KpiState.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /api/v1/kpis}: the windows of one series that start in [from, to).
 *
 * <p>Parameters: {@code tenant} and {@code family}; {@code slice}, by default all; {@code value},
 * the slice's values joined by + as in the keys of the topics, needed unless the slice is all;
 * {@code window}, by default hour; {@code to}, by default the end of the newest window the tenant
 * can have, and {@code from}, by default 60 minutes, 24 hours or 30 days before. Bounds are dates
 * (the tenant's days) or instants. At most {@value #MAX_WINDOWS} windows. Minutes are totals only:
 * they have no status, settled fraction and revision, which are null.
 */
public final class KpiApi {

  static final int MAX_WINDOWS = 5_000;

  private static final List<String> PARAMETERS =
      List.of("tenant", "family", "slice", "value", "window", "from", "to");

  private final KpiState state;

  public KpiApi(KpiState state) {
    this.state = state;
  }

  public Response answer(Request request) {
    Query query = request.query();
    query.allowOnly(PARAMETERS);
    String id = query.required("tenant");
    Family family = parse("family", query.required("family"), Families::of);
    WindowSize window = parse("window", query.get("window").orElse("hour"), WindowSize::ofFigures);
    if (window == WindowSize.MINUTE && !family.hasMinutes()) {
      throw new ProblemException(
              400,
          "family %s has no minutes; windows allowed: hour, day".formatted(family.id()));
    }
    Slice slice = slice(query);
    Tenant tenant =
        state
            .tenant(id)
            .orElseThrow(() -> new ProblemException(404, "no tenant '%s'".formatted(id)));
    Range range = range(query, tenant, window);
    ObjectNode document = document(query, tenant);
    ArrayNode windows = document.putArray("windows");
    SeriesId series = new SeriesId(id, family, slice, window);
    if (window == WindowSize.MINUTE) {
      state
          .minutes(series, range.from(), range.to())
          .forEach((start, totals) -> windows.add(minute(start, tenant.zone(), totals)));
    } else {
      state
          .windows(series, range.from(), range.to())
          .forEach((start, kpi) -> windows.add(window(start, kpi)));
    }
    return Response.json(200, document);
  }

  private record Range(long from, long to) {}

  private static Range range(Query query, Tenant tenant, WindowSize window) {
    Long to = bound(query, "to", tenant.zone()).orElseGet(() -> newest(tenant, window));
    Long from = bound(query, "from", tenant.zone()).orElse(to - span(window).toMillis());
    if (from >= to) {
      throw new ProblemException(
              400,
          "from %s is not before to %s"
              .formatted(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)));
    }
    long windows = (to - from - 1) / length(window).toMillis() + 1;
    if (windows > MAX_WINDOWS) {
      throw new ProblemException(
              400,
          "from %s to %s are %d windows; at most %d are allowed"
              .formatted(
                  Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), windows, MAX_WINDOWS));
    }
    return new Range(from, to);
  }

  private static Optional<Long> bound(Query query, String name, ZoneId zone) {
    return query.get(name).map(text -> parse(name, text, t -> DayOrInstant.parse(t, zone)));
  }

  /** After the window that holds the watermark. */
  private static long newest(Tenant tenant, WindowSize window) {
    Long watermark = tenant.watermark();
    if (watermark == null) {
      throw new ProblemException(
              400,
          "parameter 'to' is missing, and nothing says yet what time the tenant has reached");
    }
    return new TenantCalendar(tenant.zone()).window(window, watermark).end();
  }

  private static Slice slice(Query query) {
    SliceBy by = parse("slice", query.get("slice").orElse(SliceBy.ALL.id()), SliceBy::of);
    if (by.dimensions().isEmpty()) {
      return new Slice(by.id(), List.of());
    }
    Slice slice = parse("value", query.required("value"), v -> TotalsKey.slice(by.id(), v));
    if (slice.values().size() != by.dimensions().size()) {
      throw new ProblemException(
              400,
          "value '%s' has %d parts; slice %s has %d, joined by +"
              .formatted(
                  query.required("value"), slice.values().size(), by.id(), by.dimensions().size()));
    }
    return slice;
  }

  private static Duration length(WindowSize window) {
    return switch (window) {
      case MINUTE -> Duration.ofMinutes(1);
      case QUARTER -> Duration.ofMinutes(15);
      case HOUR -> Duration.ofHours(1);
      case DAY -> Duration.ofDays(1);
    };
  }

  private static Duration span(WindowSize window) {
    return switch (window) {
      case MINUTE, QUARTER -> Duration.ofHours(1);
      case HOUR -> Duration.ofDays(1);
      case DAY -> Duration.ofDays(30);
    };
  }

  private static <T> T parse(String name, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      ProblemException wrong =
          new ProblemException(
              400,"parameter '%s': %s".formatted(name, e.getMessage()));
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static ObjectNode document(Query query, Tenant tenant) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("tenant", tenant.id())
        .put("family", query.required("family"))
        .put("slice", query.get("slice").orElse(SliceBy.ALL.id()))
        .put("window", query.get("window").orElse("hour").toLowerCase(Locale.ROOT))
        .put("zone", tenant.zone().getId())
        .put("watermark", text(tenant.watermark(), tenant.zone()));
    query.get("value").ifPresent(value -> json.put("value", value));
    return json;
  }

  private static ObjectNode window(long start, Kpi kpi) {
    ZoneId zone = ZoneId.of(kpi.zone());
    ObjectNode json = bounds(start, kpi.end(), zone);
    json.put("status", kpi.isSettled() ? "SETTLED" : "PROVISIONAL")
        .put("settled_fraction", kpi.settledFraction())
        .put("revision", kpi.revision());
    return addTotals(json, kpi.totals());
  }

  private static ObjectNode minute(long start, ZoneId zone, Totals totals) {
    ObjectNode json = bounds(start, start + SlidingWindow.MINUTE_MS, zone);
    json.putNull("status").putNull("settled_fraction").putNull("revision");
    return addTotals(json, totals);
  }

  private static ObjectNode bounds(long start, long end, ZoneId zone) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return json.put("start", text(start, zone)).put("end", text(end, zone));
  }

  private static ObjectNode addTotals(ObjectNode json, Totals totals) {
    json.set("totals", KpiJson.totals(totals));
    json.set("figures", KpiJson.figures(totals));
    return json;
  }

  private static @Nullable String text(@Nullable Long millis, ZoneId zone) {
    return millis == null
        ? null
        : Instant.ofEpochMilli(millis).atZone(zone).toOffsetDateTime().toString();
  }
}
