package org.contactroi.app.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.explain.Question;
import org.contactroi.explain.Rows;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.EpisodeMember;
import org.contactroi.outputs.EpisodeRecord;
import org.contactroi.roi.valuation.FactMoney;
import org.contactroi.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Reads what one total is explained by: policies, facts, and the totals beside it. */
final class ExplainTopics implements AutoCloseable {

  private final PublishedTopics published;

  private ExplainTopics(PublishedTopics published) {
    this.published = published;
  }

  /**
   * The topics of a configuration.
   *
   * @throws IllegalStateException naming those that are missing
   */
  static ExplainTopics open(AppConfig config, Family family, ReadingProgress progress) {
    Topics names = config.topics().names();
    RequiredTopics.check(
        config,
        List.of(
            names.reference(),
            names.watermarks(),
            names.totals(),
            names.kpi(Volume.FAMILY),
            FactKind.of(family).topic(names)));
    return new ExplainTopics(PublishedTopics.open(config, progress));
  }

  /**
   * The policies of a configuration and of topic reference.
   *
   * @param leftOut is told of records that are none or do not fit, and why
   */
  Policies policies(Policies configured, BiConsumer<String, String> leftOut) {
    List<CatalogEntry> entries = published.entries(leftOut);
    return Catalog.policies(
        configured,
        entries,
        (entry, refusal) -> leftOut.accept(entry.key(), refusal.field() + " " + refusal.reason()));
  }

  /** The event time each tenant has reached, of those known. */
  Map<String, Instant> watermarks() {
    return published.watermarks();
  }

  /** The zone on a tenant's records, if there is one. */
  Optional<ZoneId> zone(String tenant) {
    return published.zone(tenant).map(ZoneId::of);
  }

  /** The totals of all values of a key's slice in its window, by the text of the value. */
  Map<String, Totals> totals(TotalsKey key) {
    Map<String, Totals> totals = new TreeMap<>();
    published
        .totals(
            key.tenant(),
            other ->
                other.family() == key.family()
                    && other.slice().by().equals(key.slice().by())
                    && other.window() == key.window()
                    && other.start() == key.start())
        .forEach((of, value) -> totals.put(of.slice().valueText(), value));
    return totals;
  }

  /** What facts of a tenant are worth; empty if its policy states no money. */
  Optional<FactMoney> facts(String tenant, ZoneId zone) {
    return FactMoney.of(Catalog.terms(tenant, published.entries((key, reason) -> {}), zone));
  }

  /** The amounts on the KPI record of a total; null if there are none. */
  @Nullable GenericRecord money(TotalsKey key) {
    IndexedRecord record = published.kpi(key);
    return record == null ? null : (GenericRecord) ((GenericRecord) record).get("money");
  }

  /** The rows of all facts that contribute. */
  Rows rows(Question question) {
    return rows(FactKind.of(question.family()), question);
  }

  /** The newest records of facts, in the order of their parts; by fact. */
  Map<String, List<IndexedRecord>> records(Question question, Set<String> facts) {
    FactKind<?> kind = FactKind.of(question.family());
    String topic = kind.topic(published.names());
    String prefix = kind.prefix(question);
    Map<String, SortedMap<Integer, IndexedRecord>> records = new HashMap<>();
    published.read(
        topic,
        prefix,
        (key, value) -> {
          String fact = FactRows.fact(key, prefix);
          if (!facts.contains(fact)) {
            return;
          }
          SortedMap<Integer, IndexedRecord> parts =
              records.computeIfAbsent(fact, same -> new TreeMap<>());
          if (value == null) {
            parts.remove(FactRows.part(key, fact));
          } else {
            parts.put(FactRows.part(key, fact), published.decode(topic, value));
          }
        });
    Map<String, List<IndexedRecord>> complete = new HashMap<>();
    records.forEach(
        (fact, parts) -> {
          if (!parts.isEmpty()) {
            complete.put(fact, List.copyOf(parts.values()));
          }
        });
    return complete;
  }

  /** The episodes of interactions, by the id of each of those that are asked for. */
  Map<String, String> episodes(Question question, Set<String> interactions) {
    FactKind<?> kind = FactKind.of(question.family());
    String topic = kind.topic(published.names());
    Map<String, List<String>> members = new HashMap<>();
    published.read(
        topic,
        kind.prefix(question),
        (key, value) -> {
          members.remove(key);
          if (value != null) {
            EpisodeRecord episode = (EpisodeRecord) published.decode(topic, value);
            List<String> asked =
                episode.getMembers().stream()
                    .map(EpisodeMember::getInteractionId)
                    .filter(interactions::contains)
                    .toList();
            if (!asked.isEmpty()) {
              members.put(key, asked);
            }
          }
        });
    Map<String, String> episodes = new HashMap<>();
    members.forEach(
        (key, of) -> of.forEach(id -> episodes.put(id, FactRows.fact(key, kind.prefix(question)))));
    return episodes;
  }

  @Override
  public void close() {
    published.close();
  }

  private <R extends IndexedRecord> Rows rows(FactKind<R> kind, Question question) {
    String topic = kind.topic(published.names());
    FactRows<R> facts = new FactRows<>(kind, question, value -> published.decode(topic, value));
    published.read(topic, kind.prefix(question), facts::take);
    return facts.rows();
  }
}
