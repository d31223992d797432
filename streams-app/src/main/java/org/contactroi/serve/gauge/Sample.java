package org.contactroi.serve.gauge;

import io.prometheus.metrics.model.snapshots.Labels;

/** One value of one metric. */
public record Sample(String name, String help, Labels labels, double value) {}
