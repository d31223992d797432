package org.contactroi.simulator.truth;

import java.util.List;
import java.util.Map;
import org.contactroi.events.ResolutionSource;
import org.contactroi.events.SurveyKind;
import org.contactroi.simulator.ledger.Assertion;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What an episode needs of an interaction.
 *
 * @param id of the interaction, with the start of a later chapter
 * @param customer the customer, null if not identified
 * @param start when it began
 * @param end when it ended
 * @param nature what it is
 * @param values what it is sliced by
 * @param spells its sessions
 * @param word what was said of its resolution
 * @param effort effort of people, ms
 * @param usage what it used
 */
record Member(
    String id,
    @Nullable String customer,
    long start,
    long end,
    Nature nature,
    Map<String, String> values,
    List<Spell> spells,
    Word word,
    long effort,
    List<Usage.Line> usage) {

  /**
   * What an interaction is.
   *
   * @param isInbound whether the customer reached out
   * @param isHandled whether somebody or something dealt with it
   * @param isHandledByHuman whether an agent did
   * @param isEligibleForBot whether a bot could take part
   * @param isEligibleForHandoff whether a bot could hand off
   */
  record Nature(
      boolean isInbound,
      boolean isHandled,
      boolean isHandledByHuman,
      boolean isEligibleForBot,
      boolean isEligibleForHandoff) {}

  /**
   * What was said of the resolution.
   *
   * @param yes customers who said yes in a survey
   * @param answers customers who said anything in it
   * @param flag the agent's last word, null for none
   */
  record Word(long yes, long answers, @Nullable Boolean flag) {}

  /**
   * Returns what an episode needs.
   *
   * @param pool has what many interactions have in common
   */
  static Member of(Chapter chapter, Pool pool) {
    String id = chapter.told().interaction();
    return new Member(
        chapter.told().number() == 0 ? id : id + "@" + chapter.start(),
        chapter.told().customer(),
        chapter.start(),
        chapter.end(),
        pool.first(nature(chapter)),
        pool.first(Map.copyOf(chapter.values())),
        chapter.spells(),
        pool.first(word(chapter)),
        chapter.turns().stream().filter(Turn::isHuman).mapToLong(Turn::effort).sum(),
        Usage.of(chapter).stream().map(line -> line.within(pool)).toList());
  }

  private static Nature nature(Chapter chapter) {
    return new Nature(
        chapter.isInbound(),
        chapter.isHandled(),
        chapter.isHandledByHuman(),
        chapter.isEligibleForBot(),
        chapter.isEligibleForHandoff());
  }

  private static Word word(Chapter chapter) {
    List<SurveyAnswer> answers = new Experience(chapter).answers(SurveyKind.FCR);
    Boolean flag =
        chapter.facts(Moment.ASSERTION, Assertion.class).stream()
            .filter(assertion -> assertion.source() == ResolutionSource.AGENT_FLAG)
            .map(Assertion::isResolved)
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new Word(answers.stream().filter(Experience::isTopBox).count(), answers.size(), flag);
  }

  /** Returns the value of a dimension. */
  String value(String dimension) {
    return values.getOrDefault(dimension, Chapter.UNKNOWN);
  }
}
