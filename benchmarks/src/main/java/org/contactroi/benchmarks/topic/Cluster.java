package org.contactroi.benchmarks.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Topics of a broker. */
public final class Cluster implements AutoCloseable {

  private static final int ONLY_BROKER = 1;
  private static final long LOOK_EVERY_MS = 50;

  private final String bootstrap;
  private final String registry;
  private final Admin admin;

  /** Of the broker and the registry at their addresses. */
  public Cluster(String bootstrap, String registry) {
    this.bootstrap = bootstrap;
    this.registry = registry;
    admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  public String bootstrap() {
    return bootstrap;
  }

  public String registry() {
    return registry;
  }

  /** Names of all topics that fulfil a condition. */
  public Set<String> names(Predicate<String> condition) {
    Set<String> names = new TreeSet<>(await(admin.listTopics().names()));
    names.removeIf(condition.negate());
    return names;
  }

  /** Partitions of topics. */
  public List<TopicPartition> partitions(Collection<String> topics) {
    return await(admin.describeTopics(topics).allTopicNames()).values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .toList();
  }

  /** Ends of partitions: of what is committed, or of all. */
  public Map<TopicPartition, Long> ends(
      Collection<TopicPartition> partitions, IsolationLevel level) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    await(admin.listOffsets(latest, new ListOffsetsOptions(level)).all())
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** Records of a topic to which no transaction writes, and of which none was deleted. */
  public long count(String topic) {
    return ends(partitions(List.of(topic)), IsolationLevel.READ_UNCOMMITTED).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Offsets that a group has committed. */
  public Map<TopicPartition, Long> committed(String group) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .forEach((partition, offset) -> committed.put(partition, offset.offset()));
    return committed;
  }

  /** Bytes of the logs on disk, by topic. */
  public Map<String, Long> logBytes(Predicate<String> topics) {
    Map<String, Long> bytes = new TreeMap<>();
    await(admin.describeLogDirs(List.of(ONLY_BROKER)).allDescriptions()).values().stream()
        .flatMap(folders -> folders.values().stream())
        .map(LogDirDescription::replicaInfos)
        .forEach(
            replicas ->
                replicas.forEach(
                    (partition, replica) ->
                        bytes.merge(partition.topic(), replica.size(), Long::sum)));
    bytes.keySet().removeIf(topics.negate());
    return bytes;
  }

  /** Makes topics. */
  public void create(Collection<String> topics, int partitions) {
    await(
        admin
            .createTopics(
                topics.stream().map(name -> new NewTopic(name, partitions, (short) 1)).toList())
            .all());
  }

  /** Deletes topics and waits until they are gone. */
  public void delete(Predicate<String> topics) throws InterruptedException {
    Set<String> names = names(topics);
    if (names.isEmpty()) {
      return;
    }
    await(admin.deleteTopics(names).all());
    while (!names(topics).isEmpty()) {
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not answer: " + e.getCause(), e);
    }
  }
}
