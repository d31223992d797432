package org.contactroi.catalog.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contactroi.catalog.CatalogRecords;
import org.contactroi.catalog.Kind;
import org.contactroi.catalog.Names;
import org.contactroi.kpi.Keys;
import org.contactroi.notation.ChoiceText;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Place;
import org.contactroi.yaml.Problems;
import org.contactroi.yaml.Section;
import org.contactroi.yaml.YamlFile;

/** A YAML file of reference records: a list of entries for each kind, and of those to remove. */
public final class CatalogFile {

  private static final String REMOVE = "remove";
  private static final String KIND = "kind";
  private static final List<String> SECTIONS = sections();

  private static final List<Kind> REMOVABLE = List.of(Kind.FX, Kind.RATE);
  private static final Form<Kind> REMOVED =
      Form.choice(REMOVABLE)
          .saying(
              ChoiceText.of(REMOVABLE)
                  + "; policies, calendars and baselines are followed by newer ones, a ledger entry"
                  + " is taken back by another");

  private CatalogFile() {}

  /**
   * Reads a file.
   *
   * @param name for messages
   * @param problems takes everything that is wrong
   * @return what it says, with defaults in place of what could not be read
   */
  public static FileContent read(String name, String content, Problems problems) {
    int before = problems.count();
    FileContent read =
        new YamlFile(name, problems, false)
            .documents(content).stream()
                .map(CatalogFile::read)
                .reduce(FileContent.NONE, FileContent::plus);
    if (read.isEmpty() && problems.count() == before) {
      problems.add(
          new Place(name, 1), "nothing is written; allowed: " + String.join(", ", SECTIONS));
    }
    return read;
  }

  private static FileContent read(Section document) {
    document.requireKnown(SECTIONS);
    List<FileEntry> entries = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      document
          .sections(kind.section())
          .forEach(entry -> entries.add(new FileEntry(CatalogRecords.entry(kind, entry), entry)));
    }
    return new FileContent(
        entries, document.sections(REMOVE).stream().map(CatalogFile::removal).toList());
  }

  private static FileRemoval removal(Section section) {
    section.requireKnown(List.of(KIND, Names.TENANT, Names.ID));
    Kind kind = section.require(KIND, REMOVED, Kind.RATE);
    String tenant = Names.tenant(section);
    return new FileRemoval(tenant, Keys.join(kind.id(), tenant, Names.id(section)), section);
  }

  private static List<String> sections() {
    List<String> sections =
        new ArrayList<>(Arrays.stream(Kind.values()).map(Kind::section).sorted().toList());
    sections.add(REMOVE);
    return sections;
  }
}
