package org.contactroi.app.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.VersionEntry;
import org.contactroi.catalog.file.CatalogChange;
import org.contactroi.catalog.file.CatalogChange.Values;
import org.contactroi.kpi.Versions;
import org.contactroi.notation.ChoiceText;
import org.contactroi.yaml.Problem;
import org.contactroi.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** What the commands about reference records print. */
public final class ReferenceReport {

  private static final String LINE = System.lineSeparator();

  private ReferenceReport() {}

  /** A line per problem. */
  public static String text(Problems problems) {
    int errors = problems.all().size();
    return lines(problems.all().stream().map(Problem::toString).toList())
        + "%d %s; nothing was published%n".formatted(errors, errors == 1 ? "error" : "errors");
  }

  /** A block per entry, with the fields that differ from those before. */
  static String differences(List<CatalogChange> changes) {
    return changes.stream().map(ReferenceReport::difference).collect(Collectors.joining());
  }

  /** What was done. */
  static String outcome(int changes, boolean dryRun) {
    if (changes == 0) {
      return "nothing to publish" + LINE;
    }
    return dryRun
        ? "dry run: %d to publish, nothing was published%n".formatted(changes)
        : "published %d%n".formatted(changes);
  }

  /** A block per entry with all its fields. */
  static String list(List<CatalogEntry> entries) {
    return entries.stream()
        .map(entry -> entry.key() + LINE + fields(entry.fields()))
        .collect(Collectors.joining());
  }

  static String json(Problems problems) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("published", false);
    ArrayNode errors = document.putArray("errors");
    for (Problem problem : problems.all()) {
      errors
          .addObject()
          .put("file", problem.place().file())
          .put("line", problem.place().line())
          .put("message", problem.message());
    }
    return text(document);
  }

  static String json(List<CatalogChange> changes, boolean published) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("published", published);
    ArrayNode array = document.putArray("records");
    for (CatalogChange change : changes) {
      ObjectNode json = name(array.addObject(), change.entry());
      json.put("file", change.place().file());
      json.put("line", change.place().line());
      json.put("change", outcome(change));
      ObjectNode differences = json.putObject("differences");
      change
          .differences()
          .forEach(
              (field, values) ->
                  differences
                      .putObject(field)
                      .put("before", orNull(values.before()))
                      .put("after", orNull(values.after())));
    }
    return text(document);
  }

  static String json(List<CatalogEntry> entries) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode array = document.putArray("records");
    for (CatalogEntry entry : entries) {
      ObjectNode fields = name(array.addObject(), entry).putObject("fields");
      entry.fields().forEach(fields::put);
    }
    return text(document);
  }

  private static ObjectNode name(ObjectNode json, CatalogEntry entry) {
    json.put("key", entry.key()).put("kind", entry.kind().id()).put("tenant", entry.tenant());
    return entry instanceof VersionEntry
        ? json.put("valid_from", Versions.text(entry.validFrom()))
        : json;
  }

  private static String difference(CatalogChange change) {
    String title =
        "%-9s %s (%s)%n".formatted(outcome(change), change.entry().key(), change.place());
    return title
        + change.differences().entrySet().stream()
            .map(difference -> line(difference.getKey(), text(difference.getValue())))
            .collect(Collectors.joining());
  }

  private static String outcome(CatalogChange change) {
    return ChoiceText.of(change.outcome());
  }

  private static String text(Values values) {
    return values.before().isEmpty()
        ? values.after()
        : "%s -> %s".formatted(values.before(), values.after().isEmpty() ? "none" : values.after());
  }

  private static String fields(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> line(field.getKey(), field.getValue()))
        .collect(Collectors.joining());
  }

  private static String line(String name, String value) {
    return "  %-22s %s%n".formatted(name, value);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + LINE).collect(Collectors.joining());
  }

  private static String text(ObjectNode document) {
    return document.toPrettyString() + LINE;
  }
}
