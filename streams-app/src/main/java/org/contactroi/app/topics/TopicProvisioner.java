package org.contactroi.app.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.contactroi.app.topics.TopicReport.Outcome;

/** Makes topics that are not there and compares those that are. Changes no topic that exists. */
public final class TopicProvisioner {

  /** With others, data would be lost or times be wrong. */
  private static final Set<String> FATAL = Set.of("cleanup.policy", "message.timestamp.type");

  private static final Duration LISTED_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Admin admin;

  public TopicProvisioner(Admin admin) {
    this.admin = admin;
  }

  /** Creates and compares; may be repeated. */
  public List<TopicReport> provision(List<TopicSpec> specs) {
    Set<String> existing = await(admin.listTopics().names());
    List<TopicReport> reports = new ArrayList<>();
    for (TopicSpec spec : specs) {
      boolean created = !existing.contains(spec.name()) && create(spec);
      reports.add(
          created
              ? new TopicReport(spec.name(), Outcome.CREATED, List.of(), false)
              : compare(spec));
    }
    awaitListed(specs);
    return reports;
  }

  /** A broker learns of a topic a moment after the controller has made it. */
  private void awaitListed(List<TopicSpec> specs) {
    List<String> names = specs.stream().map(TopicSpec::name).toList();
    long last = System.nanoTime() + LISTED_WITHIN.toNanos();
    while (!await(admin.listTopics().names()).containsAll(names)) {
      if (System.nanoTime() > last) {
        throw new IllegalStateException(
            "topics were made, but the cluster does not list them after " + LISTED_WITHIN);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** Whether it was made here, and not by another just before. */
  private boolean create(TopicSpec spec) {
    try {
      admin.createTopics(List.of(spec.newTopic())).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw failed("topic %s cannot be made".formatted(spec.name()), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private TopicReport compare(TopicSpec spec) {
    Map<String, String> actual = configuration(spec.name());
    List<String> differences = new ArrayList<>();
    boolean fatal = false;
    for (Map.Entry<String, String> wanted : new TreeMap<>(spec.configuration()).entrySet()) {
      String found = actual.getOrDefault(wanted.getKey(), "not set");
      if (!found.equals(wanted.getValue())) {
        differences.add(
            "%s is %s, should be %s".formatted(wanted.getKey(), found, wanted.getValue()));
        fatal |= FATAL.contains(wanted.getKey());
      }
    }
    int partitions = partitions(spec.name());
    if (partitions != spec.partitions()) {
      differences.add("partitions are %d, configured %d".formatted(partitions, spec.partitions()));
    }
    Outcome outcome = differences.isEmpty() ? Outcome.UNCHANGED : Outcome.DIFFERENT;
    return new TopicReport(spec.name(), outcome, differences, fatal);
  }

  private int partitions(String topic) {
    return await(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
        .mapToInt(description -> description.partitions().size())
        .sum();
  }

  private Map<String, String> configuration(String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return await(admin.describeConfigs(List.of(resource)).all()).values().stream()
        .flatMap(config -> config.entries().stream())
        .filter(entry -> entry.value() != null)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }

  public static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw failed("the cluster does not answer", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException failed(String what, ExecutionException e) {
    return new IllegalStateException(what + ": " + e.getCause(), e);
  }

  private static InterruptException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new InterruptException(e);
  }
}
