package org.contactroi.app.money;

import java.util.List;
import org.contactroi.notation.ChoiceText;
import org.contactroi.record.TenantStatement;

/** Which days of a horizon are summed. */
enum Track {
  /** Those that no longer change: the official figures. */
  SETTLED,
  /** All. */
  PROVISIONAL;

  String id() {
    return ChoiceText.of(this);
  }

  static List<String> ids(List<Track> tracks) {
    return tracks.stream().map(Track::id).toList();
  }

  TenantStatement.Booked of(TenantStatement statement) {
    return switch (this) {
      case SETTLED -> statement.settled();
      case PROVISIONAL -> statement.provisional();
    };
  }
}
