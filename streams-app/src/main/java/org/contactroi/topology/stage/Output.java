package org.contactroi.topology.stage;

import org.jspecify.annotations.Nullable;

/**
 * A serialized record on its way out of a stage.
 *
 * @param topic the topic it goes to, or the name of the repartition to the next stage
 * @param value null is a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Output(String topic, byte @Nullable [] value) {}
