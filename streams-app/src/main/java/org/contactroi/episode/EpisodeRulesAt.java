package org.contactroi.episode;

/** The rules of a tenant's episodes by time: its versions of the policy. */
@FunctionalInterface
public interface EpisodeRulesAt {

  /**
   * The version that is valid.
   *
   * @param instant UTC ms
   */
  EpisodeRules at(long instant);
}
