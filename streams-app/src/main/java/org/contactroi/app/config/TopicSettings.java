package org.contactroi.app.config;

import org.contactroi.topic.Topics;

/**
 * Names and shape of the topics.
 *
 * @param partitions of each topic that is created
 * @param replicationFactor of each topic that is created
 */
public record TopicSettings(Topics names, int partitions, short replicationFactor) {

  /**
   * The usage of a day by issue and key is one record, and so is what of it has no price. Managed
   * clusters allow no more.
   */
  public static final int LARGEST_RECORD_BYTES = 8 * 1024 * 1024;

  static TopicSettings from(Settings settings) {
    Topics outputs = settings.parse(Setting.TOPIC_PREFIX, Topics.ALLOWED, Topics::new, any -> true);
    Topics inputs = settings.parse(Setting.INPUT_PREFIX, Topics.ALLOWED, Topics::new, any -> true);
    return new TopicSettings(
        inputs.prefix().isEmpty() ? outputs : new Topics(outputs.prefix(), inputs.prefix()),
        settings.integer(Setting.TOPIC_PARTITIONS, 1, 10_000),
        (short) settings.integer(Setting.TOPIC_REPLICATION_FACTOR, 1, Short.MAX_VALUE));
  }
}
