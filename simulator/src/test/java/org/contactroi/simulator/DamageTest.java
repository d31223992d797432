package org.contactroi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DamageTest {

  private static final byte[] SENT = {0, 0, 0, 0, 7, 1, 2, 3, 4, 5};

  @Test
  void withoutDamageBytesArriveAsSent() {
    assertThat(Damage.NONE.on(SENT)).isEqualTo(SENT);
  }

  @Test
  void whatIsCutOffEndsInTheMiddle() {
    assertThat(Damage.CUT_OFF.on(SENT)).containsExactly(0, 0, 0, 0, 7);
  }

  @Test
  void anotherFormatBeginsOtherwise() {
    assertThat(Damage.OTHER_FORMAT.on(SENT)).startsWith('{').hasSameSizeAs(SENT);
  }

  @Test
  void anUnknownSchemaHasAnIdThatIsNeverGiven() {
    assertThat(Damage.UNKNOWN_SCHEMA.on(SENT))
        .containsExactly(0, 0x7f, 0xff, 0xff, 0xfe, 1, 2, 3, 4, 5);
  }

  @Test
  void whatWasSentStaysAsItWas() {
    Damage.UNKNOWN_SCHEMA.on(SENT);

    assertThat(SENT).containsExactly(0, 0, 0, 0, 7, 1, 2, 3, 4, 5);
  }
}
