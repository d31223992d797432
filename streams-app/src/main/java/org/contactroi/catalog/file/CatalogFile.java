package org.contactroi.catalog.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.yaml.Place;
import org.contactroi.yaml.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file of reference records: a list of entries for each kind, and of those to remove. */
public final class CatalogFile {

  private static final Map<String, Function<Fields, CatalogEntry>> SECTIONS =
      new TreeMap<>(
          Map.of(
              "policies", PolicySection::read,
              "calendars", CalendarSection::read,
              "fx", FxSection::read,
              "rates", RateSection::read,
              "baselines", BaselineSection::read,
              "ledger", LedgerSection::read));

  private static final String REMOVE = "remove";

  private CatalogFile() {}

  /**
   * Reads a file.
   *
   * @param name for messages
   * @param problems takes everything that is wrong
   * @return what it says, with defaults in place of what could not be read
   */
  public static FileContent read(String name, String content, Problems problems) {
    FileContent read = FileContent.NONE;
    int before = problems.count();
    try {
      for (Node document : new Compose(settings(name)).composeAllFromString(content)) {
        read = read.plus(read(Fields.of(document, name, problems)));
      }
      if (read.isEmpty() && problems.count() == before) {
        problems.add(
            new Place(name, 1), "nothing is written; allowed: " + String.join(", ", sections()));
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      problems.add(new Place(name, line), "this is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(new Place(name, 1), "this is no YAML: " + e.getMessage());
    }
    return read;
  }

  private static FileContent read(Fields document) {
    document.requireKnown(sections());
    List<FileEntry> entries = new ArrayList<>();
    SECTIONS.forEach(
        (section, reader) ->
            document
                .list(section)
                .forEach(fields -> entries.add(new FileEntry(reader.apply(fields), fields))));
    return new FileContent(
        entries, document.list(REMOVE).stream().map(RemoveSection::read).toList());
  }

  private static LoadSettings settings(String name) {
    return LoadSettings.builder().setLabel(name).setAllowNonScalarKeys(true).build();
  }

  private static List<String> sections() {
    List<String> sections = new ArrayList<>(SECTIONS.keySet());
    sections.add(REMOVE);
    return sections;
  }
}
