package org.contactroi.serve.http;

/** What a client that stays is told. */
@FunctionalInterface
public interface EventSource {

  /**
   * What happened since it was asked before, as server-sent events; empty if nothing did. Asked by
   * one thread at a time, and only when the client has read what it was told before.
   */
  String next();

  /** What answers the requests of one path with events. */
  @FunctionalInterface
  interface Route {

    /**
     * Begins to tell.
     *
     * @throws ProblemException when it cannot be told as asked
     */
    EventSource open(Request request);
  }
}
