package org.contactroi.catalog.file;

import org.contactroi.kpi.Refusal;
import org.contactroi.yaml.Problems;

/** Why an entry cannot stand beside others, as problems of its file. */
final class Refusals {

  private Refusals() {}

  /** Notes a refusal, unless the field could not even be read. */
  static void note(Refusal refusal, Fields fields, Problems problems) {
    if (!fields.isBroken(refusal.field())) {
      problems.add(fields.place(refusal.field()), refusal.field() + " " + refusal.reason());
    }
  }
}
