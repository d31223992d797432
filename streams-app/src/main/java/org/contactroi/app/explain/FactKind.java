package org.contactroi.app.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.contactroi.explain.Question;
import org.contactroi.explain.Row;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Keys;
import org.contactroi.outputs.EpisodeRecord;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.record.EpisodeRecords;
import org.contactroi.record.FactRecords;
import org.contactroi.topic.Topics;

/** The facts that a family is made of, as they are published: one or several records each. */
sealed interface FactKind<R extends IndexedRecord> {

  /** The facts behind a family. */
  static FactKind<?> of(Family family) {
    return family.isOfEpisodes() ? new Episodes() : new Interactions();
  }

  /** Where they are published. */
  String topic(Topics topics);

  /** What the keys of all facts begin with that may contribute. */
  String prefix(Question question);

  /** The record class. */
  Class<R> type();

  /** Number of records that the fact of this one has. */
  int parts(R part);

  /** Whether the fact of a record may contribute. */
  boolean mayHold(Question question, R part);

  /** The row of all records of one fact, in their order. */
  Optional<Row> row(Question question, List<R> parts);

  /** Facts of interactions. */
  record Interactions() implements FactKind<InteractionFact> {

    @Override
    public String topic(Topics topics) {
      return topics.interactions();
    }

    @Override
    public String prefix(Question question) {
      return Keys.escape(question.key().tenant()) + "/";
    }

    @Override
    public Class<InteractionFact> type() {
      return InteractionFact.class;
    }

    @Override
    public int parts(InteractionFact part) {
      return part.getParts();
    }

    @Override
    public boolean mayHold(Question question, InteractionFact part) {
      return question.mayHold(part.getStart().toEpochMilli(), part.getEnd().toEpochMilli());
    }

    @Override
    public Optional<Row> row(Question question, List<InteractionFact> parts) {
      return question.row(FactRecords.toDomain(parts, null));
    }
  }

  /** Episodes of the purpose that the family has. */
  record Episodes() implements FactKind<EpisodeRecord> {

    @Override
    public String topic(Topics topics) {
      return topics.episodes();
    }

    @Override
    public String prefix(Question question) {
      String purpose = String.valueOf(question.family().clock().purpose());
      return Keys.join(question.key().tenant(), purpose.toLowerCase(Locale.ROOT)) + "/";
    }

    @Override
    public Class<EpisodeRecord> type() {
      return EpisodeRecord.class;
    }

    @Override
    public int parts(EpisodeRecord part) {
      return part.getParts();
    }

    @Override
    public boolean mayHold(Question question, EpisodeRecord part) {
      return question.mayHold(part.getStart().toEpochMilli(), part.getEnd().toEpochMilli());
    }

    @Override
    public Optional<Row> row(Question question, List<EpisodeRecord> parts) {
      return question.row(parts.get(0).getEpisodeId(), EpisodeRecords.toDomain(parts));
    }
  }
}
