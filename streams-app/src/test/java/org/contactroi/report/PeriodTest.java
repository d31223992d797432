package org.contactroi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.contactroi.report.Period.Step;
import org.junit.jupiter.api.Test;

class PeriodTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");

  @Test
  void aMonthIsShownInDaysHalfAYearInWeeksAndMoreInMonths() {
    assertThat(new Period(FIRST, FIRST.plusDays(30)).step()).isEqualTo(Step.DAY);
    assertThat(new Period(FIRST, FIRST.plusDays(31)).step()).isEqualTo(Step.WEEK);
    assertThat(new Period(FIRST, FIRST.plusDays(181)).step()).isEqualTo(Step.WEEK);
    assertThat(new Period(FIRST, FIRST.plusDays(182)).step()).isEqualTo(Step.MONTH);
  }

  @Test
  void weeksBeginOnMondayOverTheEndOfAYear() {
    assertThat(Step.WEEK.begin(LocalDate.parse("2027-01-03")))
        .isEqualTo(LocalDate.parse("2026-12-28"));
    assertThat(Step.MONTH.label(LocalDate.parse("2026-12-01"))).isEqualTo("Dec 2026");
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> new Period(FIRST, FIRST.minusDays(1)))
        .hasMessage("to is 2026-01-04, which is before from, 2026-01-05");
  }
}
