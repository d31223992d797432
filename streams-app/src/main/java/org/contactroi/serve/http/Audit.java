package org.contactroi.serve.http;

import java.util.concurrent.atomic.AtomicLong;
import org.contactroi.notation.ChoiceText;
import org.contactroi.serve.access.Role;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was refused, and who has seen single contacts or what was refused. Says names of tokens,
 * never tokens, and addresses as they were sent, percent-encoded.
 */
final class Audit {

  private static final Logger LOG = LoggerFactory.getLogger("org.contactroi.audit");
  private static final int LONGEST = 300;
  private static final long SECOND_NS = 1_000_000_000;
  private static final int REFUSALS_PER_SECOND = 10;

  private final AtomicLong second = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();

  /** Notes what became of a request. */
  void note(String peer, Request request, Role role, Response response) {
    if (response.status() == HttpStatus.UNAUTHORIZED_401
        || response.status() == HttpStatus.FORBIDDEN_403) {
      refused(peer, request, response.status());
    } else if (role != Role.VIEW) {
      LOG.info(
          "{} asked {} as {} of {}: {}",
          request.grant().name(),
          address(request),
          ChoiceText.of(role),
          peer,
          response.status());
    }
  }

  private void refused(String peer, Request request, int status) {
    long now = System.nanoTime() / SECOND_NS;
    long before = second.getAndSet(now);
    if (before != now) {
      long unsaid = refusals.getAndSet(0) - REFUSALS_PER_SECOND;
      if (unsaid > 0) {
        LOG.warn("{} further requests were refused", unsaid);
      }
    }
    if (refusals.incrementAndGet() <= REFUSALS_PER_SECOND) {
      LOG.warn(
          "{} of {} was refused {}: {}", request.grant().name(), peer, address(request), status);
    }
  }

  private static String address(Request request) {
    String address =
        request.parameters() == null ? request.path() : request.path() + "?" + request.parameters();
    return address.length() > LONGEST ? address.substring(0, LONGEST) + "…" : address;
  }
}
