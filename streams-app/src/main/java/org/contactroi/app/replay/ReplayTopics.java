package org.contactroi.app.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.LocalState;
import org.contactroi.app.pipeline.Reset;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.topics.TopicProvisioner;
import org.contactroi.app.topics.TopicSpec;
import org.contactroi.app.topics.TopicsCommand;

/** What a replay has on the cluster and on this machine. */
final class ReplayTopics implements AutoCloseable {

  /** A member that does not answer is out of its group after 45 s. */
  private static final Duration FORGOTTEN_WITHIN = Duration.ofSeconds(60);

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final AppConfig config;
  private final Admin admin;
  private final Reset reset;

  /**
   * Of a replay.
   *
   * @param config of the replay
   */
  ReplayTopics(AppConfig config) {
    this.config = config;
    this.admin = Admin.create(config.kafka().admin());
    this.reset = new Reset(admin, config);
  }

  /** Members of its group that are running. */
  int members() {
    return reset.activeMembers();
  }

  /**
   * Waits until nobody runs it: the group has members of a killed process for a while.
   *
   * @throws IllegalStateException when somebody still does
   */
  void awaitNobody(ReplayName name) throws InterruptedException {
    long last = System.nanoTime() + FORGOTTEN_WITHIN.toNanos();
    while (members() > 0) {
      if (System.nanoTime() > last) {
        throw new IllegalStateException("replay '%s' is running; stop it first".formatted(name));
      }
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  /** Makes its topics and registers their schemas. */
  void make() {
    new TopicProvisioner(admin).provision(TopicSpec.all(config.topics()));
    TopicsCommand.register(config);
  }

  /** Deletes topics, offsets and the state on this machine; says how many topics. */
  int delete() {
    Set<String> topics = new TreeSet<>(own());
    reset.deleteOffsets();
    reset.deleteTopics(topics);
    try {
      LocalState.of(config.streams()).delete();
    } catch (IOException e) {
      throw new UncheckedIOException("the state of the replay cannot be deleted", e);
    }
    return topics.size();
  }

  /** Bytes of its topics on all brokers. */
  long bytes() {
    return bytes(admin, own());
  }

  private Set<String> own() {
    Set<String> own = new TreeSet<>(TopicProvisioner.await(admin.listTopics().names()));
    String prefix = config.topics().names().prefix();
    own.removeIf(topic -> !topic.startsWith(prefix));
    own.addAll(reset.internalTopics());
    return own;
  }

  private static long bytes(Admin admin, Collection<String> topics) {
    Map<Integer, Map<String, LogDirDescription>> brokers = new HashMap<>();
    TopicProvisioner.await(
            admin
                .describeLogDirs(
                    TopicProvisioner.await(admin.describeCluster().nodes()).stream()
                        .map(Node::id)
                        .toList())
                .allDescriptions())
        .forEach(brokers::put);
    return brokers.values().stream()
        .flatMap(folders -> folders.values().stream())
        .flatMap(folder -> folder.replicaInfos().entrySet().stream())
        .filter(replica -> topics.contains(replica.getKey().topic()))
        .mapToLong(replica -> replica.getValue().size())
        .sum();
  }

  @Override
  public void close() {
    admin.close();
  }
}
