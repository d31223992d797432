package org.contactroi.app.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.contactroi.outputs.EpisodeMember;
import org.contactroi.outputs.EpisodeRecord;
import org.jspecify.annotations.Nullable;

/** Everything that a fact's records say. */
record FactFields(List<IndexedRecord> parts) {

  private static final String NOTHING = "-";
  private static final int LONGEST = 60;

  /** Says how a fact is cut into records, and nothing of the fact. */
  private static final Set<String> OF_RECORDS = Set.of("part", "parts");

  FactFields {
    parts = List.copyOf(parts);
  }

  /** Of several facts. */
  static Map<String, FactFields> of(Map<String, List<IndexedRecord>> byFact) {
    Map<String, FactFields> fields = new HashMap<>();
    byFact.forEach((fact, parts) -> fields.put(fact, new FactFields(parts)));
    return fields;
  }

  /** The fields that another fact has otherwise, with both values, in the order of the schema. */
  List<String> differences(FactFields other) {
    List<String> differences = new ArrayList<>();
    if (parts.size() == other.parts.size()) {
      for (int part = 0; part < parts.size(); part++) {
        note("", parts.get(part), other.parts.get(part), differences);
      }
    } else {
      differences.add("records: %d → %d".formatted(parts.size(), other.parts.size()));
    }
    return differences;
  }

  /** The interactions of an episode; none of another fact. */
  Set<String> members() {
    Set<String> members = new TreeSet<>();
    for (IndexedRecord part : parts) {
      if (part instanceof EpisodeRecord episode) {
        for (EpisodeMember member : episode.getMembers()) {
          members.add(member.getInteractionId());
        }
      }
    }
    return members;
  }

  private static void note(
      String path, @Nullable Object one, @Nullable Object other, List<String> differences) {
    if (one instanceof IndexedRecord first
        && other instanceof IndexedRecord second
        && first.getSchema().equals(second.getSchema())) {
      for (Schema.Field field : first.getSchema().getFields()) {
        if (!OF_RECORDS.contains(field.name())) {
          String name = path.isEmpty() ? field.name() : path + "." + field.name();
          note(name, first.get(field.pos()), second.get(field.pos()), differences);
        }
      }
    } else if (one instanceof List<?> first && other instanceof List<?> second) {
      if (first.size() == second.size()) {
        for (int i = 0; i < first.size(); i++) {
          note("%s[%d]".formatted(path, i), first.get(i), second.get(i), differences);
        }
      } else {
        differences.add("%s: %d → %d of them".formatted(path, first.size(), second.size()));
      }
    } else if (!Objects.equals(one, other)) {
      differences.add("%s: %s → %s".formatted(path, text(one), text(other)));
    }
  }

  private static String text(@Nullable Object value) {
    if (value instanceof IndexedRecord some) {
      return "a " + some.getSchema().getName();
    }
    String text = value == null ? NOTHING : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
