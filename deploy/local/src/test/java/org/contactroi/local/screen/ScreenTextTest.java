package org.contactroi.local.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTextTest {

  @ParameterizedTest
  @CsvSource({"AHT, 3", "回本, 4", "AI 之前, 7", "（正式）, 8"})
  void aChineseCharacterTakesTwoColumns(String text, int width) {
    assertThat(ScreenText.width(text)).isEqualTo(width);
  }

  @Test
  void whatIsFilledUpIsAsWideInEveryLanguage() {
    assertThat(ScreenText.width(ScreenText.left("回本", 9))).isEqualTo(9);
    assertThat(ScreenText.right("首解率", 8)).isEqualTo("  首解率");
  }

  @Test
  void whatIsCutIsNotWiderThanTheLine() {
    assertThat(ScreenText.cut("containment", 6)).isEqualTo("conta…");
    assertThat(ScreenText.width(ScreenText.cut("机器人自助率", 6))).isLessThanOrEqualTo(6);
    assertThat(ScreenText.cut("fits", 4)).isEqualTo("fits");
  }

  @Test
  void aLongCommandGoesOnInTheNextLineAsTheShellReadsIt() {
    assertThat(ScreenText.command("./contact-roi explain --tenant demo --window day", 30))
        .containsExactly("./contact-roi explain \\", "  --tenant demo --window day");
  }
}
