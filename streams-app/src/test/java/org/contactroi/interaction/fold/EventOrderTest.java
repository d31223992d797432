package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.at;
import static org.contactroi.interaction.fold.Story.ended;
import static org.contactroi.interaction.fold.Story.message;
import static org.contactroi.interaction.fold.Story.reopened;
import static org.contactroi.interaction.fold.Story.sent;
import static org.contactroi.interaction.fold.Story.started;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Event;
import org.junit.jupiter.api.Test;

class EventOrderTest {

  @Test
  void earlierEventsComeFirst() {
    assertOrdered(at(1, ended()), at(2, started()));
  }

  @Test
  void eventsOfOneTimeAreOrderedBySourceSystem() {
    assertOrdered(sent("a", 9L, "z", at(1, ended())), sent("b", 1L, "a", at(1, started())));
  }

  @Test
  void sourceSystemsAreOrderedByTheirBytesAndNotByUtf16() {
    assertOrdered(
        sent("\uFFFD", null, "z", at(1, ended())),
        sent("\uD83D\uDE00", null, "a", at(1, started())));
  }

  @Test
  void anEventWithoutSequenceComesBeforeThoseWithOne() {
    assertOrdered(sent("a", null, "z", at(1, ended())), sent("a", -5L, "a", at(1, started())));
  }

  @Test
  void sequencesAreOrderedByNumber() {
    assertOrdered(sent("a", 9L, "z", at(1, ended())), sent("a", 10L, "a", at(1, started())));
  }

  @Test
  void startsComeFirstAndEndsAndReopeningsLast() {
    assertOrdered(
        sent("a", 1L, "d", at(1, started())),
        sent("a", 1L, "c", at(1, message(Author.BOT))),
        sent("a", 1L, "b", at(1, ended())),
        sent("a", 1L, "a", at(1, reopened())));
  }

  @Test
  void theEventIdDecidesLastByUnsignedBytes() {
    assertOrdered(
        sent("a", 1L, "\uFFFD", at(1, message(Author.BOT))),
        sent("a", 1L, "\uD83D\uDE00", at(1, message(Author.BOT))));
  }

  @Test
  void stringsCompareLikeTheirUtf8Bytes() {
    long seed = 20_260_302;
    Random random = new Random(seed);
    int[] codePoints = {0x41, 0x7F, 0xE9, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF};
    for (int i = 0; i < 10_000; i++) {
      String left = randomString(random, codePoints);
      String right = randomString(random, codePoints);
      assertThat(Integer.signum(Utf8Order.INSTANCE.compare(left, right)))
          .as("seed %d: %s and %s", seed, left, right)
          .isEqualTo(Integer.signum(Arrays.compareUnsigned(bytes(left), bytes(right))));
    }
  }

  private static String randomString(Random random, int[] codePoints) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertOrdered(Event... events) {
    for (int i = 1; i < events.length; i++) {
      assertThat(EventOrder.INSTANCE.compare(events[i - 1], events[i])).isNegative();
      assertThat(EventOrder.INSTANCE.compare(events[i], events[i - 1])).isPositive();
    }
  }
}
