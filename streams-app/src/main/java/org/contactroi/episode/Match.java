package org.contactroi.episode;

/** What the interactions of one episode have in common, besides the customer. */
public enum Match {
  /** Nothing else: everything the customer contacts us about. */
  CUSTOMER,
  /** The issue. */
  ISSUE,
  /** The queue. */
  QUEUE;

  /** What an interaction must share with the others of its episode, besides the customer. */
  String valueOf(Member member) {
    return switch (this) {
      case CUSTOMER -> "";
      case ISSUE -> member.issue();
      case QUEUE -> member.queue();
    };
  }
}
