package org.contactroi.interaction.event;

/** Why an interaction counts nowhere but among what is excluded. */
public enum DiscardReason {
  TEST,
  SPAM,
  DUPLICATE,
  DELETED,
  OTHER
}
