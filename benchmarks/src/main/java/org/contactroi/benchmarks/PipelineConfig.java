package org.contactroi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.contactroi.topic.Topics;

/**
 * The configuration of pipelines that are measured.
 *
 * @param given on the command line; wins
 */
record PipelineConfig(
    String bootstrap, String registry, Topics topics, int partitions, Map<String, String> given) {

  /** The product's own defaults. */
  private static final Map<String, String> LIVE =
      Map.of("commit.interval.ms", "100", "kafka.producer.linger.ms", "5");

  PipelineConfig {
    given = Map.copyOf(given);
  }

  /** The same with further settings, which win. */
  PipelineConfig with(Map<String, String> further) {
    Map<String, String> all = new HashMap<>(given);
    all.putAll(further);
    return new PipelineConfig(bootstrap, registry, topics, partitions, all);
  }

  /** The same over topics of its own, with what suits a pipeline that keeps up. */
  PipelineConfig live(String prefix) {
    Map<String, String> all = new HashMap<>(LIVE);
    all.putAll(given);
    return new PipelineConfig(bootstrap, registry, new Topics(prefix), partitions, all);
  }

  /** Writes it for a command of a checkout. */
  void write(Path file, String applicationId, Path stateDir) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "application.id",
            applicationId,
            "bootstrap.servers",
            bootstrap,
            "schema.registry.url",
            registry,
            "topic.prefix",
            topics.prefix(),
            "topic.partitions",
            Integer.toString(partitions),
            "state.dir",
            stateDir.toString(),
            "threads",
            "2",
            "commit.interval.ms",
            "1000",
            "kafka.producer.linger.ms",
            "20",
            "kafka.producer.compression.type",
            "lz4"));
    properties.putAll(given);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
