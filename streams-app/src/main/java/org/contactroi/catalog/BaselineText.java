package org.contactroi.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineRow;

/** Writes a baseline of usage as files have it. */
public final class BaselineText {

  /** What may hold anything, and is quoted. */
  private static final Set<String> FREE = Set.of(Names.TENANT, Names.ID, "issue", "key");

  private BaselineText() {}

  /** The lines of a file with nothing else. */
  public static List<String> lines(BaselineEntry entry) {
    Baseline baseline = entry.baseline();
    List<String> lines = new ArrayList<>(List.of(Kind.BASELINE.section() + ":"));
    lines.add("  - " + line(Names.TENANT, entry.tenant()));
    String section = "";
    for (Map.Entry<String, String> field : BaselineFields.TABLE.texts(baseline).entrySet()) {
      String[] name = field.getKey().split("\\.", 2);
      boolean isWithin = name.length > 1;
      if (isWithin && !section.equals(name[0])) {
        section = name[0];
        lines.add("    " + section + ":");
      }
      lines.add((isWithin ? "      " : "    ") + line(name[name.length - 1], field.getValue()));
    }
    lines.add("    rows:");
    baseline.rows().forEach(row -> add(row, lines));
    return lines;
  }

  private static void add(BaselineRow row, List<String> lines) {
    String start = "      - ";
    for (Map.Entry<String, String> field : BaselineRowFields.TABLE.texts(row).entrySet()) {
      lines.add(start + line(field.getKey(), field.getValue()));
      start = "        ";
    }
    lines.add("        usage: # per 1 000 episodes");
    BaselineEntry.ordered(row)
        .forEach(
            used ->
                lines.add(
                    UsedFields.written(used).entrySet().stream()
                        .map(field -> line(field.getKey(), field.getValue()))
                        .collect(Collectors.joining(", ", "          - {", "}"))));
  }

  private static String line(String name, String text) {
    return name + ": " + (FREE.contains(name) ? quoted(text) : text);
  }

  /** As YAML reads it whatever it holds. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
              } else if (point < ' ' || point > '~') {
                quoted.append("\\U%08X".formatted(point));
              } else {
                quoted.appendCodePoint(point);
              }
            });
    return quoted.append('"').toString();
  }
}
