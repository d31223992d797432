package org.contactroi.topology.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.BranchedKStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.contactroi.topic.Topics;

/** Where the outputs of stages go: to topics, and to next stages by way of repartitions. */
public final class Routing {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private final TopologySettings settings;
  private final Topics topics;

  public Routing(TopologySettings settings) {
    this.settings = settings;
    this.topics = settings.topics();
  }

  /** Publishes what goes to topics, and hands on, by name, what goes to next stages. */
  public Map<String, KStream<byte[], byte[]>> route(
      KStream<byte[], Output> outputs, String stage, List<String> published, List<String> next) {
    Map<String, KStream<byte[], byte[]>> handedOn = new HashMap<>();
    split(outputs, stage, published, next)
        .forEach((name, stream) -> handedOn.put(name, handOn(stream, name)));
    return handedOn;
  }

  /** Publishes what goes to topics; the rest is, by name, what goes to next stages. */
  public Map<String, KStream<byte[], Output>> split(
      KStream<byte[], Output> outputs, String stage, List<String> published, List<String> next) {
    BranchedKStream<byte[], Output> branches = publish(outputs, stage, published);
    for (String name : next) {
      branches.branch((key, output) -> output.topic().equals(name), Branched.as("-" + name));
    }
    Map<String, KStream<byte[], Output>> byName = new HashMap<>();
    branches
        .noDefaultBranch()
        .forEach(
            (branch, stream) ->
                byName.put(branch.substring((stage + "-outputs-").length()), stream));
    return byName;
  }

  /** Hands on to the next stage, by the partition of the key. */
  public KStream<byte[], byte[]> handOn(KStream<byte[], Output> outputs, String name) {
    return outputs
        .mapValues(Output::value, Named.as(name + "-value"))
        .repartition(
            Repartitioned.with(BYTES, BYTES)
                .withName(name)
                .withNumberOfPartitions(settings.partitions())
                .withStreamPartitioner(new Message.Partitioner()));
  }

  /** What was handed on under a name. */
  public static <V> KStream<byte[], V> handedOn(
      Map<String, KStream<byte[], V>> routed, String name) {
    return Objects.requireNonNull(routed.get(name), name);
  }

  /** Publishes what goes to topics; the branches are those of everything else. */
  public BranchedKStream<byte[], Output> publish(
      KStream<byte[], Output> outputs, String stage, List<String> published) {
    BranchedKStream<byte[], Output> branches = outputs.split(Named.as(stage + "-outputs"));
    for (String topic : published) {
      String suffix = topic.substring(topics.prefix().length());
      branches.branch(
          (key, output) -> output.topic().equals(topic),
          Branched.withConsumer(
              branch -> write(branch, topic, stage + "-" + suffix), "-" + suffix));
    }
    return branches;
  }

  private static void write(KStream<byte[], Output> outputs, String topic, String name) {
    outputs
        .mapValues(Output::value, Named.as(name + "-value"))
        .to(topic, Produced.with(BYTES, BYTES).withName(name + "-sink"));
  }
}
