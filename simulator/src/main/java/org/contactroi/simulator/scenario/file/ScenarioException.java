package org.contactroi.simulator.scenario.file;

import java.util.List;

/** A scenario cannot be read; the message has one line for every error. */
public final class ScenarioException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final List<String> errors;

  ScenarioException(List<String> errors) {
    super(String.join(System.lineSeparator(), errors));
    this.errors = List.copyOf(errors);
  }

  /** Returns the errors, in the order of the file. */
  public List<String> errors() {
    return errors;
  }
}
