package org.contactroi.simulator.truth;

/** Scenarios as short as can be. */
final class Shops {

  /** A scenario to whose tenant further sections can be added. */
  static final String SHOP =
      """
      scenario: shop
      tenants:
        demo:
          zone: Europe/London
          currency: EUR
          contacts: {per_day: 10}
          customers: {population: 10}
          channels: {voice: {mix: 1}}
          issues: {bill: {mix: 1, queue: service, talk: 60s, resolved: 80%}}
          queues: {service: {}}
          grades: {regular: {}}
          teams: {one: {queues: [service], grades: {regular: 1}, shifts: [{agents: 1, endless: yes}]}}
      """;

  private Shops() {}
}
