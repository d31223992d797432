package org.contactroi.simulator.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a file: a text, a list or a section.
 *
 * @param path where it stands, such as {@code tenants.demo.zone}
 * @param node what stands there
 * @param findings where errors go
 */
record Value(String path, Node node, Findings findings) {

  /** Returns its line, 1 the first. */
  int line() {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /** Returns the text, unless it is a list or a section. */
  Optional<String> text() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** Returns the section, unless it is a text or a list. */
  Optional<Section> section() {
    return node instanceof MappingNode mapping
        ? Optional.of(new Section(this, mapping))
        : Optional.empty();
  }

  /** Returns the values of the list, unless it is a text or a section. */
  Optional<List<Value>> list() {
    if (!(node instanceof SequenceNode sequence)) {
      return Optional.empty();
    }
    List<Value> values = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      values.add(new Value(path + "[" + values.size() + "]", item, findings));
    }
    return Optional.of(values);
  }

  /** Reads it, or says what is allowed. */
  <T> Optional<T> read(Kind<T> kind) {
    Optional<T> read = kind.reader().apply(this);
    if (read.isEmpty()) {
      refuse(kind.allowed());
    }
    return read;
  }

  void refuse(String allowed) {
    findings.refuse(line(), path + " is " + shown() + "; allowed: " + allowed);
  }

  private String shown() {
    return text().map(text -> "'" + text + "'").orElse(list().isPresent() ? "a list" : "a section");
  }
}
