package org.contactroi.simulator.count;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.contactroi.events.Author;
import org.contactroi.events.SurveyKind;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.contactroi.simulator.ledger.SurveyOffer;
import org.jspecify.annotations.Nullable;

/** What a customer says of an interaction and how soon somebody responded. */
final class Experience {

  private static final int PROMOTER = 9;
  private static final int PASSIVE = 7;
  private static final int WHOLE = 10_000;

  private final Countable interaction;
  private final Map<String, SurveyKind> asked = new HashMap<>();
  private final Map<String, SurveyAnswer> answers = new HashMap<>();
  private final Amounts amounts = new Amounts();

  /** A survey asks what its last answer says, else what its last offer does. */
  Experience(Countable interaction) {
    this.interaction = interaction;
    interaction
        .facts(Moment.SURVEY_OFFERED, SurveyOffer.class)
        .forEach(offer -> asked.put(offer.id(), offer.kind()));
    for (SurveyAnswer answer : interaction.facts(Moment.SURVEY_ANSWERED, SurveyAnswer.class)) {
      answers.put(answer.id(), answer);
      asked.put(answer.id(), answer.kind());
    }
  }

  Amounts amounts() {
    amounts.add("csat_offered", Collections.frequency(asked.values(), SurveyKind.CSAT));
    answers.values().forEach(this::addAnswer);
    if (!interaction.nature().isContinuation()) {
      addResponses();
    }
    return amounts;
  }

  /** Answers of a kind, the last of each survey. */
  List<SurveyAnswer> answers(SurveyKind kind) {
    return answers.values().stream().filter(answer -> answer.kind() == kind).toList();
  }

  private void addAnswer(SurveyAnswer answer) {
    SurveyAnswer.Score score = answer.score();
    long above = score.above();
    switch (answer.kind()) {
      case CSAT -> amounts.add("csat_answers", 1).count("csat_top_box", isTopBox(score));
      case CES -> amounts.add("ces_answers", 1).add("ces_ease_sum", hundredths(score));
      case NPS ->
          amounts
              .count("nps_promoters", above >= PROMOTER)
              .count("nps_passives", above >= PASSIVE && above < PROMOTER)
              .count("nps_detractors", above < PASSIVE);
      default -> {}
    }
  }

  /** How far up the scale, in hundredths of a point of 100. */
  static long hundredths(SurveyAnswer.Score score) {
    return HalfEven.product(WHOLE, score.above(), score.width());
  }

  static boolean isTopBox(SurveyAnswer.Score score) {
    return 4L * score.above() >= 3L * score.width();
  }

  private void addResponses() {
    if (interaction.isSpoken()) {
      Long bot = firstStart(Turn::isBot);
      addResponses(interaction.start(), bot, firstStart(Turn::isHandled));
      return;
    }
    Seen asked = firstMessage(Author.CUSTOMER, 0);
    if (asked != null) {
      int after = interaction.seen().indexOf(asked);
      addResponses(
          asked.at(), at(firstMessage(Author.BOT, after)), at(firstMessage(Author.AGENT, after)));
    }
  }

  private void addResponses(long asked, @Nullable Long bot, @Nullable Long human) {
    Long any = bot == null || (human != null && human < bot) ? human : bot;
    addResponse("any", asked, any);
    addResponse("bot", asked, bot);
    addResponse("human", human == null ? asked : lastQueued(human, asked), human);
  }

  private void addResponse(String whose, long since, @Nullable Long at) {
    if (at != null) {
      long time = Math.max(0, at - since);
      long business = interaction.rules().business(new Span(since, Math.max(since, at)));
      amounts
          .add("frt_" + whose + "_count", 1)
          .add("frt_" + whose + "_ms", time)
          .sample("frt_" + whose + "_histogram", time)
          .add("frt_" + whose + "_business_ms", business)
          .sample("frt_" + whose + "_business_histogram", business);
    }
  }

  /** The last that the customer entered a queue or reopened it. */
  private long lastQueued(long before, long otherwise) {
    return LongStream.concat(
            interaction.all(Moment.VISIT_ENTERED).mapToLong(Seen::at),
            interaction.reopened().all().stream().mapToLong(Long::longValue))
        .filter(at -> at <= before)
        .max()
        .orElse(otherwise);
  }

  private @Nullable Long firstStart(Predicate<Turn> wanted) {
    return interaction.turns().stream().filter(wanted).map(Turn::start).findFirst().orElse(null);
  }

  private @Nullable Seen firstMessage(Author author, int from) {
    return interaction.seen().stream()
        .skip(from)
        .filter(each -> each.is(Moment.MESSAGE))
        .filter(each -> isBy(author, (Message) each.fact()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isBy(Author author, Message message) {
    return message.author() == author && (author == Author.CUSTOMER || !message.isAutomatic());
  }

  private static @Nullable Long at(@Nullable Seen seen) {
    return seen == null ? null : Long.valueOf(seen.at());
  }
}
