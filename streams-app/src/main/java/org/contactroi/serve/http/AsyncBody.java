package org.contactroi.serve.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A body that is written whenever the client has read what was written before. Holds no thread. */
final class AsyncBody implements WriteListener {

  private final ServletOutputStream out;
  private final byte[] bytes;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private boolean written;

  private AsyncBody(ServletOutputStream out, byte[] bytes) {
    this.out = out;
    this.bytes = bytes;
  }

  /** Begins to write; the future completes when all is written, or the client is gone. */
  static CompletableFuture<Void> write(ServletOutputStream out, byte[] bytes) {
    AsyncBody body = new AsyncBody(out, bytes);
    out.setWriteListener(body);
    return body.done;
  }

  @Override
  public void onWritePossible() throws IOException {
    while (out.isReady()) {
      if (written) {
        done.complete(null);
        return;
      }
      written = true;
      out.write(bytes);
    }
  }

  /** Nobody is left to be told. */
  @Override
  public void onError(Throwable gone) {
    done.complete(null);
  }
}
