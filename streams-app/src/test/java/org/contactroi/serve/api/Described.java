package org.contactroi.serve.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the API says of itself, held against what it answers. */
final class Described {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEM = "application/problem+json";

  private final ObjectNode description;

  private Described(ObjectNode description) {
    this.description = description;
  }

  static Described read() throws IOException {
    Load load = new Load(LoadSettings.builder().build());
    return new Described(
        JSON.valueToTree(
            load.loadFromInputStream(
                Objects.requireNonNull(ApiV1.class.getResourceAsStream("openapi.yaml")))));
  }

  /** All paths. */
  Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    description.get("paths").fieldNames().forEachRemaining(paths::add);
    return paths;
  }

  /** Names of the parameters of a path that stand after the question mark. */
  List<String> parameters(String path) {
    List<String> names = new ArrayList<>();
    for (JsonNode parameter : description.get("paths").get(path).get("get").path("parameters")) {
      JsonNode resolved = resolved(parameter);
      if (resolved.get("in").asText().equals("query")) {
        names.add(resolved.get("name").asText());
      }
    }
    return names;
  }

  /** Every reference in the description that leads nowhere. */
  List<String> danglingReferences() {
    return description.findValuesAsText("$ref").stream()
        .filter(reference -> description.at(reference.substring(1)).isMissingNode())
        .toList();
  }

  /**
   * Fails unless an answer is as described.
   *
   * @param path as in the description
   */
  void check(String path, HttpResponse<String> response) throws IOException {
    JsonNode responses = description.get("paths").get(path).get("get").get("responses");
    JsonNode described =
        resolved(
            responses.path(Integer.toString(response.statusCode())).isMissingNode()
                ? responses.get("default")
                : responses.get(Integer.toString(response.statusCode())));
    String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    JsonNode schema = described.get("content").path(type).get("schema");
    assertThat(schema).as("%s is not described as answer of %s", type, path).isNotNull();
    if (type.equals("application/json") || type.equals(PROBLEM)) {
      ObjectNode whole = schema.deepCopy();
      whole.set("components", description.get("components"));
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(whole)
                  .validate(JSON.readTree(response.body())))
          .as(response.body())
          .isEmpty();
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
  }
}
