package org.contactroi.catalog;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A version of a tenant's policy.
 *
 * @param money what its amounts depend on; null for a tenant without any
 */
public record PolicyEntry(String tenant, KpiPolicy policy, @Nullable MoneyPolicy money)
    implements VersionEntry {

  /** Name of the group of fields about money. */
  public static final String MONEY = "money";

  /** Value of the calendar where there is none. */
  public static final String NO_CALENDAR = "none";

  /** One without money. */
  public PolicyEntry(String tenant, KpiPolicy policy) {
    this(tenant, policy, null);
  }

  @Override
  public Kind kind() {
    return Kind.POLICY;
  }

  @Override
  public List<String> name() {
    return List.of();
  }

  @Override
  public long validFrom() {
    return policy.validFrom();
  }

  @Override
  public Map<String, String> fields() {
    return PolicyFields.TABLE.texts(this);
  }

  @Override
  public Map<String, String> fieldsBefore(Policies others) {
    return new PolicyEntry(tenant, others.at(tenant, validFrom())).fields();
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, PolicyFields.TABLE.record(this));
  }

  @Override
  public List<Refusal> refusals(Policies others) {
    return others.refusals(tenant, policy);
  }

  @Override
  public Policies addedTo(Policies others) {
    return others.with(tenant, policy);
  }

  /** Every field about money with its value, in the spelling and order of files. */
  public static Map<String, String> fields(MoneyPolicy money) {
    return PolicyFields.MONEY.texts(money);
  }
}
