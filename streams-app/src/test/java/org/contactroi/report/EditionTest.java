package org.contactroi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.contactroi.report.Facts.Reached;
import org.junit.jupiter.api.Test;

/** What makes a page of a period that is over another one. */
class EditionTest {

  private static Facts later(Facts facts) {
    LocalDate lastDay = facts.period().to().plusDays(40);
    return Shop.at(
        facts, new Reached(Instant.parse("2027-01-01T00:00:00Z"), lastDay, "behind by 4 events"));
  }

  @Test
  void theSameFiguresToldLaterAreTheSame() {
    Facts facts = Shop.facts();

    assertThat(Page.figures(later(facts).closed())).isEqualTo(Page.figures(facts.closed()));
  }

  @Test
  void otherFiguresAreOthers() {
    Facts facts = Shop.facts();
    Facts shorter =
        new Facts(
            facts.subject(),
            facts.period(),
            facts.days().subList(0, facts.days().size() - 1),
            facts.phases(),
            facts.payback(),
            facts.counted(),
            facts.basis());

    assertThat(Page.figures(shorter.closed())).isNotEqualTo(Page.figures(facts.closed()));
  }

  @Test
  void aPhaseThatGoesOnAfterThePeriodIsNoPartOfIt() {
    Facts facts = Shop.facts();

    assertThat(facts.closed().phases())
        .allSatisfy(phase -> assertThat(phase.to()).isBeforeOrEqualTo(facts.period().to()));
    assertThat(facts.closed().isToDate()).isFalse();
  }

  @Test
  void aPageSaysItsRevisionAndItsFigures() {
    Facts facts = Shop.facts().closed();

    String page = Page.of(facts, 2);

    assertThat(Page.figures(page)).contains(Page.figures(facts));
    assertThat(page).contains("<dt>Revision of the page</dt><dd>2</dd>");
    assertThat(Page.figures(Page.of(facts))).isEmpty();
  }
}
