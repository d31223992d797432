package org.contactroi.history;

import java.time.Instant;
import java.util.List;
import org.contactroi.events.InteractionEvent;
import org.jspecify.annotations.Nullable;

/** One contact of a customer with a center, from its first to its last event. */
record Contact(Center center, String interaction, @Nullable String customer, Instant start) {

  private static final int NONSENSE_EVENTS = 25;

  /** What happened, by time. */
  List<InteractionEvent> events(Dice dice) {
    Scene scene = new Scene(center, dice, interaction, start);
    if (dice.oneIn(12)) {
      nonsense(scene);
    } else {
      story(scene);
    }
    return scene.events();
  }

  private void story(Scene scene) {
    Service service = new Service(scene);
    scene.write(scene.payloads().started(customer));
    for (int left = 1 + scene.dice().below(4); left > 0; left--) {
      scene.passSeconds(30);
      service.next();
    }
    scene.write(scene.payloads().ended());
    if (scene.dice().oneIn(8)) {
      service.reopen();
    }
    service.aftermath();
  }

  /** Events of all kinds about few ids, in no order that makes sense. */
  private void nonsense(Scene scene) {
    for (int left = 2 + scene.dice().below(NONSENSE_EVENTS); left > 0; left--) {
      scene.write(scene.payloads().any("x" + scene.dice().below(4)));
      scene.passSeconds(scene.dice().pick(0, 1, 60, 600));
      if (scene.dice().oneIn(20)) {
        scene.passHours(1, 100);
      }
    }
  }
}
