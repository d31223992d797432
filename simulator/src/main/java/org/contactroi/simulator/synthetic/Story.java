package org.contactroi.simulator.synthetic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.events.Author;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.simulator.Pseudonyms;

/** One contact from its first to its last event. */
final class Story {

  private static final List<String> LANGUAGES = List.of("de", "de", "de", "en", "fr");
  private static final List<String> SITES = List.of("north", "south");
  private static final List<String> TIERS = List.of("basic", "basic", "plus");
  private static final double HOLDOUT_SHARE = 0.1;
  private static final double REOPENED_SHARE = 0.04;

  private final Scene scene;
  private final Pseudonyms pseudonyms;

  Story(Scene scene, Pseudonyms pseudonyms) {
    this.scene = scene;
    this.pseudonyms = pseudonyms;
  }

  /**
   * What happened.
   *
   * @param events the events by time
   * @param endMillis when the customer left
   * @param isResolved whether the customer got what was asked for
   */
  record Told(List<InteractionEvent> events, long endMillis, boolean isResolved) {}

  /** Tells the story. */
  Told tell() {
    long start = scene.contact().startMillis();
    String language = scene.dice().pick(LANGUAGES);
    scene.script().at(start, started(language));
    SelfService.Result bot = new SelfService(scene).play(start);
    Told told =
        switch (bot.ending()) {
          case ANSWERED -> end(bot.millis(), EndedBy.CUSTOMER, scene.dice().chance(0.85));
          case LEFT -> end(bot.millis(), EndedBy.CUSTOMER, false);
          case HANDED_OFF -> withAgent(bot.millis());
        };
    return new Told(
        scene.script().events(attributes(language)), told.endMillis(), told.isResolved());
  }

  private InteractionStarted started(String language) {
    Contact contact = scene.contact();
    String customer = contact.customer() == null ? null : pseudonyms.of(contact.customer());
    return InteractionStarted.newBuilder()
        .setChannel(contact.channel())
        .setDirection(Direction.INBOUND)
        .setCustomerKey(customer)
        .setIssueKey(contact.issue().key())
        .setLocale(language)
        .setExperimentArm(scene.dice().chance(HOLDOUT_SHARE) ? "holdout" : "treatment")
        .setPreviousInteractionId(contact.previousInteraction())
        .build();
  }

  private Map<String, String> attributes(String language) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("language", language);
    attributes.put("site", scene.dice().pick(SITES));
    attributes.put("tier", scene.dice().pick(TIERS));
    return attributes;
  }

  private Told withAgent(long start) {
    AgentService.Result service = new AgentService(scene).play(start);
    if (!service.isServed()) {
      return end(service.millis(), EndedBy.CUSTOMER, false);
    }
    boolean isResolved = scene.dice().chance(scene.contact().issue().resolved());
    Aftermath aftermath = new Aftermath(scene);
    aftermath.flag(service.millis(), isResolved);
    aftermath.order(service.millis());
    EndedBy endedBy = scene.dice().chance(0.7) ? EndedBy.CUSTOMER : EndedBy.AGENT;
    Told told = end(service.millis(), endedBy, isResolved);
    return canReopen() ? reopen(told) : told;
  }

  private boolean canReopen() {
    return !scene.contact().isVoice() && scene.dice().chance(REOPENED_SHARE);
  }

  /** A customer who writes again into a chat that has ended meets an agent at once. */
  private Told reopen(Told before) {
    long again = before.endMillis() + scene.exponentialSeconds(600);
    scene.script().at(again, new InteractionReopened());
    scene.script().at(again, new MessageSent(null, Author.CUSTOMER, true, false));
    AgentService.Result service = new AgentService(scene).play(again);
    return end(service.millis(), EndedBy.CUSTOMER, service.isServed() || before.isResolved());
  }

  private Told end(long millis, EndedBy endedBy, boolean isResolved) {
    scene.script().at(millis, new InteractionEnded(endedBy));
    new Aftermath(scene).surveys(millis + 1_000, isResolved);
    return new Told(List.of(), millis, isResolved);
  }
}
