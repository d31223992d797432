package org.contactroi.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  @Test
  void whatWasDoneIsSaidWhenItIsClosed() throws InterruptedException {
    List<String> done = new ArrayList<>();
    Lifecycle lifecycle = new Lifecycle();
    lifecycle.end();

    lifecycle.runUntilEnd(() -> done.add("closed"), () -> done.add("said"));

    assertThat(done).containsExactly("closed", "said");
  }
}
