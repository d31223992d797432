package org.contactroi.benchmarks.dsl;

import java.util.List;

/**
 * When and where something counts.
 *
 * @param at event time, UTC ms
 */
record Place(long at, String channel, String queue, String issue, String bot) {

  /** What every key of the slice of everything ends in. */
  static final String ALL = "/all/all";

  /** Keys of the slices of a tenant that it falls into. */
  List<String> keys(String tenant) {
    return List.of(
        tenant + ALL,
        tenant + "/channel/" + channel,
        tenant + "/queue/" + queue,
        tenant + "/issue/" + issue,
        tenant + "/bot/" + bot,
        tenant + "/channel+queue/" + channel + "+" + queue);
  }
}
