package org.contactroi.yaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.contactroi.notation.NearestKey;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value of a file: a text, a list or a section. */
public final class Value {

  private final Section owner;
  private final String key;
  private final String path;
  private final Node node;

  /**
   * A value.
   *
   * @param owner whose key it is the value of
   * @param path what it is called in messages
   */
  Value(Section owner, String key, String path, Node node) {
    this.owner = owner;
    this.key = key;
    this.path = path;
    this.node = node;
  }

  /** Where it is written. */
  public Place place() {
    return owner.source().place(node);
  }

  /** The text; empty if nothing is written, or a list or a section. */
  public Optional<String> text() {
    return node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** The section, unless it is a text or a list. */
  public Optional<Section> section() {
    return node instanceof MappingNode mapping
        ? Optional.of(owner.part(path, mapping))
        : Optional.empty();
  }

  /** The values of the list, unless it is a text or a section. */
  public Optional<List<Value>> list() {
    return node instanceof SequenceNode sequence
        ? Optional.of(
            IntStream.range(0, sequence.getValue().size())
                .mapToObj(index -> item(index, sequence.getValue().get(index)))
                .toList())
        : Optional.empty();
  }

  /** The values of the list, or the value alone; each is called what the whole is. */
  List<Value> each() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(item -> new Value(owner, key, path, item)).toList()
        : List.of(this);
  }

  /** Reads it, or tells what is allowed. */
  public <T> Optional<T> read(Form<T> form) {
    Optional<T> read = form.reader().apply(this);
    if (read.isEmpty()) {
      String nearest =
          text()
              .filter(text -> !form.choices().isEmpty())
              .map(text -> ", did you mean '%s'?".formatted(NearestKey.of(text, form.choices())))
              .orElse(";");
      tell(shown() + nearest + " allowed: " + form.allowed());
    }
    return read;
  }

  private void tell(String wrong) {
    owner.note(key, place(), path + " is " + wrong);
  }

  private Value item(int index, Node item) {
    return new Value(owner, key, owner.source().item(path, index), item);
  }

  private String shown() {
    return shown(node);
  }

  static String shown(Node node) {
    return switch (node.getNodeType()) {
      case MAPPING -> "a section";
      case SEQUENCE -> "a list";
      case SCALAR, ANCHOR ->
          node.getTag().equals(Tag.NULL)
              ? "empty"
              : "'%s'".formatted(((ScalarNode) node).getValue());
    };
  }
}
