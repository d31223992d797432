package org.contactroi.interaction.event;

/** What a survey asks. */
public enum SurveyKind {
  CSAT,
  NPS,
  CES,
  FCR,
  UNKNOWN
}
