package org.contactroi.app.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.explain.Question;
import org.contactroi.explain.Row;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.jspecify.annotations.Nullable;

/** What stands behind a total in one of several runs. */
public final class RunFacts implements AutoCloseable {

  private final String name;
  private final ExplainTopics topics;
  private final Question question;
  private final ZoneId zone;
  private final Findings findings;
  private final @Nullable MoneyExplanation money;

  private RunFacts(String name, ExplainTopics topics, Policies policies, TotalsKey key) {
    this.name = name;
    this.topics = topics;
    this.zone = policies.zone(key.tenant());
    Window window = new TenantCalendar(zone).window(key.window(), key.start());
    if (window.start() != key.start()) {
      throw new IllegalArgumentException(
          "no %s of '%s' begins at %s; the one around it begins at %s"
              .formatted(
                  key.window().id(),
                  key.tenant(),
                  Instant.ofEpochMilli(key.start()),
                  Instant.ofEpochMilli(window.start())));
    }
    this.question = new Question(key, window, policies);
    this.findings = Findings.at(question, topics);
    this.money =
        key.family().isPriced()
            ? topics
                .facts(key.tenant(), zone)
                .map(
                    facts ->
                        new MoneyExplanation(
                            key.family(), facts, findings.rows(), topics.money(key)))
                .orElse(null)
            : null;
  }

  /**
   * Reads what is behind a total.
   *
   * @param name of the run
   * @throws IllegalArgumentException if no window of the run's calendar begins where the key says
   * @throws IllegalStateException naming topics that are missing
   */
  public static RunFacts read(
      String name, AppConfig config, TotalsKey key, ReadingProgress progress) {
    ExplainTopics topics = ExplainTopics.open(config, key.family(), progress);
    try {
      return new RunFacts(
          name, topics, topics.policies(config.policies(), (record, reason) -> {}), key);
    } catch (RuntimeException e) {
      topics.close();
      throw e;
    }
  }

  String name() {
    return name;
  }

  /** Whether nothing contributes and nothing is published. */
  boolean isEmpty() {
    return findings.isEmpty();
  }

  /** An hour that has expired has facts and no totals. */
  void requireKept() {
    boolean isExpiring =
        question.key().window() == WindowSize.HOUR && !question.family().isPriced();
    if (isExpiring && findings.rows().size() > 0 && findings.comparison().published().isZero()) {
      throw new IllegalStateException(
          "%s has contacts in this hour and no totals, as of hours that have expired; ask for the day"
              .formatted(name));
    }
  }

  /** The local day on which the window begins. */
  public LocalDate day() {
    return Instant.ofEpochMilli(question.key().start()).atZone(zone).toLocalDate();
  }

  ZoneId zone() {
    return zone;
  }

  Question question() {
    return question;
  }

  /** Rows by fact. */
  Map<String, Row> rows() {
    return findings.rows().byFact();
  }

  Totals published() {
    return findings.comparison().published();
  }

  /** What the rows are worth; empty for families and tenants without amounts. */
  Optional<MoneyExplanation> money() {
    return Optional.ofNullable(money);
  }

  /** The records of facts, as they are published. */
  Map<String, FactFields> fields(Set<String> facts) {
    return FactFields.of(topics.records(question, facts));
  }

  /** The episodes of interactions. */
  Map<String, String> episodes(Set<String> interactions) {
    return topics.episodes(question, interactions);
  }

  @Override
  public void close() {
    topics.close();
  }
}
