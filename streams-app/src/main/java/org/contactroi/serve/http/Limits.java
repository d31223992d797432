package org.contactroi.serve.http;

import java.time.Duration;

/**
 * What clients may use of a server, all of them together and each.
 *
 * @param connections open at once; one more closes the one that has waited longest
 * @param streams of those that stay open
 * @param request time in which a connection brings a whole request, or its next one
 * @param answer time in which a client reads an answer
 * @param answerBytes of all answers that are not read yet; more closes the slowest reader
 * @param headerBytes of a request, its path and parameters included
 * @param workers threads that answer what is no probe
 * @param waiting requests that wait for one of them; more are refused with 503
 * @param slowWorkers threads that answer what takes long
 * @param slowWaiting requests that wait for one of these
 */
record Limits(
    int connections,
    int streams,
    Duration request,
    Duration answer,
    long answerBytes,
    int headerBytes,
    int workers,
    int waiting,
    int slowWorkers,
    int slowWaiting) {

  static final Limits DEFAULT =
      new Limits(
          1_024,
          256,
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          64L << 20,
          8_192,
          4,
          256,
          2,
          16);

  Limits {
    if (connections < 1 || streams < 0 || streams >= connections || headerBytes < 1) {
      throw new IllegalArgumentException(
          "%d connections, %d streams among them and %d bytes of headers cannot be served"
              .formatted(connections, streams, headerBytes));
    }
    if (workers < 1 || waiting < 1 || slowWorkers < 1 || slowWaiting < 1) {
      throw new IllegalArgumentException(
          "%d and %d workers with %d and %d requests waiting answer nothing"
              .formatted(workers, slowWorkers, waiting, slowWaiting));
    }
  }
}
