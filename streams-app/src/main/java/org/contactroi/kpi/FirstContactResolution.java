package org.contactroi.kpi;

/** Measures of the first-contact-resolution family; clock: episode start. */
public enum FirstContactResolution implements Measure {
  EPISODES(Shape.SCALAR),
  IDENTIFIED(Shape.SCALAR),
  ELIGIBLE(Shape.SCALAR),
  RESOLVED_FIRST_CONTACT(Shape.SCALAR),
  IDENTIFIED_INBOUND(Shape.SCALAR),
  REPEATS(Shape.SCALAR),
  SURVEY_YES(Shape.SCALAR),
  SURVEY_ANSWERS(Shape.SCALAR),
  AGENT_FLAG_YES(Shape.SCALAR),
  AGENT_FLAGS(Shape.SCALAR),
  OPEN_UNTIL(Shape.DAYS);

  private final Shape shape;

  FirstContactResolution(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
