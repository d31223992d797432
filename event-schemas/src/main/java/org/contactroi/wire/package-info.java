/**
 * The wire format of Contact ROI's topics: byte 0, the schema's id in 4 bytes (big endian), then
 * the value in Avro's binary encoding; schemas stand in a registry that speaks the REST API of
 * Confluent's (version 1 of its content type) under the subjects {@code <topic>-key} and {@code
 * <topic>-value}.
 *
 * <p>The classes take the configuration keys of Confluent's serializers and write the same bytes,
 * so either may be named in a client's configuration.
 */
@NullMarked
package org.contactroi.wire;

import org.jspecify.annotations.NullMarked;
