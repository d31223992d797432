package org.contactroi.app.kpis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.money.TenantOptions;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.Backlog;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Volume;
import org.contactroi.notation.DayOrInstant;
import org.contactroi.topic.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sums the published totals of a tenant's days and prints the figures. */
@Command(
    name = "kpis",
    mixinStandardHelpOptions = true,
    description = "Sums the totals of days and prints figures, with numerators and denominators.")
public final class KpisCommand implements Callable<Integer> {

  private static final int MIN_WIDTH = 80;

  /** Where the output is no terminal, all columns are shown. */
  private static final int WIDTH_OF_FILES = 120;

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final TenantOptions options = new TenantOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--family", description = "Only this family, for instance handle-time.")
  private @Nullable String family;

  @Option(names = "--slice", defaultValue = "all", description = "Slice (default all).")
  private String slice = "all";

  @Option(names = "--value", description = "Only this value, in the spelling of the topics' keys.")
  private @Nullable String value;

  @Option(names = "--window", defaultValue = "day", description = "Windows to sum: day.")
  private String window = "day";

  @Option(names = "--from", description = "First day, or instant; default: the first there is.")
  private @Nullable String from;

  @Option(names = "--to", description = "Day after the last, or instant; default: no end.")
  private @Nullable String to;

  @Option(
      names = "--zone",
      description = "Zone of the days (default: of the tenant's policy, else of its records).")
  private @Nullable String zone;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    AppConfig config = run.config();
    Topics names = config.topics().names();
    RequiredTopics.check(
        config, List.of(names.totals(), names.watermarks(), names.kpi(Volume.FAMILY)));
    try (PublishedTopics topics = PublishedTopics.open(config, ReadingProgress.SILENT)) {
      return print(config, topics);
    }
  }

  /** Reads and prints. */
  int print(AppConfig config, PublishedTopics topics) {
    check();
    SliceBy by = parse("--slice", slice, SliceBy::of);
    @Nullable Family only = family == null ? null : parse("--family", family, Families::of);
    Range range = range(config, topics);
    Backlog backlog = topics.backlog(options.tenant());
    SortedSet<String> tenants = new TreeSet<>();
    Map<TotalsKey, Totals> days =
        topics.days(
            options.tenant(),
            key ->
                key.slice().by().equals(by.id()) && range.holds(key.start()) && isWanted(key, only),
            tenants);
    if (days.isEmpty()) {
      throw nothing(by, tenants);
    }
    PrintWriter out = spec.commandLine().getOut();
    KpiSums sums = KpiSums.of(days);
    if (json) {
      out.println(backlog.first(document(sums, by)).toPrettyString());
    } else {
      print(backlog, config, topics);
      out.print(table(sums, by));
    }
    out.flush();
    return 0;
  }

  private void print(Backlog backlog, AppConfig config, PublishedTopics topics) {
    if (backlog.state() != Backlog.State.COMPLETE) {
      backlog.lines(zone(config, topics)).forEach(spec.commandLine().getOut()::println);
    }
  }

  private record Range(long from, long to) {

    boolean holds(long start) {
      return start >= from && start < to;
    }
  }

  private void check() {
    if (!window.equals("day")) {
      throw options.wrong("--window is '%s'; allowed: day".formatted(window));
    }
  }

  private boolean isWanted(TotalsKey key, @Nullable Family only) {
    return (only == null || key.family() == only)
        && (value == null || key.slice().valueText().equals(value));
  }

  /** Why nothing is printed: a wrong argument unless the tenant is known. */
  private RuntimeException nothing(SliceBy by, SortedSet<String> known) {
    if (!known.contains(options.tenant())) {
      return options.unknown(known);
    }
    return new IllegalStateException(
        "tenant '%s' has no totals of days in slice %s%s%s%s%s"
            .formatted(
                options.tenant(),
                by.id(),
                asked(" of family %s", family),
                asked(" with value '%s'", value),
                asked(" from %s", from),
                asked(" before %s", to)));
  }

  private static String asked(String words, @Nullable String given) {
    return given == null ? "" : words.formatted(given);
  }

  private Range range(AppConfig config, PublishedTopics topics) {
    if (from == null && to == null) {
      return new Range(Long.MIN_VALUE, Long.MAX_VALUE);
    }
    ZoneId days = zone(config, topics);
    Range range =
        new Range(
            from == null
                ? Long.MIN_VALUE
                : parse("--from", from, text -> DayOrInstant.parse(text, days)),
            to == null
                ? Long.MAX_VALUE
                : parse("--to", to, text -> DayOrInstant.parse(text, days)));
    if (range.from() >= range.to()) {
      throw options.wrong("--from %s is not before --to %s".formatted(from, to));
    }
    return range;
  }

  private ZoneId zone(AppConfig config, PublishedTopics topics) {
    if (zone != null) {
      return parse("--zone", zone, ZoneId::of);
    }
    return TenantDays.zone(config, topics, options.tenant());
  }

  private String table(KpiSums sums, SliceBy by) {
    int width =
        Help.Ansi.AUTO.enabled() ? spec.usageMessage().autoWidth(true).width() : WIDTH_OF_FILES;
    StringBuilder text = new StringBuilder();
    new KpiTable(by.id(), Math.max(MIN_WIDTH, width))
        .lines(sums.byValue())
        .forEach(line -> text.append(line).append(System.lineSeparator()));
    KpiDetails.lines(sums).forEach(line -> text.append(line).append(System.lineSeparator()));
    return text.toString();
  }

  private ObjectNode document(KpiSums sums, SliceBy by) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("tenant", options.tenant()).put("slice", by.id()).put("from", from).put("to", to);
    document.set("kpis", KpiDetails.json(sums, "value"));
    return document;
  }

  private <T> T parse(String option, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw options.wrong("%s: %s".formatted(option, e.getMessage()));
    }
  }
}
