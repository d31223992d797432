package org.contactroi.catalog.file;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.NearestKey;
import org.contactroi.yaml.Place;
import org.contactroi.yaml.Problems;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The fields of one mapping of a file. What cannot be read is noted as a problem and replaced by a
 * default, so that reading goes on to the next problem.
 */
public final class Fields {

  /** A text with the line it stands in. */
  record Text(Place place, String value) {}

  private static final String OF = " of ";

  private final Place place;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Map<String, Fields> groups = new HashMap<>();
  private final List<Fields> parts = new ArrayList<>();

  private Fields(Place place, Problems problems) {
    this.place = place;
    this.problems = problems;
  }

  /** The fields of a node; none, and a problem, if it is no mapping. */
  static Fields of(Node node, String file, Problems problems) {
    Fields fields = new Fields(place(node, file), problems);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(fields::add);
    } else {
      problems.add(fields.place, "there is %s; allowed: key: value".formatted(shape(node)));
    }
    return fields;
  }

  /** Where the fields begin. */
  public Place place() {
    return place;
  }

  /**
   * Where a field is written; where the fields begin if it is not.
   *
   * @param name of a field, or of one in a group: {@code currency of money}
   */
  public Place place(String name) {
    Fields group = groups.get(groupOf(name));
    return group == null
        ? places.getOrDefault(name, places.getOrDefault(groupOf(name), place))
        : group.place(inGroup(name));
  }

  /** Whether a problem with a field was noted, or with one in a group. */
  public boolean isBroken(String name) {
    Fields group = groups.get(groupOf(name));
    return group == null ? broken.contains(name) : group.isBroken(inGroup(name));
  }

  /** Whether a problem with any field was noted. */
  public boolean isBroken() {
    return !broken.isEmpty() || parts.stream().anyMatch(Fields::isBroken);
  }

  Set<String> names() {
    return values.keySet();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Notes every field that is none of those allowed. */
  void requireKnown(Collection<String> allowed) {
    for (String name : values.keySet()) {
      if (!allowed.contains(name)) {
        note(
            name,
            "unknown key '%s', did you mean '%s'? allowed: %s"
                .formatted(name, NearestKey.of(name, allowed), String.join(", ", allowed)));
      }
    }
  }

  /** A value; {@code otherwise} if there is none. */
  <T> T value(String name, String allowed, Function<String, T> parser, Supplier<T> otherwise) {
    Node node = values.get(name);
    if (node == null) {
      return otherwise.get();
    }
    Text text = text(name, node, allowed);
    return text == null ? otherwise.get() : parse(name, text, allowed, parser, otherwise);
  }

  /** A value that has to be there. */
  <T> T required(String name, String allowed, Function<String, T> parser, T standIn) {
    if (!has(name)) {
      broken.add(name);
      problems.add(place, "%s is missing; allowed: %s".formatted(name, allowed));
    }
    return value(name, allowed, parser, () -> standIn);
  }

  /** A value that may be left out; empty if it is, or cannot be read. */
  <T> Optional<T> optional(String name, String allowed, Function<String, T> parser) {
    return value(name, allowed, parser.andThen(Optional::of), Optional::empty);
  }

  /** One of several constants, which has to be there; the first one if it cannot be read. */
  <E extends Enum<E>> E choice(String name, List<E> allowed) {
    String names = ChoiceText.of(allowed);
    String text = required(name, names, Function.identity(), "");
    if (isBroken(name)) {
      return allowed.get(0);
    }
    try {
      return ChoiceText.parse(text, allowed);
    } catch (IllegalArgumentException e) {
      note(
          name,
          "%s is '%s', did you mean '%s'? allowed: %s"
              .formatted(name, text, nearest(text, allowed), names));
      return allowed.get(0);
    }
  }

  /** A list of texts, or one text alone; none if there is no such field. */
  List<Text> texts(String name, String allowed) {
    Node node = values.get(name);
    if (node == null) {
      return List.of();
    }
    List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    return items.stream().flatMap(item -> Stream.ofNullable(text(name, item, allowed))).toList();
  }

  /** Fields within a field; without any if there is no such field. */
  Fields fields(String name) {
    Node node = values.get(name);
    Fields group = node == null ? new Fields(place, problems) : part(node);
    groups.put(name, group);
    return group;
  }

  /** The mappings of a list. */
  List<Fields> list(String name) {
    Node node = values.get(name);
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::part).toList();
    }
    if (node != null) {
      note(name, "%s is %s; allowed: a list, each item after '- '".formatted(name, shape(node)));
    }
    return List.of();
  }

  /** Parses a text of a field; {@code otherwise}, and a problem, if it is none of those allowed. */
  <T> T parse(
      String name, Text text, String allowed, Function<String, T> parser, Supplier<T> otherwise) {
    try {
      return parser.apply(text.value());
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      note(name, text.place(), "%s is '%s'; allowed: %s".formatted(name, text.value(), allowed));
      return otherwise.get();
    }
  }

  /** Notes a problem with a field. */
  void note(String name, String message) {
    note(name, place(name), message);
  }

  /** Notes a problem with a part of a field. */
  void note(String name, Place at, String message) {
    broken.add(name);
    problems.add(at, message);
  }

  private Fields part(Node node) {
    Fields part = of(node, place.file(), problems);
    parts.add(part);
    return part;
  }

  private static String nearest(String text, List<? extends Enum<?>> allowed) {
    return NearestKey.of(ChoiceText.of(text), allowed.stream().map(ChoiceText::of).toList());
  }

  private static String groupOf(String name) {
    return name.substring(name.indexOf(OF) < 0 ? name.length() : name.indexOf(OF) + OF.length());
  }

  private static String inGroup(String name) {
    return name.substring(0, name.indexOf(OF));
  }

  private void add(NodeTuple field) {
    if (!(field.getKeyNode() instanceof ScalarNode key)) {
      problems.add(place(field.getKeyNode(), place.file()), "a key has to be a text");
      return;
    }
    String name = key.getValue();
    Place at = place(key, place.file());
    if (values.putIfAbsent(name, field.getValueNode()) == null) {
      places.put(name, at);
    } else {
      note(
          name,
          at,
          "%s is written twice; allowed: once, as in line %d".formatted(name, place(name).line()));
    }
  }

  private @Nullable Text text(String name, Node node, String allowed) {
    Place at = place(node, place.file());
    if (node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)) {
      return new Text(at, scalar.getValue());
    }
    note(name, at, "%s is %s; allowed: %s".formatted(name, shape(node), allowed));
    return null;
  }

  private static Place place(Node node, String file) {
    return new Place(file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }

  private static String shape(Node node) {
    return switch (node.getNodeType()) {
      case MAPPING -> "a group of fields";
      case SEQUENCE -> "a list";
      case SCALAR, ANCHOR ->
          node.getTag().equals(Tag.NULL)
              ? "empty"
              : "'%s'".formatted(((ScalarNode) node).getValue());
    };
  }
}
