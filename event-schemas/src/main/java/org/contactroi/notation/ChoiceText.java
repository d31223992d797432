package org.contactroi.notation;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants as people write them: {@code model-input-token} for MODEL_INPUT_TOKEN. */
public final class ChoiceText {

  private ChoiceText() {}

  /** Writes a constant. */
  public static String of(Enum<?> constant) {
    return of(constant.name());
  }

  /** Writes the name of a constant. */
  public static String of(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Writes several, to choose from. */
  public static String of(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(ChoiceText::of).collect(Collectors.joining(", "));
  }

  /**
   * Reads one of several constants, in capitals or not, with hyphens or underscores.
   *
   * @throws IllegalArgumentException when it is none of them
   */
  public static <E extends Enum<E>> E parse(String text, Collection<E> constants) {
    return constants.stream()
        .filter(constant -> of(constant).equals(of(text)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'%s' is none of %s".formatted(text, constants)));
  }
}
