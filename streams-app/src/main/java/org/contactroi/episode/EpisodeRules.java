package org.contactroi.episode;

import java.time.Duration;

/**
 * The choices that episodes depend on: one version of a policy.
 *
 * @param version name of the version
 * @param repeatWindow W: what starts later after the latest end begins a new episode
 * @param botMatch what the members of an episode of the bot ladder share
 * @param fcrMatch what the members of an episode of first-contact resolution share
 */
public record EpisodeRules(String version, Duration repeatWindow, Match botMatch, Match fcrMatch) {

  public EpisodeRules {
    if (repeatWindow.isNegative()) {
      throw new IllegalArgumentException("repeat window is negative: " + repeatWindow);
    }
  }

  /** What the members of an episode share. */
  public Match match(Purpose purpose) {
    return switch (purpose) {
      case BOT -> botMatch;
      case FCR -> fcrMatch;
    };
  }
}
