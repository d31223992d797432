package org.contactroi.yaml;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a section is a part of.
 *
 * @param hasPaths whether fields are named with what they are in: {@code tenants.demo.zone}
 */
record Source(String file, Problems problems, boolean hasPaths) {

  Place place(Node node) {
    return new Place(file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }

  String path(String within, String key) {
    return hasPaths && !within.isEmpty() ? within + "." + key : key;
  }

  String key(String within, String key) {
    return hasPaths || within.isEmpty() ? path(within, key) : "a key of " + within;
  }

  String item(String list, int index) {
    return hasPaths ? "%s[%d]".formatted(list, index) : "an item of " + list;
  }
}
