package org.contactroi.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Something that figures are sliced by. */
public sealed interface Dimension {

  /** What every contribution has a value of, be it {@code unknown}. */
  enum Fixed implements Dimension {
    CHANNEL,
    QUEUE,
    ISSUE,
    BOT,
    /** Of the agent; occupancy only. */
    TEAM;

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An attribute of the events.
   *
   * @param name 1 to 64 characters of {@code A-Z a-z 0-9 _ . -}
   */
  record Attribute(String name) implements Dimension {

    private static final String PREFIX = "attribute:";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    public Attribute {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "attribute name '%s'; allowed: 1 to 64 of A-Z a-z 0-9 _ . -".formatted(name));
      }
    }

    @Override
    public String id() {
      return PREFIX + name;
    }
  }

  /** Name in keys and parameters, for instance {@code queue} or {@code attribute:tier}. */
  String id();

  /**
   * The dimension of an id.
   *
   * @throws IllegalArgumentException naming the id and those allowed
   */
  static Dimension of(String id) {
    if (id.startsWith(Attribute.PREFIX)) {
      return new Attribute(id.substring(Attribute.PREFIX.length()));
    }
    return Arrays.stream(Fixed.values())
        .filter(fixed -> fixed.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown dimension '%s'; allowed: all, or of %s, attribute:NAME joined by +"
                        .formatted(
                            id,
                            Arrays.stream(Fixed.values())
                                .map(Fixed::id)
                                .collect(Collectors.joining(", ")))));
  }
}
