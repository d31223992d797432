package org.contactroi.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker and KRaft controller in this JVM, for one machine: nothing is replicated, and
 * data reaches the page cache but is not forced to disk, so it survives kill -9 but not a power
 * cut.
 */
public final class EmbeddedBroker implements Component {
  /** The component's name. */
  public static final String NAME = "broker";

  private static final String HOST = "127.0.0.1";

  private static final String SETTINGS =
      """
      default.replication.factor=1
      min.insync.replicas=1
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=4
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=4
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      num.partitions=4
      # Topics are declared with their settings by the topics command, never by a typing error.
      auto.create.topics.enable=false
      group.initial.rebalance.delay.ms=0
      # After kill -9 the controller takes the new broker in only when the old one's session has
      # ended. Not shorter: a pause of the whole process must not fence the broker.
      broker.session.timeout.ms=4000
      broker.heartbeat.interval.ms=500
      num.network.threads=2
      num.io.threads=4
      background.threads=2
      num.recovery.threads.per.data.dir=2
      log.cleaner.threads=1
      log.cleaner.dedupe.buffer.size=33554432
      """;

  private final Path folder;
  private final int port;
  private final int controllerPort;
  private @Nullable KafkaRaftServer server;

  /**
   * @param folder holds the log; formatted at the first start
   * @param port where clients connect
   * @param controllerPort where the broker reaches its controller
   */
  public EmbeddedBroker(Path folder, int port, int controllerPort) {
    this.folder = folder;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** What clients put into {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  @Override
  public String start() {
    Properties properties = properties();
    if (!Files.exists(folder.resolve("log").resolve("meta.properties"))) {
      format(properties);
    }
    KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    server = starting;
    starting.startup();
    return bootstrapServers();
  }

  @Override
  public void close() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  private void format(Properties properties) {
    Path file = folder.resolve("server.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "Broker of the local stack");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var output = new ByteArrayOutputStream();
    String[] command = {
      "format", "--config", file.toString(), "--cluster-id", Uuid.randomUuid().toString()
    };
    int exit = StorageTool.execute(command, new PrintStream(output, true, StandardCharsets.UTF_8));
    if (exit != 0) {
      throw new IllegalStateException(
          "cannot format " + folder + ": " + output.toString(StandardCharsets.UTF_8));
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(SETTINGS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    addIdentity(properties);
    return properties;
  }

  private void addIdentity(Properties properties) {
    String controller = HOST + ":" + controllerPort;
    properties.setProperty("node.id", "1");
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("log.dirs", folder.resolve("log").toString());
    properties.setProperty(
        "listeners", "CLIENTS://" + bootstrapServers() + ",CONTROLLER://" + controller);
    properties.setProperty("advertised.listeners", "CLIENTS://" + bootstrapServers());
    properties.setProperty(
        "listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.setProperty("inter.broker.listener.name", "CLIENTS");
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty("controller.quorum.voters", "1@" + controller);
  }
}
