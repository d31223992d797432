package org.contactroi.serve.http;

/** What answers the requests of one path. */
@FunctionalInterface
public interface Route {

  /**
   * Answers one.
   *
   * @throws ProblemException when it cannot be answered as asked
   */
  Response answer(Request request);
}
