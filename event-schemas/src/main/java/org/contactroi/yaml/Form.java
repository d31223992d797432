package org.contactroi.yaml;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.contactroi.notation.ChoiceText;

/**
 * How a value is written. Errors within a section are told by the section; a reader is empty if the
 * value as a whole is none of those allowed.
 *
 * @param <T> what it is read to
 * @param allowed what is allowed, in words
 * @param reader reads it
 * @param choices the names to choose from, of which the nearest is told; none if there are others
 */
public record Form<T>(String allowed, Function<Value, Optional<T>> reader, List<String> choices) {

  /** A section. */
  public static final Form<Section> SECTION = of("a section with keys, key: value", Value::section);

  /** A list of anything. */
  public static final Form<List<Value>> LIST = of("a list, each item after '- '", Value::list);

  public Form {
    choices = List.copyOf(choices);
  }

  /** A form that is read from any value. */
  public static <T> Form<T> of(String allowed, Function<Value, Optional<T>> reader) {
    return new Form<>(allowed, reader, List.of());
  }

  /**
   * A form of one text.
   *
   * @param parser throws an {@link IllegalArgumentException}, {@link DateTimeException} or {@link
   *     ArithmeticException} if it is none of those allowed
   */
  public static <T> Form<T> text(String allowed, Function<String, T> parser) {
    return of(allowed, value -> value.text().flatMap(text -> parsed(text, parser)));
  }

  /** A form of one text that matches an expression as a whole. */
  public static <T> Form<T> matching(String regex, String allowed, Function<String, T> parser) {
    Predicate<String> matches = Pattern.compile(regex).asMatchPredicate();
    return text(allowed, UnaryOperator.<String>identity()).where(matches, allowed).map(parser);
  }

  /** Whole numbers in a range, both ends included. */
  public static Form<Long> whole(long least, long greatest) {
    return matching(
            "-?\\d{1,18}", "a whole number from %d to %d".formatted(least, greatest), Long::valueOf)
        .where(number -> number >= least && number <= greatest);
  }

  /** One of some names. */
  public static Form<String> oneOf(Collection<String> names) {
    return text(
            names.isEmpty() ? "nothing, as none is defined" : String.join(", ", names),
            UnaryOperator.<String>identity())
        .where(names::contains);
  }

  /** One of several constants, as {@link ChoiceText} writes them; the nearest is told. */
  public static <E extends Enum<E>> Form<E> choice(Collection<E> constants) {
    return new Form<>(
        ChoiceText.of(constants),
        text("", text -> ChoiceText.parse(text, constants)).reader(),
        constants.stream().map(ChoiceText::of).toList());
  }

  /** The same values, said in other words. */
  public Form<T> saying(String nowAllowed) {
    return new Form<>(nowAllowed, reader, List.of());
  }

  /** The values that pass a test. */
  public Form<T> where(Predicate<T> test) {
    return new Form<>(allowed, value -> reader.apply(value).filter(test), choices);
  }

  /** The values that pass a test. */
  public Form<T> where(Predicate<T> test, String nowAllowed) {
    return where(test).saying(nowAllowed);
  }

  /** What is made of the values; the maker may throw as a parser does. */
  public <R> Form<R> map(Function<T, R> maker) {
    return new Form<>(
        allowed, value -> reader.apply(value).flatMap(read -> parsed(read, maker)), choices);
  }

  /** Lists of such values; those that are none are told and left out. */
  public Form<List<T>> list() {
    return of(
        "a list, each " + allowed,
        value ->
            value
                .list()
                .map(items -> items.stream().flatMap(item -> item.read(this).stream()).toList()));
  }

  private static <A, T> Optional<T> parsed(A read, Function<A, T> parser) {
    try {
      return Optional.of(parser.apply(read));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
