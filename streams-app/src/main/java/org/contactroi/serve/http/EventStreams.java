package org.contactroi.serve.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clients that stay. Each is told more only when it has read what it was told before, so that a
 * slow one keeps nothing in memory and holds up nobody.
 */
final class EventStreams implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

  /** Shows that the other end is there; clients ignore it. */
  private static final String BEAT = ":\n\n";

  private final int quietTicks;
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();

  /**
   * None.
   *
   * @param quietTicks after as many without an event there is a beat
   */
  EventStreams(int quietTicks) {
    this.quietTicks = quietTicks;
  }

  /** Begins to tell a client; the future completes when it is gone. */
  CompletableFuture<Void> open(ServletOutputStream out, EventSource source) {
    Stream stream = new Stream(out, source);
    open.add(stream);
    out.setWriteListener(stream);
    return stream.gone;
  }

  /** Tells all of them what happened meanwhile. */
  void tick() {
    open.removeIf(stream -> stream.gone.isDone());
    open.forEach(Stream::tick);
  }

  @Override
  public void close() {
    open.forEach(stream -> stream.gone.complete(null));
  }

  private final class Stream implements WriteListener {

    private final ServletOutputStream out;
    private final EventSource source;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private boolean canWrite;
    private boolean isUnflushed;
    private int quiet;

    Stream(ServletOutputStream out, EventSource source) {
      this.out = out;
      this.source = source;
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
      canWrite = false;
      while (!gone.isDone() && out.isReady()) {
        String next = next();
        if (!next.isEmpty()) {
          isUnflushed = true;
          out.write(next.getBytes(StandardCharsets.UTF_8));
        } else if (isUnflushed) {
          isUnflushed = false;
          out.flush();
        } else {
          canWrite = true;
          return;
        }
      }
    }

    @Override
    public void onError(Throwable failure) {
      gone.complete(null);
    }

    private synchronized void tick() {
      quiet++;
      if (canWrite) {
        try {
          onWritePossible();
        } catch (IOException e) {
          gone.complete(null);
        } catch (RuntimeException e) {
          LOG.error("A stream failed", e);
          gone.complete(null);
        }
      }
    }

    private String next() {
      String next = source.next();
      if (next.isEmpty() && quiet >= quietTicks) {
        next = BEAT;
      }
      if (!next.isEmpty()) {
        quiet = 0;
      }
      return next;
    }
  }
}
