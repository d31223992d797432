package org.contactroi.app.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.StatementRow;
import org.contactroi.report.TextTable;
import org.contactroi.roi.statement.TrackSum;

/** Everything of which two runs do not say the same. */
final class Comparison {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ComparedRun first;
  private final ComparedRun second;
  private final ComparedPart part;
  private final long eventsSince;
  private final ComparedTotals totals;
  private final ComparedStatements statements;
  private final SortedMap<Family, SortedMap<YearMonth, Integer>> windows =
      new TreeMap<>(Comparator.comparing(Family::id));
  private final SortedSet<String> tenants = new TreeSet<>();
  private final Map<String, ComparedStatements.Difference> toDate = new LinkedHashMap<>();
  private int differing;
  private int status;

  /**
   * A comparison.
   *
   * @param eventsSince events that the first has counted beyond what the second has, or none
   */
  Comparison(ComparedRun first, ComparedRun second, ComparedPart part, long eventsSince) {
    this.first = first;
    this.second = second;
    this.part = part;
    this.eventsSince = eventsSince;
    this.totals = new ComparedTotals(first, second, this::isWanted, part::holds);
    this.statements = new ComparedStatements(first, second, this::isWanted);
  }

  private boolean isWanted(RowKey row) {
    return part.holds(row, localDay(row.tenant(), row.start()));
  }

  private boolean isWanted(StatementRecord statement) {
    return part.holds(statement.getTenantId(), statement.getFrom(), statement.getTo());
  }

  private LocalDate localDay(String tenant, long start) {
    return Instant.ofEpochMilli(start).atZone(first.policies().zone(tenant)).toLocalDate();
  }

  /** Compares, and prints for people; says whether all is equal. */
  boolean print(PrintWriter out) {
    totals.compare(this::note);
    statements.compare(this::note);
    if (eventsSince > 0) {
      out.printf(
          Locale.ROOT,
          "%s has counted %,d events since the cut: what they changed is another, too%n",
          first.name(),
          eventsSince);
    }
    if (isEqual()) {
      out.println(outcome());
    } else {
      months().forEach(out::println);
      figures().forEach(out::println);
      returns().forEach(out::println);
      out.println();
      out.println(outcome());
    }
    if (totals.expired() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d hours have expired in one of the runs: their cost and saving alone were compared%n",
          totals.expired());
    }
    out.flush();
    return isEqual();
  }

  /** Compares, and writes one document, a difference as it is found; says whether all is equal. */
  boolean write(PrintWriter out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("first", first.name());
      json.writeStringField("second", second.name());
      json.writeNumberField("events_since_cut", eventsSince);
      json.writeArrayFieldStart("totals");
      totals.compare(
          difference -> {
            note(difference);
            write(json, document(difference));
          });
      json.writeEndArray();
      json.writeArrayFieldStart("statements");
      statements.compare(
          difference -> {
            note(difference);
            write(json, document(difference));
          });
      json.writeEndArray();
      json.writeFieldName("sums");
      json.writeTree(sums());
      json.writeFieldName("outcome");
      json.writeTree(counts());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("the comparison cannot be written", e);
    }
    out.println();
    out.flush();
    return isEqual();
  }

  private static void write(JsonGenerator json, ObjectNode document) {
    try {
      json.writeTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException("the comparison cannot be written", e);
    }
  }

  private boolean isEqual() {
    return windows.isEmpty() && differing == 0;
  }

  private void note(TotalsDifference difference) {
    TotalsKey key = difference.key();
    tenants.add(key.tenant());
    windows
        .computeIfAbsent(key.family(), family -> new TreeMap<>())
        .merge(YearMonth.from(localDay(key.tenant(), key.start())), 1, Integer::sum);
  }

  private void note(ComparedStatements.Difference difference) {
    if (difference.isStatus()) {
      status++;
      return;
    }
    differing++;
    TenantStatement some = difference.first() == null ? difference.second() : difference.first();
    if (some != null && some.published().getHorizon() == Horizon.TO_DATE) {
      // Keys ascend by day, so the last one stays.
      toDate.put(some.tenant(), difference);
    }
  }

  private String outcome() {
    if (isEqual()) {
      return String.format(
          Locale.ROOT,
          "equal: %,d windows, %,d statements%s",
          totals.windows(),
          statements.statements(),
          status == 0 ? "" : String.format(Locale.ROOT, " (%,d settled in one run only)", status));
    }
    return String.format(
        Locale.ROOT,
        "%,d windows: %,d differences by family; %,d statements: %,d differ, %,d more in status alone",
        totals.windows(),
        number(),
        statements.statements(),
        differing,
        status);
  }

  private int number() {
    return windows.values().stream()
        .flatMap(months -> months.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  private List<String> months() {
    TextTable table = new TextTable(column -> column != 1);
    table.add(List.of("family", "windows", "by month"));
    windows.forEach(
        (family, months) ->
            table.add(
                List.of(
                    family.id(),
                    String.format(
                        Locale.ROOT,
                        "%,d",
                        months.values().stream().mapToInt(Integer::intValue).sum()),
                    months.entrySet().stream()
                        .map(month -> month.getKey() + " " + month.getValue())
                        .collect(Collectors.joining(", ")))));
    return windows.isEmpty() ? List.of() : table.lines();
  }

  /** Sums of all days that are compared, of each tenant and value. */
  private List<String> figures() {
    List<String> lines = new ArrayList<>();
    forEachSum(
        (tenant, value, changes) -> {
          TextTable table = new TextTable();
          table.add(List.of("", first.name(), second.name(), "difference", "share"));
          changes.forEach(change -> table.add(change.cells()));
          lines.add("");
          lines.add("%s, %s %s, all days".formatted(tenant, part.slice(), value));
          lines.addAll(table.lines());
        });
    return lines;
  }

  /** Gets the changed figures of a tenant's value of the slice. */
  private interface SumSink {
    void take(String tenant, String value, List<FigureChange> changes);
  }

  private void forEachSum(SumSink sink) {
    for (String tenant : tenants) {
      SortedMap<String, Map<Family, Totals>> a = days(first, tenant);
      SortedMap<String, Map<Family, Totals>> b = days(second, tenant);
      SortedSet<String> values = new TreeSet<>(a.keySet());
      values.addAll(b.keySet());
      for (String value : values) {
        List<FigureChange> changes =
            Families.all().stream()
                .flatMap(
                    family ->
                        FigureChange.of(sum(a, value, family), sum(b, value, family)).stream())
                .toList();
        if (!changes.isEmpty()) {
          sink.take(tenant, value, changes);
        }
      }
    }
  }

  private static Totals sum(Map<String, Map<Family, Totals>> byValue, String value, Family family) {
    return byValue.getOrDefault(value, Map.of()).getOrDefault(family, Totals.zero(family));
  }

  private SortedMap<String, Map<Family, Totals>> days(ComparedRun run, String tenant) {
    SortedMap<String, Map<Family, Totals>> sums = new TreeMap<>();
    run.topics()
        .totals(
            tenant,
            key ->
                key.window() == WindowSize.DAY
                    && key.slice().by().equals(part.slice())
                    && part.holds(key.family())
                    && isWanted(key.row()))
        .forEach(
            (key, totals) ->
                sums.computeIfAbsent(key.slice().valueText(), value -> new HashMap<>())
                    .merge(key.family(), totals, Totals::plus));
    return sums;
  }

  private List<String> returns() {
    List<String> lines = new ArrayList<>();
    toDate.forEach(
        (tenant, difference) -> {
          TenantStatement a = difference.first();
          TenantStatement b = difference.second();
          if (a != null && b != null) {
            lines.add("");
            lines.add(
                "return of %s to %s, all days, in %s".formatted(tenant, a.to(), a.currency()));
            lines.addAll(rows(a, b));
          }
        });
    return lines;
  }

  private List<String> rows(TenantStatement a, TenantStatement b) {
    TrackSum ofFirst = a.provisional().sum();
    TrackSum ofSecond = b.provisional().sum();
    TextTable table = new TextTable();
    table.add(List.of("", first.name(), second.name()));
    for (StatementRow row : StatementRow.of(List.of(ofFirst, ofSecond))) {
      if (!row.text(ofFirst).equals(row.text(ofSecond))) {
        table.add(List.of(row.title(), row.text(ofFirst), row.text(ofSecond)));
      }
    }
    return table.lines();
  }

  private static ObjectNode document(TotalsDifference difference) {
    TotalsKey key = difference.key();
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("key", key.text()).put("family", key.family().id());
    ArrayNode figures = document.putArray("figures");
    FigureChange.of(difference.first(), difference.second())
        .forEach(change -> change.write(figures.addObject()));
    ArrayNode measures = document.putArray("measures");
    for (Measure measure : key.family().measures()) {
      if (measure.shape().form() == Shape.Form.SCALAR) {
        long a = difference.first().get(measure);
        long b = difference.second().get(measure);
        if (a != b) {
          measures.addObject().put("measure", measure.fieldName()).put("first", a).put("second", b);
        }
      }
    }
    return document;
  }

  private static ObjectNode document(ComparedStatements.Difference difference) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("key", difference.key()).put("status_only", difference.isStatus());
    TenantStatement a = difference.first();
    TenantStatement b = difference.second();
    if (a == null || b == null) {
      return document.put("missing_in", a == null ? "first" : "second");
    }
    TrackSum ofFirst = a.provisional().sum();
    TrackSum ofSecond = b.provisional().sum();
    ArrayNode rows = document.putArray("rows");
    for (StatementRow row : StatementRow.of(List.of(ofFirst, ofSecond))) {
      String before = row.text(ofFirst);
      String after = row.text(ofSecond);
      if (!before.equals(after)) {
        rows.addObject().put("row", row.name()).put("first", before).put("second", after);
      }
    }
    return document;
  }

  private ArrayNode sums() {
    ArrayNode sums = JsonNodeFactory.instance.arrayNode();
    forEachSum(
        (tenant, value, changes) -> {
          ObjectNode sum = sums.addObject();
          sum.put("tenant", tenant).put("slice", part.slice()).put("value", value);
          ArrayNode figures = sum.putArray("figures");
          changes.forEach(change -> change.write(figures.addObject()));
        });
    return sums;
  }

  private ObjectNode counts() {
    ObjectNode counts = JsonNodeFactory.instance.objectNode();
    counts.put("equal", isEqual());
    counts.put("windows", totals.windows()).put("differences", number());
    counts.put("expired_hours", totals.expired());
    counts.put("statements", statements.statements()).put("statements_differing", differing);
    counts.put("statements_in_status_alone", status);
    ArrayNode months = counts.putArray("by_month");
    windows.forEach(
        (family, byMonth) ->
            byMonth.forEach(
                (month, number) ->
                    months
                        .addObject()
                        .put("family", family.id())
                        .put("month", month.toString())
                        .put("differences", number)));
    return counts;
  }
}
