package org.contactroi.app.money;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.Backlog;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.serve.api.StatementJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Prints what an investment returns. Exit code 1 when nothing is stated or the horizon has not
 * begun, 2 when it was called wrongly.
 */
@Command(
    name = "roi",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the return on the investment with every component, settled and provisional.",
      "Undefined is shown with its reason, never as 0."
    })
public final class RoiCommand implements Callable<Integer> {

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final TenantOptions options = new TenantOptions();

  @Mixin private final StatementOptions wanted = new StatementOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "Last local day of the horizon (default: the day event time has come to).")
  private @Nullable String asOf;

  @Option(
      names = "--horizon",
      defaultValue = "to-date",
      description = "to-date (default), day, trailing-30-days, early, mid or late.")
  private String horizon = "to-date";

  @Override
  public Integer call() {
    horizon();
    wanted.tracks();
    AppConfig config = run.configOfAllDays();
    try (PublishedTopics topics = wanted.open(config)) {
      return print(config, topics);
    }
  }

  /** Reads and prints. */
  int print(AppConfig config, PublishedSource source) {
    Backlog backlog = source.backlog(options.tenant());
    MoneyOfTenant money = options.read(config, source);
    LocalDate day = day(money.last());
    StatedMoney stated = money.at(horizon(), day);
    wanted.print(
        backlog,
        money.zone(),
        () -> document(stated),
        () -> new StatementText(stated, wanted.tracks()).lines());
    return 0;
  }

  private Horizon horizon() {
    return wanted.choice("--horizon", horizon, List.of(Horizon.values()));
  }

  private LocalDate day(LocalDate last) {
    LocalDate day = options.day("--as-of", asOf, last);
    if (day.isAfter(last)) {
      throw options.wrong("--as-of is '%s'; event time has come to %s".formatted(day, last));
    }
    return day;
  }

  private ObjectNode document(StatedMoney stated) {
    List<String> tracks = Track.ids(wanted.tracks());
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("published", stated.isPublished())
        .put("baseline", stated.baselineId())
        .set("statement", StatementJson.of(stated.statement(), tracks));
    ArrayNode phases = document.putArray("phases");
    stated.phases().forEach(phase -> phases.add(StatementJson.of(phase, tracks)));
    return document;
  }
}
