package org.contactroi.episode;

/** What interactions are grouped to episodes for; each purpose has a match of its own. */
public enum Purpose {
  /** Bot ladder and savings. */
  BOT,
  /** First-contact resolution. */
  FCR
}
