package org.contactroi.simulator.scenario;

/**
 * How what happens is told and counted.
 *
 * @param policy by which rules figures are computed
 * @param faults what goes wrong between what happens and the events that say so
 */
public record Reporting(Policy policy, Faults faults) {}
