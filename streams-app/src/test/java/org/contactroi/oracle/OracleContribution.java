package org.contactroi.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one thing adds to its family's totals.
 *
 * @param at the instant by the family's clock, milliseconds
 * @param values values by dimension: {@code channel}, {@code attribute:site} and so on
 * @param slices slice ids that count it
 */
record OracleContribution(
    OracleFamily family,
    String tenant,
    long at,
    Map<String, String> values,
    List<String> slices,
    OracleQuantities quantities) {

  /** Of an interaction's values, in the slices of its version. */
  static OracleContribution of(
      OracleInteraction interaction, OracleFamily family, long at, OracleQuantities quantities) {
    return of(interaction, interaction.queue, family, at, quantities);
  }

  /** Of a leg's or a visit's queue and an interaction's other values. */
  static OracleContribution of(
      OracleInteraction interaction,
      String queue,
      OracleFamily family,
      long at,
      OracleQuantities quantities) {
    Map<String, String> values = values(interaction);
    values.put("queue", queue);
    return new OracleContribution(
        family, interaction.tenant, at, values, interaction.policy.slices(), quantities);
  }

  private static Map<String, String> values(OracleInteraction interaction) {
    Map<String, String> values = new HashMap<>();
    values.put("channel", interaction.channel.name());
    values.put("queue", interaction.queue);
    values.put("issue", interaction.issue);
    values.put("bot", interaction.bot());
    interaction.attributes.forEach((name, value) -> values.put("attribute:" + name, value));
    return values;
  }

  /** "null = `unknown`". */
  String value(String dimension) {
    return values.getOrDefault(dimension, "unknown");
  }
}
