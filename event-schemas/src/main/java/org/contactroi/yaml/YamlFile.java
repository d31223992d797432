package org.contactroi.yaml;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A file of YAML.
 *
 * @param name for messages
 * @param problems takes everything that is wrong
 * @param hasPaths whether messages name fields with what they are in: {@code tenants.demo.zone}
 */
public record YamlFile(String name, Problems problems, boolean hasPaths) {

  /** The sections of its documents; fewer, and a problem, if it is no YAML. */
  public List<Section> documents(String content) {
    List<Section> documents = new ArrayList<>();
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setAllowNonScalarKeys(true).build();
    Source source = new Source(name, problems, hasPaths);
    try {
      for (Node document : new Compose(settings).composeAllFromString(content)) {
        documents.add(Section.document(source, document));
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      problems.add(new Place(name, line), "this is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(new Place(name, 1), "this is no YAML: " + e.getMessage());
    }
    return documents;
  }
}
