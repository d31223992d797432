package org.contactroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/**
 * The loopback ports of a stack. A port that was not asked for is a free one and is remembered in
 * the data folder, so that clients find a resumed stack where it was.
 */
final class PortBook {
  private final Path file;
  private final Properties remembered = new Properties();
  private final Set<Integer> chosen = new HashSet<>();

  /**
   * @param file where ports are remembered; need not exist
   */
  PortBook(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      load();
    }
  }

  private void load() {
    try (var reader = Files.newBufferedReader(file)) {
      remembered.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The port for a component.
   *
   * @param component its name; the option that sets the port is {@code --<name>-port}
   * @param wanted a port from 1 to 65535, or 0 for the remembered one or any free one
   * @throws SetupException if the wanted port is taken
   */
  int choose(String component, int wanted) {
    return choose(component, wanted, 0);
  }

  /**
   * The port for a component.
   *
   * @param preferred if none is wanted nor remembered: the one to take when it is free; 0 for none
   * @throws SetupException if the wanted port is taken
   */
  int choose(String component, int wanted, int preferred) {
    int port =
        wanted == 0 ? rememberedOrFree(component, preferred) : requireFree(component, wanted);
    chosen.add(port);
    remembered.setProperty(component, Integer.toString(port));
    save();
    return port;
  }

  private int requireFree(String component, int port) {
    if (port < 1 || port > 65_535) {
      throw new SetupException("--" + component + "-port must be 0 to 65535, not " + port);
    }
    if (chosen.contains(port) || !isFree(port)) {
      throw new SetupException(
          "port %d (%s) is taken; stop what listens there or choose another with --%s-port"
              .formatted(port, component, component));
    }
    return port;
  }

  private int rememberedOrFree(String component, int preferred) {
    String known = remembered.getProperty(component, "");
    if (known.matches("[0-9]{1,5}") && isUsable(Integer.parseInt(known))) {
      return Integer.parseInt(known);
    }
    return isUsable(preferred) ? preferred : free();
  }

  private boolean isUsable(int port) {
    return port > 0 && port <= 65_535 && !chosen.contains(port) && isFree(port);
  }

  private int free() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (!chosen.contains(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers themselves do: connections of an earlier run in TIME_WAIT do not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void save() {
    try (var writer = Files.newBufferedWriter(file)) {
      remembered.store(writer, "Ports of this stack");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
