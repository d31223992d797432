package org.contactroi.serve.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.notation.DayOrInstant;
import org.contactroi.notation.DurationText;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.ProblemException;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.store.KpiState;

/** Parameters that several resources have. */
final class Asked {

  static final String TENANT = "tenant";
  static final String FAMILY = "family";
  static final String SLICE = "slice";
  static final String VALUE = "value";
  static final String WINDOW = "window";
  static final String FROM = "from";
  static final String TO = "to";
  static final String TRAILING = "trailing";

  /** Windows that a range may have. */
  static final int MOST_WINDOWS = 5_000;

  private Asked() {}

  /** Starts of windows, UTC ms: from is included, to is not. */
  record Range(long from, long to) {}

  /**
   * The id of the tenant that is asked about; empty if it is missing.
   *
   * @throws ProblemException if its figures may not be seen, before anything is said of them
   */
  static Optional<String> tenant(Request request, Parameters parameters) {
    Optional<String> tenant = parameters.required(TENANT, text -> text);
    tenant.ifPresent(request::requireTenant);
    return tenant;
  }

  /**
   * The tenant that is asked about, once all other parameters are read.
   *
   * @throws ProblemException naming every wrong parameter, or the tenant if it is not known
   */
  static Tenant known(Optional<String> id, Parameters parameters, KpiState state) {
    parameters.check();
    String tenant = id.orElseThrow();
    return state
        .tenant(tenant)
        .orElseThrow(() -> new ProblemException(404, "no tenant '%s'".formatted(tenant)));
  }

  /** Parser of a choice, which names those there are. */
  static <E> Function<String, E> choice(List<E> all, Function<E, String> name) {
    return text ->
        all.stream()
            .filter(each -> name.apply(each).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "is '%s'; allowed: %s"
                            .formatted(text, String.join(", ", all.stream().map(name).toList()))));
  }

  /** A value of a slice, as in the keys of the topics. */
  static Slice slice(SliceBy by, String value) {
    Slice slice = TotalsKey.slice(by.id(), value);
    if (slice.values().size() != by.dimensions().size()) {
      throw new IllegalArgumentException(
          "'%s' has %d parts; slice %s has %d, joined by +"
              .formatted(value, slice.values().size(), by.id(), by.dimensions().size()));
    }
    return slice;
  }

  /**
   * The windows of a range: those that are trailing, or from one bound to the other, which are
   * dates of the tenant or instants.
   */
  static Optional<Range> range(Parameters parameters, Tenant tenant, WindowSize window) {
    ZoneId zone = tenant.zone();
    Optional<Long> to =
        parameters
            .get(TO, text -> DayOrInstant.parse(text, zone))
            .or(() -> newest(parameters, tenant, window));
    Optional<Long> from = parameters.get(FROM, text -> DayOrInstant.parse(text, zone));
    Optional<Duration> trailing = parameters.get(TRAILING, Asked::trailing);
    if (from.isPresent() && trailing.isPresent()) {
      parameters.wrong(TRAILING, "stands beside 'from'; one of them says where it begins");
    }
    if (to.isEmpty()) {
      return Optional.empty();
    }
    long end = to.get();
    long begin = from.orElseGet(() -> before(end, trailing.orElse(span(window)), window, zone));
    if (begin >= end) {
      parameters.wrong(
          FROM,
          "%s is not before to %s"
              .formatted(Instant.ofEpochMilli(begin), Instant.ofEpochMilli(end)));
      return Optional.empty();
    }
    long windows = (end - begin - 1) / length(window).toMillis() + 1;
    if (windows > MOST_WINDOWS) {
      parameters.wrong(
          FROM,
          "%s to %s are %d windows; at most %d are allowed"
              .formatted(
                  Instant.ofEpochMilli(begin), Instant.ofEpochMilli(end), windows, MOST_WINDOWS));
    }
    return Optional.of(new Range(begin, end));
  }

  private static Duration trailing(String text) {
    Duration trailing = DurationText.parse(text);
    if (trailing.compareTo(Duration.ofMinutes(1)) < 0 || trailing.toDays() > 36_525) {
      throw new IllegalArgumentException("'%s' is not from 1m to 36525d".formatted(text));
    }
    return trailing;
  }

  /** Days are those of the calendar, however many hours they have. */
  private static long before(long end, Duration trailing, WindowSize window, ZoneId zone) {
    return window == WindowSize.DAY
        ? Instant.ofEpochMilli(end)
            .atZone(zone)
            .minusDays(trailing.toDays())
            .toInstant()
            .toEpochMilli()
        : end - trailing.toMillis();
  }

  /** After the window that holds the watermark. */
  private static Optional<Long> newest(Parameters parameters, Tenant tenant, WindowSize window) {
    Long watermark = tenant.watermark();
    if (watermark == null) {
      parameters.wrong(TO, "is missing, and nothing says yet what time the tenant has reached");
      return Optional.empty();
    }
    return Optional.of(new TenantCalendar(tenant.zone()).window(window, watermark).end());
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
}
