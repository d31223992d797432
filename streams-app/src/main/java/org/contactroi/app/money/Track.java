package org.contactroi.app.money;

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

  TenantStatement.Booked of(TenantStatement statement) {
    return switch (this) {
      case SETTLED -> statement.settled();
      case PROVISIONAL -> statement.provisional();
    };
  }
}
