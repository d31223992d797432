package org.contactroi.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.outputs.ContainmentKpi;
import org.contactroi.outputs.CostKpi;
import org.contactroi.outputs.EpisodeRecord;
import org.contactroi.outputs.ExperienceKpi;
import org.contactroi.outputs.FirstContactResolutionKpi;
import org.contactroi.outputs.HandleTimeKpi;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.outputs.OccupancyKpi;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.outputs.SalesKpi;
import org.contactroi.outputs.SavingKpi;
import org.contactroi.outputs.ServiceLevelKpi;
import org.contactroi.outputs.TotalsRecord;
import org.contactroi.outputs.VolumeKpi;
import org.contactroi.outputs.Watermark;
import org.contactroi.reference.ReferenceRecord;

/** The value schema of every topic, in the fixed order in which they are registered. */
public final class Contracts {
  private static final List<Contract> ALL =
      List.of(
          new Contract("interaction-events", InteractionEvent.getClassSchema()),
          new Contract("agent-events", AgentEvent.getClassSchema()),
          new Contract("customer-events", CustomerEvent.getClassSchema()),
          new Contract("reference", ReferenceRecord.getClassSchema()),
          new Contract("interactions", InteractionFact.getClassSchema()),
          new Contract("episodes", EpisodeRecord.getClassSchema()),
          new Contract("totals", TotalsRecord.getClassSchema()),
          new Contract("kpi.handle-time", HandleTimeKpi.getClassSchema()),
          new Contract("kpi.service-level", ServiceLevelKpi.getClassSchema()),
          new Contract("kpi.containment", ContainmentKpi.getClassSchema()),
          new Contract("kpi.first-contact-resolution", FirstContactResolutionKpi.getClassSchema()),
          new Contract("kpi.volume", VolumeKpi.getClassSchema()),
          new Contract("kpi.saving", SavingKpi.getClassSchema()),
          new Contract("kpi.cost", CostKpi.getClassSchema()),
          new Contract("kpi.experience", ExperienceKpi.getClassSchema()),
          new Contract("kpi.sales", SalesKpi.getClassSchema()),
          new Contract("kpi.occupancy", OccupancyKpi.getClassSchema()),
          new Contract("watermarks", Watermark.getClassSchema()),
          new Contract("rejects", RejectedEvent.getClassSchema()));

  private Contracts() {}

  /**
   * What the values of one topic look like.
   *
   * @param topicSuffix the topic's name without the prefix of the installation
   */
  public record Contract(String topicSuffix, Schema schema) {
    /** Returns the subject of the topic's values, {@code <prefix><suffix>-value}. */
    public String subject(String prefix) {
      return prefix + topicSuffix + "-value";
    }
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
   * @param prefix prefix of the topics, for instance {@code contact-roi.}
   * @return id by subject, in the order of registration
   * @throws RegistryRefusedException with status 409 if a contract does not read what its subject
   *     holds
   */
  public static Map<String, Integer> registerAll(RegistryClient registry, String prefix) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (Contract contract : ALL) {
      String subject = contract.subject(prefix);
      registry.setCompatibility(subject, Compatibility.BACKWARD_TRANSITIVE);
      ids.put(subject, registry.register(subject, contract.schema()));
    }
    return Collections.unmodifiableMap(ids);
  }
}
