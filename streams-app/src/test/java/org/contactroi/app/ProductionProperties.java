package org.contactroi.app;

import java.util.Properties;

/** The properties a pipeline runs with, for tests of the topology alone. */
public final class ProductionProperties {

  private ProductionProperties() {}

  public static Properties of(AppConfig config) {
    return Pipeline.properties(config);
  }
}
