package org.contactroi.local;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Publishes beside everything else; interrupting it ends it in good order. */
final class PublicationThread<T> {

  private final FutureTask<T> task;
  private final Thread thread;

  PublicationThread(String name, Callable<T> publication) {
    task = new FutureTask<>(publication);
    thread = new Thread(task, name);
  }

  void start() {
    thread.start();
  }

  /** Whether it has ended, by itself or by a failure. */
  boolean isDone() {
    return task.isDone();
  }

  /**
   * Waits for its end.
   *
   * @throws IllegalStateException with the cause if it failed
   */
  T await() throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException("publishing failed: " + cause.getMessage(), cause);
    }
  }

  /** Ends it and waits until what was sent is flushed. */
  void stop() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
