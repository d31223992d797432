package org.contactroi.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class EveryTest {

  @ParameterizedTest
  @CsvSource({
    "WEEK,    2026-01-01, 2026-W01, 2026-01-05",
    "WEEK,    2027-01-03, 2026-W53, 2027-01-04",
    "WEEK,    2027-01-04, 2027-W01, 2027-01-11",
    "MONTH,   2026-01-31, 2026-01,  2026-02-01",
    "MONTH,   2026-12-01, 2026-12,  2027-01-01",
    "QUARTER, 2026-01-31, 2026-Q1,  2026-04-01",
    "QUARTER, 2026-05-31, 2026-Q2,  2026-07-01",
    "QUARTER, 2026-12-31, 2026-Q4,  2027-01-01"
  })
  void aDayHasAPeriodWithANameAndTheNextBeginsAfterIt(
      Every every, LocalDate day, String name, LocalDate next) {
    assertThat(every.name(day)).isEqualTo(name);
    assertThat(every.next(day)).isEqualTo(next);
    assertThat(every.name(next.minusDays(1))).isEqualTo(name);
    assertThat(every.name(next)).isNotEqualTo(name);
  }

  @Test
  void anotherPeriodIsRefusedWithThoseThereAre() throws Exception {
    assertThat(new Every.Reader().convert("quarter")).isEqualTo(Every.QUARTER);
    assertThatThrownBy(() -> new Every.Reader().convert("year"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'year' is no period; allowed: week, month, quarter");
  }
}
