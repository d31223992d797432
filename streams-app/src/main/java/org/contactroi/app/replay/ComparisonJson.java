package org.contactroi.app.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.StatementRow;
import org.contactroi.roi.statement.TrackSum;

/** What is other between two runs, for programs. */
record ComparisonJson(Comparison comparison) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Compares, and writes one document, a difference as it is found. */
  void write(PrintWriter out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("first", comparison.first().name());
      json.writeStringField("second", comparison.second().name());
      json.writeNumberField("events_since_cut", comparison.eventsSince());
      json.writeArrayFieldStart("rules");
      for (ComparedRules.Change change : comparison.rules()) {
        write(json, document(change));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("totals");
      comparison.compareTotals(difference -> write(json, document(difference)));
      json.writeEndArray();
      json.writeArrayFieldStart("amounts");
      comparison.compareAmounts(difference -> write(json, document(difference)));
      json.writeEndArray();
      json.writeArrayFieldStart("statements");
      comparison.compareStatements(difference -> write(json, document(difference)));
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
  }

  private static void write(JsonGenerator json, ObjectNode document) {
    try {
      json.writeTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException("the comparison cannot be written", e);
    }
  }

  private static ObjectNode document(ComparedRules.Change change) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("record", change.record())
        .put("field", change.field())
        .put("first", change.first())
        .put("second", change.second());
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

  private static ObjectNode document(AmountsDifference difference) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("key", difference.key().text()).put("family", difference.key().family().id());
    write(document.putArray("micros"), difference.changes());
    return document;
  }

  private static void write(ArrayNode to, List<AmountsDifference.Change> changes) {
    changes.forEach(
        change ->
            to.addObject()
                .put("amount", change.name())
                .put("first", change.first())
                .put("second", change.second()));
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
    for (ComparedSums.OfFigures each : comparison.figureSums()) {
      ObjectNode sum = sums.addObject();
      sum.put("tenant", each.tenant()).put("slice", comparison.slice()).put("value", each.value());
      ArrayNode figures = sum.putArray("figures");
      each.changes().forEach(change -> change.write(figures.addObject()));
    }
    for (ComparedSums.OfAmounts each : comparison.amountSums()) {
      ObjectNode sum = sums.addObject();
      sum.put("tenant", each.tenant()).put("slice", comparison.slice()).put("value", each.value());
      sum.put("family", each.family().id()).put("currency", each.currency());
      write(sum.putArray("micros"), each.changes());
    }
    return sums;
  }

  private ObjectNode counts() {
    ObjectNode counts = JsonNodeFactory.instance.objectNode();
    counts.put("equal", comparison.isEqual());
    counts.put("windows", comparison.windows()).put("differences", comparison.differences());
    counts.put("differing_amounts", comparison.differingAmounts());
    counts.put("expired_hours", comparison.expired());
    counts
        .put("statements", comparison.statements())
        .put("statements_differing", comparison.differingStatements());
    counts.put("statements_in_status_alone", comparison.statusAlone());
    ArrayNode months = counts.putArray("by_month");
    comparison
        .byMonth()
        .forEach(
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
