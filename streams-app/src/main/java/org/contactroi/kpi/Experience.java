package org.contactroi.kpi;

/** Measures of the experience family; clock: interaction end. */
public enum Experience implements Measure {
  CSAT_OFFERED(Shape.SCALAR),
  CSAT_ANSWERS(Shape.SCALAR),
  CSAT_TOP_BOX(Shape.SCALAR),
  NPS_PROMOTERS(Shape.SCALAR),
  NPS_PASSIVES(Shape.SCALAR),
  NPS_DETRACTORS(Shape.SCALAR),
  CES_ANSWERS(Shape.SCALAR),
  CES_EASE_SUM(Shape.SCALAR),
  FRT_ANY_COUNT(Shape.SCALAR),
  FRT_ANY_MS(Shape.SCALAR),
  FRT_BOT_COUNT(Shape.SCALAR),
  FRT_BOT_MS(Shape.SCALAR),
  FRT_HUMAN_COUNT(Shape.SCALAR),
  FRT_HUMAN_MS(Shape.SCALAR),
  FRT_ANY_HISTOGRAM(Shape.HISTOGRAM),
  FRT_BOT_HISTOGRAM(Shape.HISTOGRAM),
  FRT_HUMAN_HISTOGRAM(Shape.HISTOGRAM);

  private final Shape shape;

  Experience(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
