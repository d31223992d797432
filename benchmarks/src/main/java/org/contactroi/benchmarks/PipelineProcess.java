package org.contactroi.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.contactroi.benchmarks.process.Checkout;
import org.contactroi.benchmarks.process.Child;
import org.contactroi.benchmarks.process.Jvm;
import org.contactroi.benchmarks.topic.Subjects;
import org.contactroi.topic.Topics;

/** Starts the commands of a checkout's pipeline. */
final class PipelineProcess {

  /** Stands in the names of everything that replays write. */
  static final String OF_REPLAYS = "replay.";

  private static final int OK = 200;
  private static final long LOOK_EVERY_MS = 50;

  private final Site site;
  private final Checkout checkout;
  private final PipelineConfig config;

  PipelineProcess(Site site, Checkout checkout, PipelineConfig config) {
    this.site = site;
    this.checkout = checkout;
    this.config = config;
  }

  /**
   * What a pipeline is started with.
   *
   * @param id of the application
   * @param beans port of its beans
   */
  record Setup(String id, Path state, int beans) {}

  /** Makes its output topics anew, as its own command does, and returns their names. */
  Set<String> emptyOutputs(String name) throws InterruptedException {
    Predicate<String> isOutput = isOutput();
    site.cluster().delete(isOutput);
    new Subjects(config.registry()).delete(isOutput);
    makeTopics(name);
    return site.cluster().names(isOutput);
  }

  /** Makes the topics that are missing. */
  void makeTopics(String name) throws InterruptedException {
    Path file = site.folder().resolve(name + ".topics.properties");
    config.write(file, name, site.folder().resolve(name));
    site.children()
        .start(
            name + "-topics",
            checkout.command(List.of("topics", "--properties", file.toString())),
            Map.of())
        .awaitEnd();
  }

  private Predicate<String> isOutput() {
    Topics topics = config.topics();
    Set<String> inputs =
        Set.of(
            topics.interactionEvents(),
            topics.agentEvents(),
            topics.customerEvents(),
            topics.reference());
    return topic -> topic.startsWith(topics.prefix()) && !inputs.contains(topic);
  }

  /** Starts it and waits until its tasks run. */
  Child start(Setup setup, Duration patience) throws InterruptedException {
    int metrics = Jvm.freePort();
    Path file = site.folder().resolve(setup.id() + ".properties");
    config
        .with(Map.of("metrics.port", Integer.toString(metrics)))
        .write(file, setup.id(), setup.state());
    Child child =
        site.children()
            .start(
                setup.id(),
                checkout.command(List.of("run", "--properties", file.toString())),
                PipelineRun.javaOptions(setup.beans()));
    awaitReady(child, metrics, patience);
    return child;
  }

  /** Starts its read side and waits until it has read what there is. */
  Child startServe(String name, int port, Duration patience) throws InterruptedException {
    Path file = site.folder().resolve(name + ".properties");
    config
        .with(
            Map.of(
                "serve.port",
                Integer.toString(port),
                "serve.data.dir",
                site.folder().resolve(name).toString()))
        .write(file, name, site.folder().resolve(name + "-state"));
    Child child =
        site.children()
            .start(
                name,
                checkout.command(List.of("serve", "--properties", file.toString())),
                Map.of());
    awaitReady(child, port, patience);
    return child;
  }

  /** Starts a replay of everything that is published, and waits until it has begun. */
  Child startReplay(String id, Duration patience) throws InterruptedException {
    Path file = site.folder().resolve(id + ".properties");
    Child child =
        site.children()
            .start(
                id + "-replay",
                checkout.command(
                    List.of("replay", "start", "bench", "--json", "--properties", file.toString())),
                Map.of());
    child.await("{", patience);
    return child;
  }

  private static void awaitReady(Child child, int port, Duration patience)
      throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/readyz".formatted(port))).build();
    long last = System.nanoTime() + patience.toNanos();
    while (!isReady(client, request)) {
      child.requireAlive();
      if (System.nanoTime() > last) {
        throw new IllegalStateException("the pipeline is not ready after " + patience);
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  private static boolean isReady(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      // It does not listen yet.
      return false;
    }
  }
}
