package org.contactroi.catalog.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.catalog.Names;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.catalog.file.CatalogChange.Values;
import org.contactroi.kpi.Refusal;

/** What a policy counts by, which stays as it was where something is counted. */
final class CountingRules {

  /** What names a version, by which nothing is counted. */
  private static final Set<String> NAMING = Set.of(Names.VALID_FROM, "version");

  private static final String OF_MONEY = PolicyEntry.MONEY + ".";

  private CountingRules() {}

  /** Why a version cannot stand in for that of days that are counted; empty if it can. */
  static List<Refusal> refusals(CatalogChange change) {
    return change.differences().entrySet().stream()
        .filter(field -> !NAMING.contains(field.getKey()) && !field.getKey().startsWith(OF_MONEY))
        .map(CountingRules::refusal)
        .toList();
  }

  private static Refusal refusal(Map.Entry<String, Values> field) {
    Values values = field.getValue();
    return new Refusal(
        field.getKey(),
        "is %s; allowed: %s, by which these days are counted; another one needs a replay, and money alone can be tried without"
            .formatted(text(values.after()), text(values.before())));
  }

  private static String text(String value) {
    return value.isEmpty() ? "not stated" : "'%s'".formatted(value);
  }
}
