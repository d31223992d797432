package org.contactroi.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentStarted;
import org.jspecify.annotations.Nullable;

/**
 * One contact of a customer with a center, from its first to its last event.
 *
 * @param previous id of one that this one may go on with
 */
record Contact(
    Center center,
    String interaction,
    @Nullable String customer,
    @Nullable String previous,
    Instant start) {

  private static final int NONSENSE_EVENTS = 25;
  private static final int ENDLESS_EVENTS = 1_200;
  private static final int MANY = 70;

  /** What happened, by time. */
  List<InteractionEvent> events(Dice dice) {
    Scene scene = new Scene(center, dice, interaction, start);
    switch (dice.below(24)) {
      case 0, 1 -> nonsense(scene, NONSENSE_EVENTS);
      case 2 -> excess(scene);
      case 3, 4 -> greeting(scene);
      default -> story(scene);
    }
    if (dice.oneIn(400)) {
      nonsense(scene, ENDLESS_EVENTS);
    }
    return scene.events();
  }

  private void story(Scene scene) {
    Service service = new Service(scene);
    scene.write(scene.payloads().started(customer, previous));
    for (int left = 1 + scene.dice().below(4); left > 0; left--) {
      scene.passSeconds(30);
      service.next();
    }
    if (!scene.dice().oneIn(12)) {
      scene.write(scene.payloads().ended());
    }
    for (int left = scene.dice().oneIn(5) ? 1 + scene.dice().below(3) : 0; left > 0; left--) {
      service.reopen();
    }
    service.aftermath();
    if (scene.dice().oneIn(20)) {
      service.discard();
    }
  }

  /** A bot greets, and mostly nobody is there. */
  private void greeting(Scene scene) {
    Service service = new Service(scene);
    scene.write(scene.payloads().started(customer, previous));
    service.greet();
    if (scene.dice().oneIn(6)) {
      service.next();
    }
    scene.write(scene.payloads().ended());
    if (scene.dice().oneIn(3)) {
      service.aftermath();
    }
  }

  /** More models, versions of bots and attributes than are kept apart. */
  private static void excess(Scene scene) {
    for (int i = 0; i < MANY; i++) {
      long tokens = i;
      scene.write(new AiUsageRecorded(i == 5 ? "other" : "model" + i, tokens, 2 * tokens, 0L));
      scene.write(leg(i), Map.of("attribute" + i, "value" + i));
      scene.passSeconds(5);
    }
  }

  private static SegmentStarted leg(int number) {
    return SegmentStarted.newBuilder()
        .setSegmentId("s" + number)
        .setParticipant(number % 2 == 0 ? Participant.BOT : Participant.AGENT)
        .setBotVersion("version" + number)
        .setAgentGrade("grade" + number)
        .build();
  }

  /** Events of all kinds about few ids, in no order that makes sense. */
  private static void nonsense(Scene scene, int atMost) {
    for (int left = 2 + scene.dice().below(atMost); left > 0; left--) {
      scene.write(scene.payloads().any("x" + scene.dice().below(4)));
      scene.passSeconds(scene.dice().pick(0, 1, 60, 600));
      if (scene.dice().oneIn(20)) {
        scene.passHours(1, 100);
      }
    }
  }
}
