/**
 * YAML files that people write. Whatever is wrong in one is told at once, each with its line, the
 * field, the value and what is allowed in its place.
 */
@NullMarked
package org.contactroi.yaml;

import org.jspecify.annotations.NullMarked;
