package org.contactroi.app.explain;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.explain.TotalExplanation.Wanted;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.explain.Question;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.notation.DurationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Lists the interactions or episodes behind one published total.
 *
 * <p>Exit code 0 when they add up to it, or when it moves while it is read; 1 when they do not, and
 * when there is nothing to explain; 2 when it was called wrongly.
 */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Lists the interactions behind a figure, each with what it contributes.")
public final class ExplainCommand implements Callable<Integer> {

  private static final long ROWS_FOR_READING = 50;

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final ExplainOptions options = new ExplainOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Shows the first N rows; all are summed (default: 50, with --json all).")
  private @Nullable Long limit;

  @Option(names = "--json", description = "Prints one JSON object per row, and one with the sum.")
  private boolean json;

  @Override
  public Integer call() {
    Family family = options.family();
    options.wanted(limit());
    ReadingProgress progress = ReadingProgress.of(spec.commandLine().getErr());
    AppConfig config = run.config();
    try (ExplainTopics topics = ExplainTopics.open(config, family, progress)) {
      return explain(config.policies(), topics);
    }
  }

  /** Reads and prints. */
  int explain(Policies configured, ExplainTopics topics) {
    Wanted wanted = options.wanted(limit());
    Instant watermark = watermark(topics);
    Policies policies = topics.policies(configured, this::warn);
    ZoneId zone = zone(policies, topics);
    Question question = options.question(policies, zone);
    Findings findings = find(question, topics);
    requireKept(question, findings, watermark);
    requireSomething(question, findings);
    return print(
        new TotalExplanation(
            question, findings, watermark, zone, money(question, findings, topics, zone)),
        wanted);
  }

  private static Optional<MoneyExplanation> money(
      Question question, Findings findings, ExplainTopics topics, ZoneId zone) {
    return question.family().isPriced()
        ? topics
            .facts(question.key().tenant(), zone)
            .map(
                facts ->
                    new MoneyExplanation(
                        question.family(), facts, findings.rows(), topics.money(question.key())))
        : Optional.empty();
  }

  /** What differs at the first look may have been on its way. */
  private static Findings find(Question question, ExplainTopics topics) {
    Findings first = Findings.at(question, topics);
    return first.comparison().isEqual() ? first : Findings.at(question, topics).after(first);
  }

  private void requireSomething(Question question, Findings findings) {
    TotalsKey key = question.key();
    String value = key.slice().valueText();
    if (findings.isEmpty() && !findings.ofValues().isEmpty()) {
      throw wrong(
          "--value is '%s', which has nothing in this window%s"
              .formatted(value, Suggestion.of(value, findings.ofValues().keySet())));
    }
    if (findings.isEmpty()) {
      throw new IllegalStateException(
          "the window is empty: nothing of %s counts in the %s from %s"
              .formatted(key.family().id(), key.window().id(), Instant.ofEpochMilli(key.start())));
    }
  }

  private int print(TotalExplanation explanation, Wanted wanted) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      explanation
          .shown(wanted)
          .forEach(row -> out.println(ExplainJson.row(row, wanted, explanation.money())));
      out.println(ExplainJson.sum(explanation, wanted));
    } else {
      new ExplainText(explanation, wanted).lines().forEach(out::println);
    }
    out.flush();
    return explanation.isEqual() || explanation.findings().moving() ? 0 : 1;
  }

  /** A window that has expired has facts and no totals. */
  private static void requireKept(Question question, Findings findings, Instant watermark) {
    TotalsKey key = question.key();
    KpiPolicy policy = question.policies().at(key.tenant(), watermark.toEpochMilli());
    Duration kept =
        key.window() == WindowSize.MINUTE ? policy.minuteRetention() : policy.hourRetention();
    if (findings.ofValues().isEmpty()
        && key.window() != WindowSize.DAY
        && question.window().end() <= watermark.minus(kept).toEpochMilli()) {
      throw new IllegalStateException(
          "the window has expired: '%s' has come to %s and keeps a %s for %s; days are kept for ever"
              .formatted(key.tenant(), watermark, key.window().id(), DurationText.of(kept)));
    }
  }

  private Instant watermark(ExplainTopics topics) {
    Map<String, Instant> watermarks = topics.watermarks();
    Instant watermark = watermarks.get(options.tenant());
    if (watermark == null) {
      throw wrong(
          "--tenant is '%s', of which nothing is published%s"
              .formatted(options.tenant(), Suggestion.of(options.tenant(), watermarks.keySet())));
    }
    return watermark;
  }

  /** The configuration of run may not be at hand, but its records name the zone. */
  private ZoneId zone(Policies policies, ExplainTopics topics) {
    String tenant = options.tenant();
    boolean isKnown =
        policies.byTenant().containsKey(tenant) || policies.tenants().contains(tenant);
    return isKnown
        ? policies.zone(tenant)
        : topics.zone(tenant).orElseGet(() -> policies.zone(tenant));
  }

  private long limit() {
    if (limit != null && limit < 0) {
      throw wrong("--limit is '%d'; allowed: 0 or more".formatted(limit));
    }
    return limit == null ? json ? Long.MAX_VALUE : ROWS_FOR_READING : limit;
  }

  private void warn(String key, String reason) {
    spec.commandLine().getErr().printf("warning: %s is left out: %s%n", key, reason);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
