package org.contactroi.topology.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.agent.AgentAnswer;
import org.contactroi.agent.AgentMoment;
import org.contactroi.agent.Span;
import org.contactroi.kpi.Keys;
import org.contactroi.topology.agent.AgentEntries.Entry;
import org.contactroi.topology.agent.AgentEntries.Kind;
import org.contactroi.topology.store.AvroBytes;
import org.jspecify.annotations.Nullable;

/** The answers of one agent by survey, and by UTC day those that are the last of their survey. */
final class StoredAnswers {

  private final AgentEntries entries;

  StoredAnswers(AgentEntries entries) {
    this.entries = entries;
  }

  /**
   * Puts what an event says in place of what it said before.
   *
   * @return the UTC days whose contributions may have changed
   */
  Set<Long> replace(@Nullable AgentAnswer known, @Nullable AgentAnswer now) {
    Set<Long> days = new HashSet<>();
    if (known != null) {
      days.addAll(remove(known));
    }
    if (now != null) {
      List<AgentAnswer> answers = answers(now.surveyId());
      List<AgentAnswer> with = new ArrayList<>(answers);
      with.add(now);
      days.addAll(put(now.surveyId(), answers, with));
    }
    return days;
  }

  private Set<Long> remove(AgentAnswer known) {
    List<AgentAnswer> answers = answers(known.surveyId());
    List<AgentAnswer> without = new ArrayList<>(answers);
    without.removeIf(answer -> answer.eventId().equals(known.eventId()));
    return put(known.surveyId(), answers, without);
  }

  /** What counts on a day. */
  List<AgentAnswer> on(long day) {
    return entries.under(Kind.ANSWER, StoredDay.key(day)).stream()
        .map(entry -> AvroBytes.read(entry.value(), StoredAnswers::read))
        .toList();
  }

  /** Forgets a day, and the surveys whose last answer is of it. */
  void forget(long day) {
    for (Entry entry : entries.under(Kind.ANSWER, StoredDay.key(day))) {
      entries.delete(Kind.ANSWER, entry.key());
      entries.delete(
          Kind.SURVEY, Keys.escape(AvroBytes.read(entry.value(), StoredAnswers::read).surveyId()));
    }
  }

  private Set<Long> put(String survey, List<AgentAnswer> before, List<AgentAnswer> now) {
    Set<Long> days = new HashSet<>();
    if (!before.isEmpty()) {
      AgentAnswer last = Collections.max(before, AgentMoment.ORDER);
      entries.delete(Kind.ANSWER, key(last));
      days.add(Span.day(last.at()));
    }
    if (now.isEmpty()) {
      entries.delete(Kind.SURVEY, Keys.escape(survey));
    } else {
      AgentAnswer last = Collections.max(now, AgentMoment.ORDER);
      entries.put(Kind.ANSWER, key(last), AvroBytes.write(encoder -> write(last, encoder)));
      entries.put(Kind.SURVEY, Keys.escape(survey), encode(now));
      days.add(Span.day(last.at()));
    }
    return days;
  }

  private List<AgentAnswer> answers(String survey) {
    byte[] stored = entries.get(Kind.SURVEY, Keys.escape(survey));
    return stored == null ? List.of() : decode(stored);
  }

  private static String key(AgentAnswer answer) {
    return StoredDay.key(Span.day(answer.at())) + "/" + Keys.escape(answer.surveyId());
  }

  private static byte[] encode(List<AgentAnswer> answers) {
    return AvroBytes.write(
        encoder -> {
          encoder.writeInt(answers.size());
          for (AgentAnswer answer : answers) {
            write(answer, encoder);
          }
        });
  }

  private static List<AgentAnswer> decode(byte[] stored) {
    return AvroBytes.read(
        stored,
        decoder -> {
          List<AgentAnswer> answers = new ArrayList<>();
          for (int left = decoder.readInt(); left > 0; left--) {
            answers.add(read(decoder));
          }
          return answers;
        });
  }

  private static void write(AgentAnswer answer, Encoder encoder) throws IOException {
    Long seq = answer.sourceSeq();
    encoder.writeString(answer.eventId());
    encoder.writeLong(answer.at());
    encoder.writeString(answer.sourceSystem());
    encoder.writeBoolean(seq != null);
    encoder.writeLong(seq == null ? 0 : seq);
    encoder.writeString(answer.surveyId());
    encoder.writeLong(answer.satisfaction());
  }

  private static AgentAnswer read(BinaryDecoder decoder) throws IOException {
    String eventId = AvroBytes.readString(decoder);
    long at = decoder.readLong();
    String sourceSystem = AvroBytes.readString(decoder);
    boolean hasSeq = decoder.readBoolean();
    long seq = decoder.readLong();
    return new AgentAnswer(
        eventId,
        at,
        sourceSystem,
        hasSeq ? (Long) seq : null,
        AvroBytes.readString(decoder),
        decoder.readLong());
  }
}
