package org.contactroi.kpi;

import java.util.Map;

/** The policy of each tenant; tenants without one of their own have the default. */
public record Policies(KpiPolicy otherwise, Map<String, KpiPolicy> byTenant) {

  public Policies {
    byTenant = Map.copyOf(byTenant);
  }

  /** The policy of a tenant. */
  public KpiPolicy of(String tenant) {
    return byTenant.getOrDefault(tenant, otherwise);
  }
}
