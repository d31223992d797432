package org.contactroi.catalog;

import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** What names an entry. */
public final class Names {

  public static final String TENANT = "tenant";
  public static final String ID = "id";
  public static final String VALID_FROM = "valid-from";

  private static final Form<String> NAME = FieldType.NAME.form();

  private Names() {}

  /** The tenant that a section states. */
  public static String tenant(Section section) {
    return section.require(TENANT, NAME, "");
  }

  /** What names the entry of a section among those of its kind and tenant. */
  public static String id(Section section) {
    return section.require(ID, NAME, "?");
  }
}
