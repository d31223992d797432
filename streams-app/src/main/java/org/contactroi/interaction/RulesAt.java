package org.contactroi.interaction;

/** The rules of a tenant by time: its versions of the policy. */
@FunctionalInterface
public interface RulesAt {

  /**
   * The version that is valid.
   *
   * @param instant UTC ms
   */
  Rules at(long instant);
}
