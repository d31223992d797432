package org.contactroi.interaction;

/** What a survey asks. */
public enum SurveyKind {
  CSAT,
  NPS,
  CES,
  FCR,
  UNKNOWN
}
