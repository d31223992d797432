package org.contactroi.serve.store;

import java.util.Map;
import org.contactroi.topic.Topics;

/**
 * The output topics and how they are reached.
 *
 * @param consumer properties of a consumer of committed records without a group
 * @param admin properties of an admin client
 * @param valueDeserializer class that decodes their values
 * @param serdes properties of that class
 */
public record Outputs(
    Topics topics,
    Map<String, Object> consumer,
    Map<String, Object> admin,
    String valueDeserializer,
    Map<String, String> serdes) {}
