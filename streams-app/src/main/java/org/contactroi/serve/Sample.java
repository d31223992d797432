package org.contactroi.serve;

import io.prometheus.metrics.model.snapshots.Labels;

/** One value of one metric. */
record Sample(String name, String help, Labels labels, double value) {}
