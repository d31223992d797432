package org.contactroi.app.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.GroupMembers;
import org.contactroi.app.topics.TopicProvisioner;
import org.contactroi.app.topics.TopicSpec;

/** Takes a pipeline back to before its first event; inputs stay. */
public final class Reset {

  private static final long DELETE_SECONDS = 30;
  private static final long POLL_MS = 100;

  private final Admin admin;
  private final AppConfig config;

  public Reset(Admin admin, AppConfig config) {
    this.admin = admin;
    this.config = config;
  }

  /** Members of the pipeline's group that are running. */
  public int activeMembers() {
    return GroupMembers.running(admin, config.streams().applicationId());
  }

  /** Repartition and changelog topics of the pipeline. */
  public Set<String> internalTopics() {
    String prefix = config.streams().applicationId() + "-";
    Set<String> internal = new TreeSet<>(TopicProvisioner.await(admin.listTopics().names()));
    internal.removeIf(
        name ->
            !name.startsWith(prefix)
                || !(name.endsWith("-changelog") || name.endsWith("-repartition")));
    return internal;
  }

  /** Output topics that are there. */
  public Set<String> outputTopics() {
    Set<String> existing = TopicProvisioner.await(admin.listTopics().names());
    Set<String> outputs =
        new TreeSet<>(TopicSpec.outputs(config.topics()).stream().map(TopicSpec::name).toList());
    outputs.retainAll(existing);
    return outputs;
  }

  /** Deletes topics and waits until they are gone. */
  public void deleteTopics(Collection<String> topics) {
    if (!topics.isEmpty()) {
      TopicProvisioner.await(admin.deleteTopics(topics).all());
      awaitTrue(
          () ->
              TopicProvisioner.await(admin.listTopics().names()).stream()
                  .noneMatch(topics::contains),
          "topics %s are still there".formatted(topics));
    }
  }

  /** Deletes the offsets the pipeline has committed. */
  public void deleteOffsets() {
    String group = config.streams().applicationId();
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new IllegalStateException(
            "offsets of group %s cannot be deleted: %s".formatted(group, e.getCause()), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  /** Makes the output topics anew. */
  public void createOutputs() {
    new TopicProvisioner(admin).provision(TopicSpec.outputs(config.topics()));
  }

  private static void awaitTrue(BooleanSupplier condition, String otherwise) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DELETE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(otherwise + " after " + DELETE_SECONDS + " s");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(POLL_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptException(e);
      }
    }
  }
}
