package org.contactroi.benchmarks.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What was written to the topics of a broker since it started, by the broker's own count: what was
 * compacted or deleted since counts too.
 */
public record Traffic(Map<String, Written> byTopic) {

  private static final String BEANS = "kafka.server:type=BrokerTopicMetrics,name=%s,topic=*";

  public Traffic {
    byTopic = Map.copyOf(byTopic);
  }

  /** Of the broker in this process. */
  public static Traffic ofThisProcess() {
    Map<String, Written> byTopic = new TreeMap<>();
    counts("MessagesInPerSec")
        .forEach((topic, count) -> byTopic.merge(topic, new Written(count, 0), Written::plus));
    counts("BytesInPerSec")
        .forEach((topic, count) -> byTopic.merge(topic, new Written(0, count), Written::plus));
    return new Traffic(byTopic);
  }

  private static Map<String, Long> counts(String name) {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    Map<String, Long> counts = new TreeMap<>();
    try {
      for (ObjectName bean : beans.queryNames(new ObjectName(BEANS.formatted(name)), null)) {
        counts.put(topic(bean), (Long) beans.getAttribute(bean, "Count"));
      }
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
    return counts;
  }

  private static String topic(ObjectName bean) {
    String topic = bean.getKeyProperty("topic");
    return topic.startsWith("\"") ? ObjectName.unquote(topic) : topic;
  }

  /** What came on top of an earlier state; topics to which nothing came are left out. */
  public Traffic since(Traffic earlier) {
    Map<String, Written> since = new TreeMap<>();
    byTopic.forEach(
        (topic, written) -> {
          Written before = earlier.byTopic.getOrDefault(topic, Written.NOTHING);
          // A topic made anew is counted anew.
          boolean isNew = written.records() < before.records();
          Written added = isNew ? written : written.since(before);
          if (!added.isNothing()) {
            since.put(topic, added);
          }
        });
    return new Traffic(since);
  }

  /** One line. */
  public String line() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(byTopic)
        .forEach(
            (topic, written) -> line.putArray(topic).add(written.records()).add(written.bytes()));
    return line.toString();
  }

  /** Reads {@link #line}. */
  public static Traffic parse(String line) {
    Map<String, Written> byTopic = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonNode> topic : new ObjectMapper().readTree(line).properties()) {
        JsonNode counts = topic.getValue();
        byTopic.put(topic.getKey(), new Written(counts.get(0).asLong(), counts.get(1).asLong()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no traffic: '" + line + "'", e);
    }
    return new Traffic(byTopic);
  }
}
