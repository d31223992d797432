package org.contactroi.local;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Components in the order of their dependencies: started one after the other with one line each,
 * closed in reverse. {@link #close} may come from another thread (Ctrl-C) at any moment.
 */
public final class StartSequence implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StartSequence.class);

  private final PrintStream out;
  private final Deque<Component> open = new ArrayDeque<>();
  private volatile boolean closing;

  /**
   * @param out gets one line for each component that has started
   */
  public StartSequence(PrintStream out) {
    this.out = out;
  }

  /**
   * Starts the components in order; those started before stay open when one fails, until {@link
   * #close}.
   *
   * @throws CancellationException if the sequence is closed meanwhile
   */
  public void start(List<Component> components) {
    components.forEach(this::prepare);
    components.forEach(this::startNext);
  }

  private synchronized void prepare(Component component) {
    refuseWhenClosing();
    open.push(component);
    component.prepare();
  }

  private synchronized void startNext(Component component) {
    refuseWhenClosing();
    long begin = System.nanoTime();
    String result = result(component);
    double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1000.0;
    out.printf(Locale.ROOT, "%-10s %-42s %5.1f s%n", component.name(), result, seconds);
  }

  private String result(Component component) {
    try {
      return component.start();
    } catch (RuntimeException | Error e) {
      // Much cannot be started any more while the process ends; that is no failure of its own.
      refuseWhenClosing();
      throw e;
    }
  }

  private void refuseWhenClosing() {
    if (closing) {
      throw new CancellationException("stopped before everything had started");
    }
  }

  @Override
  public void close() {
    closing = true;
    closeAll();
  }

  private synchronized void closeAll() {
    while (!open.isEmpty()) {
      Component component = open.pop();
      try {
        component.close();
      } catch (RuntimeException e) {
        // The remaining components must stop too, whatever this one says.
        LOG.warn("{} did not stop cleanly", component.name(), e);
      }
    }
  }
}
