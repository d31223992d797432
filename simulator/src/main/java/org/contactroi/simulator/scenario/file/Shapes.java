package org.contactroi.simulator.scenario.file;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.contactroi.events.Channel;
import org.contactroi.simulator.random.Distribution;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.scenario.Baseline;
import org.contactroi.simulator.scenario.Model;
import org.contactroi.simulator.scenario.Occasional;
import org.contactroi.simulator.scenario.Shares;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/**
 * How values are written that have parts: distributions, mixes, things that happen now and then.
 */
final class Shapes {

  /** A distribution of times, ms. */
  static final Form<Distribution> TIMES =
      distribution(
          "a duration D, {mean: D}, {median: D, spread: N} or {from: D, to: D}",
          Notation.DURATION.map(Long::doubleValue));

  /** A distribution of numbers. */
  static final Form<Distribution> NUMBERS =
      distribution(
          "a number N, {mean: N}, {median: N, spread: N} or {from: N, to: N}", Notation.FACTOR);

  /** Names by weight. */
  static final Form<Mix<String>> MIX = mixOf(Notation.TEXT);

  static final Form<Model> MODEL =
      Form.of("a section with name, input and output", value -> value.section().map(Shapes::model));

  /** The name of a channel, as in keys. */
  static final Form<String> CHANNEL_NAME = Notation.CHANNEL.map(Channel::name);

  private static final Distribution NOTHING = Distribution.constant(0);

  private Shapes() {}

  /** A mix of values of a kind. */
  static <T> Form<Mix<T>> mixOf(Form<T> kind) {
    return Form.of(
        "a section of weights with a sum above 0, each for " + kind.allowed(),
        value -> value.section().flatMap(section -> mix(section, kind)));
  }

  /**
   * Something that happens to a share of things.
   *
   * @param time key of the time that belongs to it
   */
  static Form<Occasional> occasional(String time) {
    return Form.of(
        "a section with share and " + time,
        value -> value.section().map(section -> occasional(section, time)));
  }

  private static Occasional occasional(Section section, String time) {
    return new Occasional(
        section.require("share", Notation.SHARE, 0.0), section.require(time, TIMES, NOTHING));
  }

  private static Form<Distribution> distribution(String allowed, Form<Double> number) {
    return Form.of(
        allowed,
        value ->
            value.text().isPresent()
                ? number.reader().apply(value).map(Distribution::constant)
                : value.section().flatMap(section -> distribution(section, number)));
  }

  private static Optional<Distribution> distribution(Section section, Form<Double> number) {
    if (section.has("mean")) {
      return Optional.of(Distribution.exponential(section.require("mean", number, 0.0)));
    }
    if (section.has("median")) {
      return Optional.of(
          Distribution.lognormal(
              section.require("median", number, 0.0),
              section.require("spread", Notation.FACTOR, 0.0)));
    }
    return section.has("from") ? Optional.of(uniform(section, number)) : Optional.empty();
  }

  private static Distribution uniform(Section section, Form<Double> number) {
    double from = section.require("from", number, 0.0);
    double to = section.require("to", number, from);
    if (to < from) {
      section.refuse("to", "is below from; allowed: from at most to");
    }
    return Distribution.uniform(from, Math.max(from, to));
  }

  private static <T> Optional<Mix<T>> mix(Section section, Form<T> kind) {
    Map<T, Double> weights = new LinkedHashMap<>();
    for (Section.Entry entry : section.entries()) {
      double weight = entry.value().read(Notation.FACTOR).orElse(1.0);
      entry.key().read(kind).ifPresent(key -> weights.put(key, weight));
    }
    double sum = weights.values().stream().reduce(0.0, Double::sum);
    return sum > 0 ? Optional.of(Mix.of(weights)) : Optional.empty();
  }

  /** Reads how often each of some things happens; what is left out never does. */
  static <E extends Enum<E>> Shares<E> shares(Section section, Class<E> kind) {
    Map<E, Double> shares = new EnumMap<>(kind);
    for (E each : kind.getEnumConstants()) {
      shares.put(each, section.get(Notation.name(each), Notation.SHARE, 0.0));
    }
    return new Shares<>(shares);
  }

  /** Reads {@code from} and {@code to}, days of the run. */
  static Baseline.Days days(Section section) {
    int from = section.require("from", Notation.ANY_DAY, 0);
    Form<Integer> later = Notation.ANY_DAY.where(to -> to >= from, "a day from " + from + " on");
    return new Baseline.Days(from, section.require("to", later, from));
  }

  private static Model model(Section section) {
    return new Model(
        section.require("name", Notation.TEXT, "model"),
        section.require("input", NUMBERS, NOTHING),
        section.require("output", NUMBERS, NOTHING),
        section.get("audio", TIMES, NOTHING));
  }
}
