package org.contactroi.serve.store;

import java.util.Optional;

/** Whether requests should be sent here, and if not, why. Starts as not ready. */
public final class Readiness {

  private volatile Optional<String> reason;

  public Readiness(String reason) {
    this.reason = Optional.of(reason);
  }

  public void ready() {
    reason = Optional.empty();
  }

  public void notReady(String why) {
    reason = Optional.of(why);
  }

  /** Empty when ready. */
  public Optional<String> whyNot() {
    return reason;
  }
}
