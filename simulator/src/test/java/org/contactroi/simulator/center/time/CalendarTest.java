package org.contactroi.simulator.center.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;
import org.junit.jupiter.api.Test;

class CalendarTest {

  private final Calendar calendar = new Calendar();
  private final List<Integer> happened = new ArrayList<>();

  private void plan(long time, int name) {
    calendar.at(time, now -> happened.add(name));
  }

  private void happenAll() {
    while (calendar.nextTime() != Long.MAX_VALUE) {
      calendar.happen();
    }
  }

  @Test
  void earlierOccasionsHappenFirstAndThoseOfOneTimeAsPlanned() {
    plan(5, 1);
    plan(3, 2);
    plan(5, 3);
    plan(3, 4);
    plan(4, 5);

    happenAll();

    assertThat(happened).containsExactly(2, 4, 5, 1, 3);
    assertThat(calendar.now()).isEqualTo(5);
  }

  @Test
  void whatAnOccasionPlansForNowHappensAfterWhatWasPlannedForNow() {
    calendar.at(
        1,
        now -> {
          happened.add(1);
          plan(now, 3);
        });
    plan(1, 2);

    happenAll();

    assertThat(happened).containsExactly(1, 2, 3);
  }

  @Test
  void nothingIsPlannedForThePast() {
    plan(7, 1);
    calendar.happen();

    assertThatThrownBy(() -> plan(6, 2)).hasMessage("time 6 is before 7");
  }

  @Test
  void manyOccasionsHappenInTheOrderOfTimeAndPlanning() {
    record Planned(long time, int number) {}
    RandomStream random = new Seed(11).stream();
    List<Planned> planned = new ArrayList<>();
    for (int number = 0; number < 20_000; number++) {
      long time = random.below(3_000);
      planned.add(new Planned(time, number));
      plan(time, number);
    }

    happenAll();

    assertThat(happened)
        .isEqualTo(
            planned.stream()
                .sorted(Comparator.comparingLong(Planned::time).thenComparingInt(Planned::number))
                .map(Planned::number)
                .toList());
  }
}
