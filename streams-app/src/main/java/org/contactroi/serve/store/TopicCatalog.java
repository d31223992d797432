package org.contactroi.serve.store;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Tells which partitions topics have. */
@FunctionalInterface
public interface TopicCatalog {

  /**
   * Every partition of the topics with the id of its topic.
   *
   * @throws IllegalStateException naming a topic that is not there
   */
  Map<TopicPartition, String> partitions(Collection<String> topics);
}
