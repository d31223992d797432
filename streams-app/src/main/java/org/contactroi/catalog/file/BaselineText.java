package org.contactroi.catalog.file;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.interaction.Resource;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
import org.contactroi.notation.DurationText;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineRow;

/** Writes a baseline of usage as {@link CatalogFile} reads it. */
public final class BaselineText {

  private BaselineText() {}

  /** The lines of a file with nothing else. */
  public static List<String> lines(BaselineEntry entry) {
    Baseline baseline = entry.baseline();
    List<String> lines = new ArrayList<>();
    lines.add("baselines:");
    lines.add("  - tenant: " + quoted(entry.tenant()));
    lines.add("    id: " + quoted(baseline.id()));
    lines.add("    method: " + ChoiceText.of(baseline.method()));
    lines.add("    from: " + baseline.from());
    lines.add("    to: " + baseline.to());
    lines.add("    valid-from: " + baseline.validFrom());
    lines.add("    frozen-at: " + Instant.ofEpochMilli(baseline.frozenAt()));
    if (!baseline.scores().isEmpty()) {
      lines.add("    scores:");
      new TreeMap<>(baseline.scores())
          .forEach(
              (score, hundredths) ->
                  lines.add(
                      "      %s: %s"
                          .formatted(
                              ChoiceText.of(score),
                              DecimalText.of(hundredths, BaselineEntry.SCORE_DECIMALS))));
    }
    lines.add("    rows:");
    baseline.rows().forEach(row -> add(row, lines));
    return lines;
  }

  private static void add(BaselineRow row, List<String> lines) {
    BaselineRow.Sample sample = row.sample();
    lines.add("      - channel: " + ChoiceText.of(row.channel()));
    lines.add("        issue: " + quoted(row.issue()));
    lines.add("        n: " + sample.episodes());
    lines.add("        contacts: " + sample.contacts());
    lines.add("        handled-contacts: " + sample.handledContacts());
    lines.add("        effort: " + duration(sample.effortMs()));
    lines.add("        usage: # per 1 000 episodes");
    BaselineEntry.ordered(row).forEach(used -> lines.add("          - " + usage(used)));
  }

  private static String usage(Map.Entry<UsageKey, Long> used) {
    UsageKey key = used.getKey();
    boolean isTime = key.resource().unit() == Resource.Unit.MILLISECONDS;
    return "{resource: %s, key: %s, channel: %s, quantity: %s}"
        .formatted(
            ChoiceText.of(key.resource()),
            quoted(key.key()),
            ChoiceText.of(key.channel()),
            isTime ? duration(used.getValue()) : used.getValue().toString());
  }

  private static String duration(long ms) {
    return DurationText.of(Duration.ofMillis(ms));
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
