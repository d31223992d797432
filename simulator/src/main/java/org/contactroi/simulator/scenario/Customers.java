package org.contactroi.simulator.scenario;

import java.util.Map;
import org.contactroi.events.Channel;
import org.contactroi.events.SurveyKind;
import org.contactroi.simulator.random.Mix;

/**
 * The customers of a tenant.
 *
 * @param population how many there are
 * @param locales BCP 47 tags of their languages
 * @param attributes own dimensions: name to values
 * @param returns when they come back
 * @param loyalty how they come and go
 */
public record Customers(
    long population,
    Mix<String> locales,
    Map<String, Mix<String>> attributes,
    Returns returns,
    Loyalty loyalty,
    Surveys surveys) {

  /**
   * When customers get in touch again about the same issue.
   *
   * @param unresolved after a contact that did not resolve it
   * @param abandoned after giving up in a queue or meeting a closed one
   * @param resolved with a question more, though it was resolved
   * @param attempts contacts about one issue at most
   * @param channels by which channel, by the one before; the same where nothing is said
   */
  public record Returns(
      Occasional unresolved,
      Occasional abandoned,
      Occasional resolved,
      int attempts,
      Map<Channel, Mix<Channel>> channels) {

    public Returns {
      channels = Map.copyOf(channels);
    }
  }

  /**
   * How customers come and go, as identified contacts make it known.
   *
   * @param acquired share of those seen for the first time who are new to the tenant
   * @param leaveResolved share of resolved contacts after which the customer leaves
   * @param leaveUnresolved the same for contacts that did not resolve the issue
   * @param wonBack share of the contacts of customers who left that win them back
   */
  public record Loyalty(
      double acquired, double leaveResolved, double leaveUnresolved, double wonBack) {}

  /**
   * Surveys after a contact.
   *
   * @param kinds share of the surveyed contacts that are asked, by kind
   * @param answered share of surveys that are answered
   * @param within time in which they are, ms
   * @param pleasedResolved chance of each step up the scale when the issue was resolved
   * @param pleasedUnresolved the same when it was not
   */
  public record Surveys(
      Map<SurveyKind, Double> kinds,
      double answered,
      long within,
      double pleasedResolved,
      double pleasedUnresolved) {}
}
