package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.family.Families;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;

/** Answers {@code /v1/families}: the figures there are, what they are made of, and their units. */
final class FamiliesApi {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FamiliesApi() {}

  static Response answer(Request request) {
    new Parameters(request.query(), List.of()).check();
    ObjectNode document = NODES.objectNode();
    ArrayNode families = document.putArray("families");
    Families.all().forEach(family -> families.add(family(family)));
    return Response.json(200, document);
  }

  private static ObjectNode family(Family family) {
    ObjectNode json = NODES.objectNode();
    json.put("family", family.id())
        .put("counts_when", family.clock().text())
        .put("has_minutes", family.hasMinutes())
        .put("has_money", family.isPriced());
    ArrayNode figures = json.putArray("figures");
    family.figures().forEach(figure -> figures.add(figure(figure)));
    ArrayNode totals = json.putArray("totals");
    family.measures().forEach(measure -> totals.add(measure(measure)));
    return json;
  }

  private static ObjectNode figure(Figure figure) {
    return NODES
        .objectNode()
        .put("figure", figure.name())
        .put("unit", figure.unit().id())
        .put("kind", figure.kind().name().toLowerCase(Locale.ROOT))
        .put("definition", figure.is());
  }

  private static ObjectNode measure(Measure measure) {
    ObjectNode json = NODES.objectNode();
    json.put("total", measure.fieldName())
        .put("form", measure.shape().form().name().toLowerCase(Locale.ROOT));
    ArrayNode parts = json.putArray("key_parts");
    measure.shape().keyParts().forEach(parts::add);
    ArrayNode quantities = json.putArray("quantities");
    measure.shape().quantities().forEach(quantity -> quantities.add(quantity.fieldName()));
    return json;
  }
}
