package org.contactroi.serve.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the cluster. */
public final class AdminTopicCatalog implements TopicCatalog {

  private final Map<String, Object> properties;

  public AdminTopicCatalog(Map<String, Object> properties) {
    this.properties = Map.copyOf(properties);
  }

  @Override
  public Map<TopicPartition, String> partitions(Collection<String> topics) {
    try (Admin admin = Admin.create(properties)) {
      Map<TopicPartition, String> partitions = new HashMap<>();
      for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
        topic
            .partitions()
            .forEach(
                partition ->
                    partitions.put(
                        new TopicPartition(topic.name(), partition.partition()),
                        topic.topicId().toString()));
      }
      return partitions;
    } catch (ExecutionException e) {
      throw new IllegalStateException(reason(e, topics), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  private static String reason(ExecutionException e, Collection<String> topics) {
    return e.getCause() instanceof UnknownTopicOrPartitionException
        ? "of the topics %s one is not there; the command topics makes them".formatted(topics)
        : "the topics cannot be described: " + e.getCause();
  }
}
