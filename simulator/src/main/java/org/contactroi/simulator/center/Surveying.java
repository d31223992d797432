package org.contactroi.simulator.center;

import java.util.Map;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyKind;
import org.contactroi.events.SurveyOffered;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.contactroi.simulator.ledger.SurveyAnswer.Score;
import org.contactroi.simulator.ledger.SurveyOffer;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Customers.Surveys;

/** What customers are asked after a contact, and what they answer. */
final class Surveying {

  private static final long OFFERED_AFTER = 1_000;

  private final Center center;
  private final Surveys surveys;

  Surveying(Center center) {
    this.center = center;
    this.surveys = center.tenant().customers().surveys();
  }

  void plan(long now, Contact contact, boolean isResolved) {
    RandomStream random = contact.random("survey", contact.isReopened() ? 1 : 0);
    if (!random.chance(contact.medium().surveyed())) {
      return;
    }
    for (Map.Entry<SurveyKind, Double> kind : surveys.kinds().entrySet()) {
      if (random.chance(kind.getValue())) {
        double pleased = isResolved ? surveys.pleasedResolved() : surveys.pleasedUnresolved();
        Survey survey = new Survey(contact, contact.newId("survey"), kind.getKey(), pleased);
        contact.begun();
        center.calendar().at(now + OFFERED_AFTER, at -> offer(at, survey, random));
      }
    }
  }

  private record Survey(Contact contact, String id, SurveyKind kind, double pleased) {}

  private void offer(long now, Survey survey, RandomStream random) {
    Contact contact = survey.contact();
    contact.ledger().offered(new SurveyOffer(contact.id(), now, survey.id(), survey.kind()));
    contact.tell(now, new SurveyOffered(survey.id(), survey.kind(), null));
    if (random.chance(surveys.answered())) {
      Score score = score(survey, random);
      long answered = now + 1 + random.below(surveys.within());
      center.calendar().at(answered, at -> answer(at, survey, score));
    } else {
      contact.finished(now);
    }
  }

  private static Score score(Survey survey, RandomStream random) {
    return switch (survey.kind()) {
      case NPS -> Scores.draw(random, 0, 10, survey.pleased());
      case CES -> Scores.draw(random, 1, 7, survey.pleased());
      case FCR -> Scores.draw(random, 0, 1, survey.pleased());
      default -> Scores.draw(random, 1, 5, survey.pleased());
    };
  }

  private void answer(long now, Survey survey, Score score) {
    Contact contact = survey.contact();
    contact
        .ledger()
        .answered(new SurveyAnswer(contact.id(), now, survey.id(), survey.kind(), score));
    contact.tell(
        now,
        new SurveyAnswered(
            survey.id(), survey.kind(), null, score.value(), score.min(), score.max(), true));
    contact.finished(now);
  }
}
