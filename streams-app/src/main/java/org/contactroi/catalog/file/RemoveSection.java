package org.contactroi.catalog.file;

import java.util.List;
import org.contactroi.catalog.Kind;
import org.contactroi.kpi.Keys;
import org.contactroi.notation.ChoiceText;

/** Reads which entries are to be removed. */
final class RemoveSection {

  static final String KIND = "kind";

  private static final List<Kind> REMOVABLE = List.of(Kind.FX, Kind.RATE);
  private static final List<String> KNOWN = List.of(KIND, Names.TENANT, Names.ID);
  private static final String ALLOWED_KIND =
      ChoiceText.of(REMOVABLE)
          + "; policies, calendars and baselines are followed by newer ones, a ledger entry is"
          + " taken back by another";

  private RemoveSection() {}

  static FileRemoval read(Fields fields) {
    fields.requireKnown(KNOWN);
    Kind kind =
        fields.required(KIND, ALLOWED_KIND, text -> ChoiceText.parse(text, REMOVABLE), Kind.RATE);
    String tenant = Names.tenant(fields);
    return new FileRemoval(tenant, Keys.join(kind.id(), tenant, Names.id(fields)), fields);
  }
}
