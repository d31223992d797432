package org.contactroi.app.config;

import java.util.Properties;
import org.contactroi.app.pipeline.Pipeline;

/** The properties a pipeline runs with, for tests of the topology alone. */
public final class ProductionProperties {

  private ProductionProperties() {}

  public static Properties of(AppConfig config) {
    return Pipeline.properties(config);
  }
}
