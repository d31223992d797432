package org.contactroi.serve.http;

import org.contactroi.serve.access.Role;

/** What answers the requests of one path. */
@FunctionalInterface
public interface Route {

  /**
   * Answers.
   *
   * @throws ProblemException when it cannot be answered as asked
   */
  Response answer(Request request);

  /** What has to be allowed to whoever asks. */
  default Role role() {
    return Role.VIEW;
  }

  /** The same for those with another role. */
  static Route needing(Role role, Route route) {
    return new Route() {
      @Override
      public Response answer(Request request) {
        return route.answer(request);
      }

      @Override
      public Role role() {
        return role;
      }
    };
  }
}
