package org.contactroi.interaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something of an interaction that has begun and is not over. It is open at an instant before
 * {@code until}.
 *
 * @param agent who serves, as far as it is known; null of all else
 * @param since UTC ms
 * @param until when it counts as over if nothing more is heard of it, UTC ms
 */
public record OpenWork(Kind kind, String queue, @Nullable String agent, long since, long until) {

  /** What is open. */
  public enum Kind {
    /** A stay in a queue: a customer waits for a person. */
    WAITING,
    /** A stay in a queue with nobody at the other end: a callback, a task, or what we began. */
    QUEUED_WORK,
    /** A handled leg: an agent serves. */
    IN_SERVICE,
    /** A session with a bot or menu. */
    BOT_SESSION,
    /** A written contact. */
    CONVERSATION
  }

  /** Silences end on full hours, so that not each message moves the end. */
  static final long SILENCE_STEP_MS = Duration.ofHours(1).toMillis();

  /** Whether it is open at an instant, UTC ms. */
  public boolean isOpenAt(long instant) {
    return instant < until;
  }
}
