package org.contactroi.local.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalSizeTest {

  @Test
  void rowsComeBeforeColumns() {
    assertThat(TerminalSize.of("24 132\n")).isEqualTo(new TerminalSize(132, 24));
  }

  @Test
  void whereNobodySaysItIsTheUsualOne() {
    assertThat(TerminalSize.of(""))
        .isEqualTo(TerminalSize.of("0 0"))
        .isEqualTo(new TerminalSize(80, 40));
  }
}
