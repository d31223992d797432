package org.contactroi.roi.amount;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is asked of a field that a person has stated; refuses with its name and its value. */
public final class Stated {

  public static final int WHOLE_BP = 10_000;

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  private Stated() {}

  /** A name or an id. */
  public static void text(String field, String value) {
    require(!value.isBlank(), field, value, "at least one character that is not blank");
  }

  /** The form of an ISO 4217 code; which of them are known is for the edge to say. */
  public static void currency(String value) {
    require(CODE.matcher(value).matches(), "currency", value, "an ISO 4217 code such as EUR");
  }

  /** An amount in millionths of a unit that is not negative. */
  public static void amount(String field, long micros) {
    within(field, micros, 0, Amount.LARGEST_STATED);
  }

  /** A number between two others, both allowed. */
  public static void within(String field, long value, long least, long greatest) {
    require(
        least <= value && value <= greatest, field, value, "%d to %d".formatted(least, greatest));
  }

  public static void require(boolean holds, String field, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s is '%s'; allowed: %s".formatted(field, value, allowed));
    }
  }

  /** Names of constants, to choose from. */
  public static String names(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  /** Names of constants, to choose from. */
  public static String names(Enum<?>[] constants) {
    return names(Arrays.asList(constants));
  }
}
