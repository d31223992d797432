package org.contactroi.kpi;

/** Measures of the volume family; clock: interaction end. */
public enum Volume implements Measure {
  INBOUND(Shape.SCALAR),
  OUTBOUND(Shape.SCALAR),
  HANDLED_BY_HUMAN(Shape.SCALAR),
  BOT_ONLY(Shape.SCALAR),
  HANDLED_BY_NONE(Shape.SCALAR),
  AFTER_HOURS(Shape.SCALAR),
  HANDLED_LEGS(Shape.SCALAR),
  MESSAGES_CUSTOMER(Shape.SCALAR),
  MESSAGES_BOT(Shape.SCALAR),
  MESSAGES_AGENT(Shape.SCALAR),
  MESSAGES_SYSTEM(Shape.SCALAR),
  TRANSFERS_COMPLETED(Shape.SCALAR),
  TRANSFERS_FAILED(Shape.SCALAR),
  ASSISTS_OFFERED(Shape.SCALAR),
  ASSISTS_ACCEPTED(Shape.SCALAR),
  EXCLUDED(Shape.SCALAR),
  ORPHANS(Shape.SCALAR);

  private final Shape shape;

  Volume(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
