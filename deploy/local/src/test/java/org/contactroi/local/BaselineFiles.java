package org.contactroi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.interaction.Resource;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
import org.contactroi.notation.DurationText;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.Score;

/**
 * A baseline as files have it: its scores and rows are written where older ones stand, in their
 * order, and all else is left as it is.
 */
record BaselineFiles(String id, List<BaselineRow> rows, Map<Score, Integer> scores) {

  private static final int DECIMALS = 2;

  void write(Path scenario, Path example) throws IOException {
    write(scenario, "_", id + ":");
    write(example, "-", "id: " + id);
  }

  /** Words are joined by hyphens in reference files, in scenarios otherwise. */
  private void write(Path file, String joint, String begin) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int first = find(lines, 0, begin);
    int at = find(lines, first, "scores:");
    int title = find(lines, at, "rows:");
    int indent = lines.get(title).indexOf("rows:");
    int end = title + 1;
    while (end < lines.size() && isWithin(lines.get(end), indent)) {
      end++;
    }
    List<String> written = new ArrayList<>(lines.subList(0, at));
    written.add(" ".repeat(indent) + "scores: " + scores(joint));
    written.addAll(lines.subList(at + 1, title + 1));
    rows.forEach(row -> addRow(row, joint, " ".repeat(indent + 2), written));
    written.addAll(lines.subList(end, lines.size()));
    Files.write(file, written);
  }

  private static boolean isWithin(String line, int indent) {
    return !line.isBlank() && line.indexOf(line.strip()) > indent;
  }

  private static int find(List<String> lines, int from, String begin) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(begin)) {
        return i;
      }
    }
    throw new IllegalStateException("there is no " + begin);
  }

  private String scores(String joint) {
    return new EnumMap<>(scores)
        .entrySet().stream()
            .map(
                score ->
                    ChoiceText.of(score.getKey()).replace("-", joint)
                        + ": "
                        + DecimalText.of(score.getValue(), DECIMALS))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static void addRow(BaselineRow row, String joint, String indent, List<String> to) {
    BaselineRow.Sample sample = row.sample();
    to.add(
        "%s- {channel: %s, issue: \"%s\", n: %d, contacts: %d, handled%scontacts: %d, effort: %s,"
            .formatted(
                indent,
                ChoiceText.of(row.channel()),
                row.issue(),
                sample.episodes(),
                sample.contacts(),
                joint,
                sample.handledContacts(),
                time(sample.effortMs())));
    List<String> usage =
        BaselineEntry.ordered(row).stream()
            .map(used -> used(used.getKey(), used.getValue(), joint))
            .toList();
    to.add(
        usage.stream()
            .collect(
                Collectors.joining(",\n" + indent + "           ", indent + "   usage: [", "]}")));
  }

  private static String used(UsageKey of, long quantity, String joint) {
    return "{resource: %s, key: \"%s\", channel: %s, quantity: %s}"
        .formatted(
            ChoiceText.of(of.resource()).replace("-", joint),
            of.key(),
            ChoiceText.of(of.channel()),
            of.resource().unit() == Resource.Unit.MILLISECONDS
                ? time(quantity)
                : Long.toString(quantity));
  }

  private static String time(long millis) {
    return DurationText.of(Duration.ofMillis(millis));
  }
}
