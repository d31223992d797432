package org.contactroi.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.outputs.EpisodeRecord;
import org.contactroi.outputs.FamilyTotals;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.outputs.LiveRecord;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.outputs.RunRecord;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.TotalsRecord;
import org.contactroi.outputs.Watermark;
import org.contactroi.reference.ReferenceRecord;

/** The value schema of every topic, in the fixed order in which they are registered. */
public final class Contracts {
  private static final List<Contract> ALL =
      Stream.of(
              Stream.of(
                  new Contract("interaction-events", InteractionEvent.getClassSchema(), true),
                  new Contract("agent-events", AgentEvent.getClassSchema(), true),
                  new Contract("customer-events", CustomerEvent.getClassSchema(), true),
                  new Contract("runs", RunRecord.getClassSchema(), true),
                  new Contract("reference", ReferenceRecord.getClassSchema()),
                  new Contract("interactions", InteractionFact.getClassSchema()),
                  new Contract("episodes", EpisodeRecord.getClassSchema()),
                  new Contract("totals", TotalsRecord.getClassSchema())),
              families().stream()
                  .map(family -> new Contract("kpi." + family, KpiRecord.getClassSchema())),
              Stream.of(
                  new Contract("roi", StatementRecord.getClassSchema()),
                  new Contract("live", LiveRecord.getClassSchema()),
                  new Contract("watermarks", Watermark.getClassSchema()),
                  new Contract("rejects", RejectedEvent.getClassSchema())))
          .flatMap(contracts -> contracts)
          .toList();

  private Contracts() {}

  /**
   * What the values of one topic look like.
   *
   * @param topicSuffix the topic's name without the prefix of the installation
   * @param isShared whether all runs over the same events share the topic
   */
  public record Contract(String topicSuffix, Schema schema, boolean isShared) {

    private Contract(String topicSuffix, Schema schema) {
      this(topicSuffix, schema, false);
    }

    /** Returns the subject of the topic's values, {@code <prefix><suffix>-value}. */
    public String subject(String prefix) {
      return prefix + topicSuffix + "-value";
    }
  }

  /** Returns the ids of the KPI families, in the order of their sections in the totals. */
  public static List<String> families() {
    return FamilyTotals.getClassSchema().getFields().stream()
        .map(section -> section.name().replace('_', '-'))
        .toList();
  }

  /** Returns every contract, in the order of registration. */
  public static List<Contract> all() {
    return ALL;
  }

  /**
   * Registers every contract and has the registry accept only versions that read everything written
   * before. May be repeated.
   *
   * <p>The level is set first, so that it guards this very registration too.
   *
   * @param sharedPrefix prefix of the topics that all runs over the same events share, for instance
   *     {@code contact-roi.}
   * @param prefix prefix of the others
   * @return id by subject, in the order of registration
   * @throws RegistryRefusedException with status 409 if a contract does not read what its subject
   *     holds
   */
  public static Map<String, Integer> registerAll(
      RegistryClient registry, String sharedPrefix, String prefix) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (Contract contract : ALL) {
      String subject = contract.subject(contract.isShared() ? sharedPrefix : prefix);
      registry.setCompatibility(subject, Compatibility.BACKWARD_TRANSITIVE);
      ids.put(subject, registry.register(subject, contract.schema()));
    }
    return Collections.unmodifiableMap(ids);
  }
}
