package org.contactroi.simulator.ledger;

import org.contactroi.events.Author;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a contact that a system may report, named by what really happened in it. Two equal
 * marks are two moments that nobody can tell apart.
 *
 * @param of what it happened to: id of the leg, visit, transfer, survey or order, or what else
 *     tells it from others; empty where the contact says it all
 * @param at when it really happened
 */
public record Mark(ContactId contact, Moment moment, String of, long at) {

  /** Returns what a message is told from others by. */
  public static String message(@Nullable String segment, Author author, boolean isAutomatic) {
    return segment + "/" + author + "/" + isAutomatic;
  }

  /** Returns what an offer is told from others by. */
  public static String offer(String segment, String agent) {
    return segment + "/" + agent;
  }

  /** Returns what the use of a model is told from others by. */
  public static String use(String resource, long inputTokens, long outputTokens) {
    return resource + "/" + inputTokens + "/" + outputTokens;
  }
}
