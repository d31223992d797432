package org.contactroi.interaction.event;

/** Who says whether an issue is resolved. */
public enum ResolutionSource {
  AGENT_FLAG,
  CUSTOMER,
  CASE,
  JUDGE,
  TIMEOUT,
  UNKNOWN
}
