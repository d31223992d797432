package org.contactroi.simulator.count;

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
 * @param rules by which it is counted
 * @param isHandled whether somebody or something dealt with it
 * @param isHandledInTheEnd whether so after the customer reopened it for the last time
 * @param repeats when the customer came back in it
 * @param handledContacts contacts in it that an agent dealt with
 * @param values what it is sliced by
 * @param spells its sessions in which the customer did something
 * @param word what was said of its resolution
 * @param effort effort of people, ms
 * @param joined interactions that go on with it and are grouped with it, whoever the customer is
 */
record Member(
    Countable.Identity identity,
    long start,
    long end,
    Rules rules,
    Countable.Nature nature,
    boolean isHandled,
    boolean isHandledInTheEnd,
    List<Long> repeats,
    long handledContacts,
    Map<String, String> values,
    List<Spell> spells,
    Word word,
    long effort,
    List<Usage.Line> usage,
    List<Member> joined) {

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
  static Member of(Countable interaction, Pool pool) {
    return new Member(
        interaction.identity(),
        interaction.start(),
        interaction.end(),
        interaction.rules(),
        pool.first(interaction.nature()),
        interaction.isHandled(),
        interaction.isHandledInTheEnd(),
        interaction.repeats(),
        interaction.handledContacts(),
        pool.first(Map.copyOf(Values.of(interaction))),
        interaction.sessions(),
        pool.first(word(interaction)),
        interaction.turns().stream().filter(Turn::isHuman).mapToLong(Turn::effort).sum(),
        Usage.of(interaction).stream().map(line -> line.within(pool)).toList(),
        List.of());
  }

  /** Returns the same with interactions that go on with it, and that it lasts as long as. */
  Member joinedBy(List<Member> others) {
    long last = others.stream().mapToLong(Member::end).reduce(end, Math::max);
    return new Member(
        identity,
        start,
        last,
        rules,
        nature,
        isHandled,
        isHandledInTheEnd,
        repeats,
        handledContacts,
        values,
        spells,
        word,
        effort,
        usage,
        List.copyOf(others));
  }

  String id() {
    return identity.id();
  }

  @Nullable String customer() {
    return identity.customer();
  }

  private static Word word(Countable interaction) {
    List<SurveyAnswer> answers = new Experience(interaction).answers(SurveyKind.FCR);
    Boolean flag =
        interaction.facts(Moment.ASSERTION, Assertion.class).stream()
            .filter(assertion -> assertion.source() == ResolutionSource.AGENT_FLAG)
            .map(Assertion::isResolved)
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new Word(
        answers.stream().map(SurveyAnswer::score).filter(Experience::isTopBox).count(),
        answers.size(),
        flag);
  }

  /** Whether a customer who was to get a person got none. */
  boolean isHandoffFailed() {
    return spells.stream().anyMatch(Spell::isHandoffFailed);
  }

  /** Returns the value of a dimension. */
  String value(String dimension) {
    return values.getOrDefault(dimension, Countable.UNKNOWN);
  }
}
