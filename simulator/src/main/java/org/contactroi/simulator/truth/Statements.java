package org.contactroi.simulator.truth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contactroi.simulator.count.Values;
import org.contactroi.simulator.scenario.Money;

/** The statements of a tenant, each horizon as it looks at the end of every day. */
final class Statements {

  private static final int TRAILING = 30;
  private static final int EARLY_MONTHS = 3;
  private static final int MID_MONTHS = 12;

  private final String tenant;
  private final Money money;
  private final Days days;
  private final DayBook book;
  private final Scores scores;
  private final List<Track> tracks;

  /**
   * One statement.
   *
   * @param key as in the topic
   * @param to its last day, which moves on in most horizons
   */
  record Line(String key, LocalDate to, ObjectNode json) {}

  private record Span(int from, int to) {}

  Statements(TrueMoney.Tenant of, DayBook book, Scores scores, int last) {
    this.tenant = of.id();
    this.money = of.money();
    this.days = of.days();
    this.book = book;
    this.scores = scores;
    this.tracks = book.days(last);
  }

  /** Returns all statements up to the last day. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Payback payback = new Payback(days, book.firstStated());
    for (int day = book.firstStated(); day < book.firstStated() + tracks.size(); day++) {
      payback.next(track(day), sum(trailing(day)));
      int at = day;
      ObjectNode paidBack = payback.json();
      horizons(day)
          .forEach(
              (horizon, span) -> {
                // A horizon that is over was stated on its last day.
                if (span.from() <= span.to() && span.to() == at) {
                  lines.add(line(horizon, span, at, paidBack));
                }
              });
    }
    return lines;
  }

  private Map<String, Span> horizons(int day) {
    int early = days.number(goLive().plusMonths(EARLY_MONTHS));
    int mid = days.number(goLive().plusMonths(MID_MONTHS));
    int first = book.first();
    Map<String, Span> horizons = new LinkedHashMap<>();
    horizons.put("DAY", new Span(day, day));
    horizons.put("TRAILING_30_DAYS", trailing(day));
    horizons.put("TO_DATE", new Span(first, day));
    horizons.put("EARLY", new Span(first, Math.min(day, early - 1)));
    horizons.put("MID", new Span(Math.max(first, early), Math.min(day, mid - 1)));
    horizons.put("LATE", new Span(Math.max(first, mid), day));
    return horizons;
  }

  private Span trailing(int day) {
    return new Span(Math.max(book.first(), day - TRAILING + 1), day);
  }

  private LocalDate goLive() {
    return days.date(money.choices().goLive());
  }

  private Line line(String horizon, Span span, int day, ObjectNode payback) {
    boolean isTrailing = horizon.equals("TRAILING_30_DAYS");
    LocalDate start = days.date(isTrailing ? day - TRAILING + 1 : span.from());
    Json json =
        Json.object()
            .text("tenant_id", tenant)
            .text("scope", "all")
            .text("horizon", horizon)
            .text("start", start)
            .text("from", days.date(span.from()))
            .text("to", days.date(span.to()))
            .text("zone", days.zone())
            .text("currency", money.currency())
            .text("go_live", goLive());
    Json.put(json.node(), "provisional", sum(span).json());
    if (horizon.equals("TO_DATE")) {
      Json.put(json.node(), "payback", payback);
    }
    json.node().set("scorecard", scores.json(span.from(), span.to()));
    String id = horizon.toLowerCase(Locale.ROOT).replace('_', '-');
    return new Line(
        Values.escape(tenant) + "/all/" + id + "/" + start, days.date(span.to()), json.node());
  }

  private Track track(int day) {
    int index = day - book.firstStated();
    return index < 0 ? new Track() : tracks.get(index);
  }

  private Track sum(Span span) {
    Track sum = new Track();
    for (int day = span.from(); day <= span.to(); day++) {
      sum.add(track(day));
    }
    return sum;
  }
}
