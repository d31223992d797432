package org.contactroi.simulator.synthetic;

import org.contactroi.events.Attribution;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.ResolutionSource;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyKind;
import org.contactroi.events.SurveyOffered;

/** What a contact leads to: a flag of the agent, a sale or refund, surveys. */
final class Aftermath {

  private static final String CURRENCY = "EUR";
  private static final long MICROS = 1_000_000;
  private static final double OFFERED_SHARE = 0.5;
  private static final double ANSWERED_SHARE = 0.31;
  private static final double NPS_SHARE = 0.3;
  private static final double CES_SHARE = 0.3;
  private static final double MEAN_ANSWER_SECONDS = 90;

  private final Scene scene;

  Aftermath(Scene scene) {
    this.scene = scene;
  }

  /** Writes the agent's word on whether the issue is resolved, right nine times of ten. */
  void flag(long millis, boolean isResolved) {
    if (scene.dice().chance(0.6)) {
      boolean flagged = scene.dice().chance(0.9) == isResolved;
      String issue = scene.contact().issue().key();
      scene
          .script()
          .at(millis, new ResolutionAsserted(ResolutionSource.AGENT_FLAG, flagged, issue));
    }
  }

  /** Writes what was sold or paid back. */
  void order(long millis) {
    Issue issue = scene.contact().issue();
    if (issue.key().equals("return") && scene.dice().chance(0.3)) {
      sale(millis, SaleKind.REFUND);
    } else if (scene.dice().chance(issue.sells())) {
      sale(millis, saleKind(issue));
    }
  }

  private SaleKind saleKind(Issue issue) {
    return switch (issue.queue()) {
      case "sales" -> SaleKind.NEW;
      case "retention" -> SaleKind.SAVE;
      default -> scene.dice().chance(0.5) ? SaleKind.UPSELL : SaleKind.CROSS_SELL;
    };
  }

  private void sale(long millis, SaleKind kind) {
    String order = scene.script().interactionId() + "-" + scene.script().newId("order");
    long amount = (5 + scene.dice().lognormal(60, 0.8)) * MICROS;
    int margin = (int) scene.dice().between(1_500, 4_500);
    Attribution attribution = scene.dice().chance(0.3) ? Attribution.ASSISTED : Attribution.AGENT;
    scene.script().at(millis, new SaleRecorded(order, kind, amount, CURRENCY, margin, attribution));
  }

  /** Writes surveys offered at a time and, for some, answered a little later. */
  void surveys(long millis, boolean isResolved) {
    if (!scene.dice().chance(OFFERED_SHARE)) {
      return;
    }
    double mood = isResolved ? 0.85 : 0.35;
    survey(millis, SurveyKind.CSAT, score(1, 5, mood));
    survey(millis, SurveyKind.FCR, score(0, 1, mood));
    if (scene.dice().chance(NPS_SHARE)) {
      survey(millis, SurveyKind.NPS, score(0, 10, mood));
    }
    if (scene.dice().chance(CES_SHARE)) {
      survey(millis, SurveyKind.CES, score(1, 7, mood));
    }
  }

  private record Score(int value, int min, int max) {}

  /** Draws a score: the number of steps taken above the least, each with the same probability. */
  private Score score(int min, int max, double probability) {
    int value = min;
    for (int step = min; step < max; step++) {
      value += scene.dice().chance(probability) ? 1 : 0;
    }
    return new Score(value, min, max);
  }

  private void survey(long millis, SurveyKind kind, Score score) {
    String survey = scene.script().newId("survey");
    scene.script().at(millis, new SurveyOffered(survey, kind, null));
    if (scene.dice().chance(ANSWERED_SHARE)) {
      long answered = millis + scene.exponentialSeconds(MEAN_ANSWER_SECONDS);
      scene
          .script()
          .at(
              answered,
              new SurveyAnswered(
                  survey, kind, null, score.value(), score.min(), score.max(), true));
    }
  }
}
