package org.contactroi.app.money;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.contactroi.notation.ChoiceText;
import org.contactroi.record.TenantStatement;
import org.jspecify.annotations.Nullable;

/** Which days of a horizon are summed. */
enum Track {
  /** Those that no longer change: the official figures. */
  SETTLED,
  /** All. */
  PROVISIONAL;

  String id() {
    return ChoiceText.of(this);
  }

  TenantStatement.Booked of(TenantStatement statement) {
    return switch (this) {
      case SETTLED -> statement.settled();
      case PROVISIONAL -> statement.provisional();
    };
  }

  /**
   * The track of a name; both without one.
   *
   * @throws IllegalArgumentException when there is no such track
   */
  static List<Track> parse(@Nullable String name) {
    return name == null ? List.of(values()) : List.of(of(name));
  }

  /**
   * The track of a name.
   *
   * @throws IllegalArgumentException when there is no such track
   */
  static Track of(String name) {
    return Arrays.stream(values())
        .filter(track -> track.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "is '%s'; allowed: %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Track::id)
                                .collect(Collectors.joining(", ")))));
  }
}
