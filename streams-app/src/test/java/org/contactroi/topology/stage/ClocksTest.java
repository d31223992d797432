package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.app.config.AppConfig;
import org.contactroi.topology.store.LogicVersion;
import org.junit.jupiter.api.Test;

/** The watermark of a tenant, on its way between stages. */
class ClocksTest {

  private final KeyValueStore<String, byte[]> store = InboxTest.bytesStore("clocks");

  private static Clock clock(int upstream, long time) {
    return new Clock("acme", upstream, time, time);
  }

  private static Clock idle(int upstream, long time) {
    return new Clock("acme", upstream, Clock.IDLE, time);
  }

  @Test
  void timeIsUnknownUntilEveryPartitionHasSpokenAndThenThatOfTheSlowest() {
    UpstreamClocks clocks = new UpstreamClocks(store, 2, 2);
    clocks.receive(clock(0, 100));
    assertThat(clocks.status("acme")).isNull();

    clocks.receive(clock(1, 40));

    assertThat(clocks.status("acme")).isEqualTo(40);
    assertThat(clocks.purge("acme")).isEqualTo(40);
    assertThat(clocks.status("other")).isNull();
  }

  @Test
  void aPartitionThatAppearsLateDoesNotTurnTimeBack() {
    UpstreamClocks clocks = new UpstreamClocks(store, 1, 1);
    clocks.receive(clock(0, 100));

    clocks.receive(clock(1, 40));

    assertThat(clocks.status("acme")).isEqualTo(100);
    assertThat(clocks.purge("acme")).isEqualTo(100);
  }

  @Test
  void anIdlePartitionHoldsBackExpiryButNoStatus() {
    UpstreamClocks clocks = new UpstreamClocks(store, 2, 2);
    clocks.receive(clock(0, 100));
    clocks.receive(idle(1, 40));

    assertThat(clocks.status("acme")).isEqualTo(100);
    assertThat(clocks.purge("acme")).isEqualTo(40);
  }

  @Test
  void whenAllAreIdleNoneIsBehind() {
    UpstreamClocks clocks = new UpstreamClocks(store, 2, 2);
    clocks.receive(idle(0, 100));
    clocks.receive(idle(1, 40));

    assertThat(clocks.status("acme")).isEqualTo(100);
  }

  @Test
  void expiryWaitsForEveryPartitionWhereStatusNeedNot() {
    UpstreamClocks clocks = new UpstreamClocks(store, 1, 2);
    clocks.receive(clock(0, 100));
    assertThat(clocks.clock("acme", 7)).isEqualTo(new Clock("acme", 7, 100, Long.MIN_VALUE));
    assertThat(clocks.purge("acme")).isNull();

    clocks.receive(clock(1, 40));

    assertThat(clocks.clock("acme", 7)).isEqualTo(new Clock("acme", 7, 100, 40));
  }

  @Test
  void whatWasReachedOutlivesARestart() {
    UpstreamClocks before = new UpstreamClocks(store, 1, 1);
    before.receive(clock(0, 100));
    before.receive(clock(1, 40));
    before.keep();
    before.receive(clock(0, 200));

    UpstreamClocks after = new UpstreamClocks(store, 1, 1);

    assertThat(after.status("acme")).isEqualTo(100);
    assertThat(after.purge("acme")).isEqualTo(100);
  }

  @Test
  void theTimeThatDecidesExpiryWaitsForThoseOfTheFirstSourceAndForNoOther() {
    UpstreamClocks clocks = new UpstreamClocks(store, 1, 2);
    clocks.receive(clock(0, 100));
    clocks.receive(clock(2, 60));
    assertThat(clocks.purge("acme")).isNull();

    clocks.receive(clock(1, 90));

    assertThat(clocks.purge("acme")).isEqualTo(60);
  }

  @Test
  void expiryDoesNotRunAheadOfASecondSourceThatHasNotBegun() {
    UpstreamClocks clocks = new UpstreamClocks(store, 1, 1, 2);
    clocks.receive(clock(0, 100));
    assertThat(clocks.purge("acme")).isNull();

    clocks.receive(clock(1, 40));

    assertThat(clocks.purge("acme")).isEqualTo(40);
  }

  @Test
  void aPartitionThatHasReadAllHasNothingOfThoseItHasNotSpokenOf() {
    UpstreamClocks clocks = new UpstreamClocks(store, 1, 1, 2);
    clocks.receive(clock(0, 100));

    clocks.receive(Clock.caughtUp(1));

    assertThat(clocks.purge("acme")).isEqualTo(100);
    assertThat(clocks.purge("other")).isNull();
    assertThat(clocks.tenants()).containsExactly("acme");

    clocks.keep();

    assertThat(new UpstreamClocks(store, 1, 1, 2).purge("acme")).isEqualTo(100);
  }

  @Test
  void aClockGoesToEveryPartitionAndDataToTheOneOfItsKey() {
    Message.Partitioner partitioner = new Message.Partitioner();
    byte[] value = Message.clock(clock(0, 1));

    assertThat(partitioner.partitions("t", Message.CLOCK_KEY, value, 3)).contains(Set.of(0, 1, 2));
    assertThat(partitioner.partitions("t", new byte[] {1}, value, 3)).isEmpty();
    assertThat(Message.clock(value)).isEqualTo(clock(0, 1));
  }

  @Test
  void stateOfOtherRulesIsRefused() {
    LogicVersion.open(store);
    LogicVersion.open(store);
    store.put("\u0001logic-version", new byte[] {99});

    assertThatThrownBy(() -> LogicVersion.open(store))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("logic version 99")
        .hasMessageContaining("new application.id");
  }

  @Test
  void stateOfAnotherPolicyIsRefusedAndThatOfOtherRetentionsIsNot() {
    AppConfig first = AppConfig.of(Map.of("policy.acme.repeat-window", "7d"));
    AppConfig retained = AppConfig.of(Map.of("policy.acme.minute-retention", "3d"));
    AppConfig other = AppConfig.of(Map.of("policy.acme.repeat-window", "1d"));
    LogicVersion.open(store).check("acme", first.policies());

    LogicVersion.open(store).check("acme", retained.policies());
    assertThatThrownBy(() -> LogicVersion.open(store).check("acme", other.policies()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tenant acme")
        .hasMessageContaining("repeat-window=PT24H")
        .hasMessageContaining("repeat-window=PT168H");
  }
}
