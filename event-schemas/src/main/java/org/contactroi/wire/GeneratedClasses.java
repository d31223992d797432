package org.contactroi.wire;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * The classes generated from the contracts. Avro makes instances of classes that a schema names,
 * and only of those that it was told to trust.
 */
public final class GeneratedClasses {
  private static final String PACKAGES = "org.contactroi.";

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(PACKAGES)));
  }

  private GeneratedClasses() {}

  /** Has Avro trust them, beside those of its system properties; may be repeated. */
  public static void trust() {
    // Done when this class was loaded.
  }
}
