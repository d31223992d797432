package org.contactroi.app.topics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.Setting;
import org.contactroi.app.config.TopicSettings;
import org.contactroi.topic.Topics;

/** The topics that a command needs before it starts. */
public final class RequiredTopics {

  private final Admin admin;
  private final TopicSettings settings;

  private RequiredTopics(Admin admin, TopicSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /**
   * Checks that some are there.
   *
   * @throws IllegalStateException naming those that are missing
   */
  public static void check(AppConfig config, List<String> topics) {
    config.kafka().requireReachable();
    try (Admin admin = Admin.create(config.kafka().admin())) {
      new RequiredTopics(admin, config.topics()).checkPresence(topics);
    }
  }

  /**
   * Checks that all are there, and that inputs have as many partitions as configured.
   *
   * @throws IllegalStateException naming those that are missing or differ
   */
  public static void check(AppConfig config) {
    config.kafka().requireReachable();
    try (Admin admin = Admin.create(config.kafka().admin())) {
      RequiredTopics required = new RequiredTopics(admin, config.topics());
      required.checkPresence(TopicSpec.all(config.topics()).stream().map(TopicSpec::name).toList());
      required.checkPartitions();
    }
  }

  private void checkPresence(List<String> topics) {
    Set<String> existing = TopicProvisioner.await(admin.listTopics().names());
    List<String> missing = topics.stream().filter(name -> !existing.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "topics are missing: %s; make them with the command 'topics'"
              .formatted(String.join(", ", missing)));
    }
  }

  /** An event on another partition than its key's is counted; that takes the right number. */
  private void checkPartitions() {
    Topics names = settings.names();
    Map<String, TopicDescription> inputs =
        TopicProvisioner.await(
            admin
                .describeTopics(
                    List.of(names.interactionEvents(), names.agentEvents(), names.customerEvents()))
                .allTopicNames());
    for (TopicDescription input : inputs.values()) {
      if (input.partitions().size() != settings.partitions()) {
        throw new IllegalStateException(
            "topic %s has %d partitions, %s says %d"
                .formatted(
                    input.name(),
                    input.partitions().size(),
                    Setting.TOPIC_PARTITIONS.key(),
                    settings.partitions()));
      }
    }
  }
}
