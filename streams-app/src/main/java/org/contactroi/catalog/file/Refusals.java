package org.contactroi.catalog.file;

import org.contactroi.kpi.Refusal;
import org.contactroi.yaml.Problems;
import org.contactroi.yaml.Section;

/** Why an entry cannot stand beside others, as problems of its file. */
final class Refusals {

  private static final String OF = " of ";

  private Refusals() {}

  /**
   * Notes a refusal, unless the field could not even be read.
   *
   * @param refusal of a field, or of one in a section: {@code currency of money}
   */
  static void note(Refusal refusal, Section entry, Problems problems) {
    String[] parts = refusal.field().split(OF, 2);
    Section section = parts.length > 1 ? entry.group(parts[1]).orElse(entry) : entry;
    String field = section == entry ? parts[parts.length - 1] : parts[0];
    if (!section.isBroken(field)) {
      problems.add(section.place(field), refusal.field() + " " + refusal.reason());
    }
  }
}
