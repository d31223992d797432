package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reference records that are not used, in the log. */
class ReferenceLogTest {

  private final ReferenceLog log = new ReferenceLog(key -> "partition 0, offset 7");

  @Test
  void aRecordIsToldOnceForEveryReason() {
    assertThat(log.isNew("policy/acme/v1", "zone is 'UTC'")).isTrue();
    assertThat(log.isNew("policy/acme/v1", "zone is 'UTC'")).isFalse();
    assertThat(log.isNew("policy/acme/v1", "calendar is 'none'")).isTrue();
    assertThat(log.isNew("policy/acme/v2", "zone is 'UTC'")).isTrue();
  }
}
