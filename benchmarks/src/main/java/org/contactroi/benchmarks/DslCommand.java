package org.contactroi.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.contactroi.benchmarks.dsl.DslProgram;
import org.contactroi.events.InteractionEvent;
import org.contactroi.wire.AvroSerde;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the program of the DSL until it is ended. */
@Command(name = "dsl", hidden = true)
final class DslCommand implements Callable<Integer> {

  /** What it says when its tasks run. */
  static final String RUNNING = "running";

  @Mixin private ClusterAddress address = new ClusterAddress();

  @Option(names = "--application-id", required = true)
  private String applicationId = "";

  @Option(names = "--state-dir", required = true)
  private Path stateDir = Path.of("");

  @Option(names = "--topic", required = true)
  private String topic = "";

  @Override
  public Integer call() throws InterruptedException {
    DslProgram.Setup setup =
        new DslProgram.Setup(
            address.bootstrap(), address.registry(), applicationId, stateDir.toString());
    AvroSerde<InteractionEvent> events =
        AvroSerde.ofValues(InteractionEvent.class, Map.of("schema.registry.url", setup.registry()));
    CountDownLatch ended = new CountDownLatch(1);
    KafkaStreams streams =
        new KafkaStreams(DslProgram.topology(setup, topic, events), DslProgram.properties(setup));
    streams.setStateListener((now, before) -> tell(now, ended));
    streams.setUncaughtExceptionHandler(DslCommand::fail);
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "stop-dsl"));
    streams.start();
    ended.await();
    return 1;
  }

  private static void tell(KafkaStreams.State now, CountDownLatch ended) {
    if (now == KafkaStreams.State.RUNNING) {
      System.out.println(RUNNING);
    } else if (now == KafkaStreams.State.ERROR) {
      ended.countDown();
    }
  }

  private static StreamThreadExceptionResponse fail(Throwable failure) {
    failure.printStackTrace();
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
