package org.contactroi.benchmarks;

import java.nio.file.Path;
import org.contactroi.benchmarks.process.Children;
import org.contactroi.benchmarks.topic.Cluster;

/**
 * Where programs are measured.
 *
 * @param folder of state, configurations and logs
 */
record Site(Children children, Broker broker, Path folder, Progress progress) {

  Cluster cluster() {
    return broker.cluster();
  }
}
