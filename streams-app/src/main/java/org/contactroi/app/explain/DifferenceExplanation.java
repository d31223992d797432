package org.contactroi.app.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Row;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.price.ExactAmounts;
import org.jspecify.annotations.Nullable;

/** Why two runs do not say the same of a total: the facts that are not the same to it. */
public final class DifferenceExplanation {

  private static final String PRICE = "price";
  private static final String COUNTED = "the same contact, counted by other rules";

  private final RunFacts first;
  private final RunFacts second;
  private final Family family;
  private final List<DifferingFact> facts;

  private DifferenceExplanation(RunFacts first, RunFacts second) {
    this.first = first;
    this.second = second;
    this.family = first.question().family();
    this.facts = differing();
  }

  /**
   * Of two runs that were asked about the same total.
   *
   * @throws IllegalStateException if nothing counts there, or a run has let it expire
   */
  public static DifferenceExplanation of(RunFacts first, RunFacts second) {
    if (first.isEmpty() && second.isEmpty()) {
      throw new IllegalStateException(
          "nothing counts in %s, in neither run".formatted(first.question().key().text()));
    }
    first.requireKept();
    second.requireKept();
    return new DifferenceExplanation(first, second);
  }

  RunFacts first() {
    return first;
  }

  RunFacts second() {
    return second;
  }

  Family family() {
    return family;
  }

  /** The facts, by time. */
  List<DifferingFact> facts() {
    return facts;
  }

  /** What the facts make the second say more than the first. */
  Totals sum() {
    Totals sum = Totals.zero(family);
    for (DifferingFact fact : facts) {
      sum = sum.plus(fact.difference(family));
    }
    return sum;
  }

  /** What the second says more than the first. */
  Totals published() {
    return second.published().minus(first.published());
  }

  /** Whether the facts add up to what the runs differ by, in totals and in money. */
  public boolean isEqual() {
    Totals left = published().minus(sum());
    return family.measures().stream().filter(family::isExplained).allMatch(left::isZero)
        && first.money().map(MoneyExplanation::isEqual).orElse(true)
        && second.money().map(MoneyExplanation::isEqual).orElse(true);
  }

  /**
   * An amount of which the runs do not say the same, millionths.
   *
   * @param facts what the facts make of it, not rounded; empty if a price is missing, as the others
   */
  record AmountDifference(Optional<Long> first, Optional<Long> second, Optional<Fraction> facts) {

    Optional<Long> difference() {
      return first.flatMap(one -> second.map(other -> other - one));
    }

    boolean isNone() {
      return first.equals(second);
    }
  }

  /** The amounts that are another, by name. */
  Map<String, AmountDifference> amounts() {
    Map<String, AmountDifference> amounts = new LinkedHashMap<>();
    for (String name : names()) {
      AmountDifference difference =
          new AmountDifference(
              published(first, name),
              published(second, name),
              exact(second, name).flatMap(b -> exact(first, name).map(b::minus)));
      if (!difference.isNone()) {
        amounts.put(name, difference);
      }
    }
    return amounts;
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    first.money().ifPresent(money -> names.addAll(money.sum().names()));
    second.money().ifPresent(money -> names.addAll(money.sum().names()));
    return names;
  }

  private static Optional<Long> published(RunFacts run, String name) {
    return run.money().flatMap(money -> money.published(name));
  }

  /** No facts are worth nothing. */
  private static Optional<Fraction> exact(RunFacts run, String name) {
    return run.money()
        .map(
            money ->
                money.sum().names().isEmpty() ? Optional.of(Fraction.ZERO) : money.sum().get(name))
        .orElse(Optional.empty());
  }

  /** The figures and measures that any of the facts has otherwise. */
  List<Aspect> aspects() {
    return Aspect.usual(family).stream()
        .filter(
            aspect ->
                facts.stream()
                    .anyMatch(
                        fact ->
                            !aspect
                                .text(DifferingFact.totals(fact.first(), family))
                                .equals(aspect.text(DifferingFact.totals(fact.second(), family)))))
        .toList();
  }

  /** The measures of which the runs do not say the same. */
  List<Measure> measures() {
    Totals published = published();
    return family.measures().stream().filter(measure -> !published.isZero(measure)).toList();
  }

  private List<DifferingFact> differing() {
    Set<String> differing = new HashSet<>();
    Set<String> priced = new HashSet<>();
    Set<String> all = new HashSet<>(first.rows().keySet());
    all.addAll(second.rows().keySet());
    for (String fact : all) {
      Row a = first.rows().get(fact);
      Row b = second.rows().get(fact);
      if (!DifferingFact.totals(a, family).equals(DifferingFact.totals(b, family))) {
        differing.add(fact);
      } else if (!worth(first, a).equals(worth(second, b))) {
        priced.add(fact);
      }
    }
    Function<String, List<String>> reasons = reasons(differing);
    List<DifferingFact> facts = new ArrayList<>();
    differing.forEach(fact -> facts.add(fact(fact, reasons.apply(fact))));
    priced.forEach(fact -> facts.add(fact(fact, List.of(PRICE))));
    facts.sort((one, other) -> Row.BY_TIME.compare(one.row(), other.row()));
    return List.copyOf(facts);
  }

  private DifferingFact fact(String fact, List<String> why) {
    Row a = first.rows().get(fact);
    Row b = second.rows().get(fact);
    return new DifferingFact(a, b, worth(first, a), worth(second, b), why);
  }

  private static Optional<ExactAmounts> worth(RunFacts run, @Nullable Row row) {
    return row == null ? Optional.empty() : run.money().map(money -> money.of(row));
  }

  private Function<String, List<String>> reasons(Set<String> differing) {
    Map<String, FactFields> ofFirst = first.fields(differing);
    Map<String, FactFields> ofSecond = second.fields(differing);
    Map<String, String> inFirst = elsewhere(first, ofSecond, ofFirst);
    Map<String, String> inSecond = elsewhere(second, ofFirst, ofSecond);
    return fact -> {
      FactFields a = ofFirst.get(fact);
      FactFields b = ofSecond.get(fact);
      if (a == null || b == null) {
        return gone(fact, a == null ? first : second, a == null ? inFirst : inSecond);
      }
      List<String> differences = a.differences(b);
      return differences.isEmpty() ? List.of(COUNTED) : differences;
    };
  }

  private static List<String> gone(String fact, RunFacts run, Map<String, String> elsewhere) {
    String other = elsewhere.get(fact);
    return List.of(
        other == null
            ? "not in %s".formatted(run.name())
            : "in %s part of %s".formatted(run.name(), other));
  }

  /** Of episodes that a run does not have, the one there that its interactions belong to. */
  private Map<String, String> elsewhere(
      RunFacts run, Map<String, FactFields> others, Map<String, FactFields> own) {
    Map<String, Set<String>> members = new HashMap<>();
    Set<String> interactions = new HashSet<>();
    others.forEach(
        (fact, fields) -> {
          if (!own.containsKey(fact)) {
            members.put(fact, fields.members());
            interactions.addAll(fields.members());
          }
        });
    if (interactions.isEmpty()) {
      return Map.of();
    }
    Map<String, String> episodes = run.episodes(interactions);
    Map<String, String> elsewhere = new HashMap<>();
    members.forEach(
        (fact, of) ->
            of.stream()
                .map(episodes::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(episode -> elsewhere.put(fact, episode)));
    return elsewhere;
  }
}
