package org.contactroi.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Broker and registry over one data folder, and whatever is started on top of them. Everything is
 * closed in reverse order; a temporary folder is removed last.
 */
public final class LocalStack implements AutoCloseable {
  private static final int STANDARD_BROKER_PORT = 9092;
  private static final int STANDARD_REGISTRY_PORT = 8085;

  private final DataFolder folder;
  private final PortBook ports;
  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;
  private final StartSequence sequence;

  private LocalStack(StackSettings settings, DataFolder folder, PrintStream out) {
    this.folder = folder;
    Path registryFolder = folder.of(EmbeddedRegistry.NAME);
    // Before the ports are looked at: a left-over registry still holds the one to be used again.
    EmbeddedRegistry.endLeftOver(registryFolder);
    ports = new PortBook(folder.path().resolve("ports.properties"));
    boolean standard = settings.standardPorts();
    int brokerPort =
        ports.choose(
            EmbeddedBroker.NAME, settings.brokerPort(), standard ? STANDARD_BROKER_PORT : 0);
    int registryPort =
        ports.choose(
            EmbeddedRegistry.NAME, settings.registryPort(), standard ? STANDARD_REGISTRY_PORT : 0);
    int controllerPort = ports.choose("controller", 0);
    broker = new EmbeddedBroker(folder.of(EmbeddedBroker.NAME), brokerPort, controllerPort);
    registry = new EmbeddedRegistry(settings.registryHome(), registryFolder, registryPort);
    sequence = new StartSequence(out);
  }

  /**
   * Checks the machine and reserves folder and ports; nothing runs yet.
   *
   * @param out gets one line for each component that has started
   * @throws SetupException if a port is taken, the folder is in use or the disk is full
   */
  public static LocalStack open(StackSettings settings, PrintStream out) {
    DataFolder folder = settings.data().map(DataFolder::keep).orElseGet(DataFolder::temporary);
    try {
      return new LocalStack(settings, folder, out);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Starts broker and registry, the registry's process while the broker starts. */
  public void start() {
    start(List.of(broker, registry));
  }

  /** Starts further components in order; they are closed before the earlier ones. */
  public void start(List<Component> components) {
    sequence.start(components);
  }

  /** The port for a further component: see {@link PortBook#choose(String, int, int)}. */
  public int choosePort(String component, int wanted, int preferred) {
    return ports.choose(component, wanted, preferred);
  }

  /** The folder for a further component's own data; created if needed. */
  public Path folderOf(String component) {
    return folder.of(component);
  }

  /** The data folder, absolute. */
  public Path folder() {
    return folder.path();
  }

  /** What clients put into {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** The address for {@code schema.registry.url}. */
  public String registryUrl() {
    return registry.url();
  }

  /** Whether commands reach it without being told where it is. */
  boolean hasStandardPorts() {
    return bootstrapServers().endsWith(":" + STANDARD_BROKER_PORT)
        && registryUrl().contains(":" + STANDARD_REGISTRY_PORT + "/");
  }

  /** The registry, to stop and start it in the middle. */
  public EmbeddedRegistry registry() {
    return registry;
  }

  /** Stops everything; may be called from another thread and more than once. */
  @Override
  public synchronized void close() {
    sequence.close();
    folder.close();
  }
}
