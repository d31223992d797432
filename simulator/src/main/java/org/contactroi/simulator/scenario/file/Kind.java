package org.contactroi.simulator.scenario.file;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of value: what is allowed, and how it is read. Errors inside of a section are reported by
 * the section; a reader is empty if the value as a whole is not allowed.
 *
 * @param <T> what it is read to
 * @param allowed what is allowed, in words
 * @param reader reads it
 */
record Kind<T>(String allowed, Function<Value, Optional<T>> reader) {

  static final Kind<List<Value>> LIST = new Kind<>("a list", Value::list);

  /** Returns a kind that is written as one text. */
  static <T> Kind<T> text(String allowed, Function<String, Optional<T>> reader) {
    return new Kind<>(allowed, value -> value.text().flatMap(reader));
  }

  /** Returns the kind of names that are defined elsewhere in the file. */
  static Kind<String> oneOf(Collection<String> names) {
    return text(
        names.isEmpty() ? "nothing, as none is defined" : String.join(", ", names),
        text -> Optional.of(text).filter(names::contains));
  }

  /** Returns the kind of an enum's constants in lower case, but UNKNOWN. */
  static <E extends Enum<E>> Kind<E> constant(Class<E> type) {
    Collection<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .filter(name -> !name.equals("unknown"))
            .toList();
    return oneOf(names).map(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  /** Returns the kind of lists whose values are of this kind; those that are not are left out. */
  Kind<List<T>> list() {
    return new Kind<>(
        "a list, each " + allowed,
        value ->
            value
                .list()
                .map(items -> items.stream().flatMap(item -> item.read(this).stream()).toList()));
  }

  /** Returns the kind whose values are made from those of this one. */
  <R> Kind<R> map(Function<T, R> function) {
    return new Kind<>(allowed, value -> reader.apply(value).map(function));
  }

  /** Returns the kind of the values that pass a test. */
  Kind<T> where(Predicate<T> test, String nowAllowed) {
    return new Kind<>(nowAllowed, value -> reader.apply(value).filter(test));
  }
}
