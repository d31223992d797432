package org.contactroi.interaction.fold;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.TransferKind;
import org.contactroi.interaction.event.TransferOutcome;
import org.jspecify.annotations.Nullable;

/** Follows what was to go from a bot to a person. */
final class HandoffFold {

  private static final class Draft {
    private final long begun;
    private TransferKind kind = TransferKind.UNKNOWN;
    private @Nullable TransferOutcome outcome;

    Draft(long begun) {
      this.begun = begun;
    }

    boolean isFailedHandoff() {
      return kind == TransferKind.BOT_TO_HUMAN
          && (outcome == null
              || outcome == TransferOutcome.FAILED
              || outcome == TransferOutcome.CANCELED);
    }
  }

  private final Map<String, Draft> transfers = new LinkedHashMap<>(0);

  void add(Payload payload, long at) {
    if (payload instanceof Payload.TransferRequested requested) {
      draft(requested.transferId(), at).kind = requested.kind();
    } else if (payload instanceof Payload.TransferClosed closed) {
      Draft draft = draft(closed.transferId(), at);
      draft.kind = closed.kind();
      draft.outcome = closed.outcome();
    }
  }

  private Draft draft(String transferId, long at) {
    return transfers.computeIfAbsent(transferId, id -> new Draft(at));
  }

  /** Nothing was transferred, and nothing was to be. */
  boolean isNone() {
    return transfers.isEmpty();
  }

  /** When transfers to a person began that failed, were given up or never closed, UTC ms. */
  Set<Long> failures() {
    Set<Long> failures = new TreeSet<>();
    for (Draft draft : transfers.values()) {
      if (draft.isFailedHandoff()) {
        failures.add(draft.begun);
      }
    }
    return failures;
  }
}
