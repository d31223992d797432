package org.contactroi.benchmarks;

import java.util.List;
import picocli.CommandLine.Option;

/** Options of the processes that this program starts for itself. */
final class ClusterAddress {

  @Option(names = "--bootstrap", required = true)
  private String bootstrap = "";

  @Option(names = "--registry", required = true)
  private String registry = "";

  String bootstrap() {
    return bootstrap;
  }

  String registry() {
    return registry;
  }

  /** The options that say this. */
  static List<String> options(String bootstrap, String registry) {
    return List.of("--bootstrap", bootstrap, "--registry", registry);
  }
}
