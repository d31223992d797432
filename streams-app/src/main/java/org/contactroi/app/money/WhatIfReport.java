package org.contactroi.app.money;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.StatementRow;
import org.contactroi.report.TextTable;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.TrackSum;
import org.contactroi.serve.api.StatementJson;
import org.jspecify.annotations.Nullable;

/** Official figures beside those of a what-if, with their differences. */
final class WhatIfReport {

  private WhatIfReport() {}

  /** For reading. */
  static List<String> lines(WhatIf whatIf, List<Track> tracks) {
    TenantStatement official = whatIf.official();
    List<String> lines = new ArrayList<>();
    lines.add(
        "What if, of '%s', %s to %s, in %s; nothing is published"
            .formatted(
                official.tenant(), whatIf.other().from(), official.to(), official.currency()));
    if (!whatIf.leftOut().isEmpty()) {
      lines.add("left out on both sides, because it is money that no rate changes:");
      whatIf.leftOut().forEach(row -> lines.add("  " + row));
    }
    for (Track track : tracks) {
      lines.add("");
      lines.addAll(table(whatIf, track));
    }
    lines.addAll(unpriced(whatIf, tracks));
    return lines;
  }

  /** Both statements, and every figure with its exact difference. */
  static ObjectNode json(WhatIf whatIf, List<Track> tracks) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode leftOut = document.putArray("left_out");
    whatIf.leftOut().forEach(leftOut::add);
    ObjectNode differences = document.putObject("differences");
    for (Track track : tracks) {
      ObjectNode ofTrack = differences.putObject(track.id());
      Both both = Both.of(whatIf, track);
      both.rows().forEach(row -> put(ofTrack, row.name(), both.difference(row)));
    }
    document.set("official", StatementJson.of(whatIf.official(), Track.ids(tracks)));
    document.set("what_if", StatementJson.of(whatIf.other(), Track.ids(tracks)));
    return document;
  }

  /** What a track sums to on both sides. */
  private record Both(TrackSum official, TrackSum other) {

    static Both of(WhatIf whatIf, Track track) {
      return new Both(track.of(whatIf.official()).sum(), track.of(whatIf.other()).sum());
    }

    List<StatementRow> rows() {
      return StatementRow.of(List.of(official, other));
    }

    @Nullable Fraction difference(StatementRow row) {
      Fraction before = row.value().apply(official);
      Fraction after = row.value().apply(other);
      return before == null || after == null ? null : after.minus(before);
    }

    List<String> cells(StatementRow row) {
      return List.of(row.text(official), row.text(other), row.text(difference(row)));
    }
  }

  private static List<String> table(WhatIf whatIf, Track track) {
    TextTable table = new TextTable();
    table.add(track.id(), List.of("official", "what-if", "difference"));
    Both both = Both.of(whatIf, track);
    both.rows().forEach(row -> table.add(row.title(), both.cells(row)));
    Payback official = whatIf.official().payback();
    Payback other = whatIf.other().payback();
    if (official != null && other != null) {
      table.add("payback", List.of(text(official.date()), text(other.date()), ""));
    }
    return table.lines();
  }

  private static List<String> unpriced(WhatIf whatIf, List<Track> tracks) {
    Map<String, TenantStatement.Booked> all = new LinkedHashMap<>();
    for (Track track : tracks) {
      all.put("official, " + track.id(), track.of(whatIf.official()));
      all.put("what-if, " + track.id(), track.of(whatIf.other()));
    }
    return StatementText.unpriced(all);
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "not yet" : day.toString();
  }

  /** Amounts are whole numbers of millionths; the others quotients. */
  private static void put(ObjectNode json, String name, @Nullable Fraction exact) {
    if (exact == null) {
      json.putNull(name);
    } else if (exact.denominator().equals(BigInteger.ONE)) {
      json.put(name, exact.numerator());
    } else {
      json.putObject(name)
          .put("numerator", exact.numerator())
          .put("denominator", exact.denominator());
    }
  }
}
