package org.contactroi.oracle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The versions of every tenant's policy. */
final class OraclePolicies {

  private final Map<String, List<OraclePolicy>> versions;

  OraclePolicies(Map<String, List<OraclePolicy>> versions) {
    this.versions = versions;
  }

  /** The version with the latest valid_from at or before the instant, else the first of all. */
  OraclePolicy at(String tenant, long instant) {
    OraclePolicy valid = first(tenant);
    for (OraclePolicy version : of(tenant)) {
      boolean begun = !version.validFrom().isAfter(Instant.ofEpochMilli(instant));
      if (begun && version.validFrom().isAfter(valid.validFrom())) {
        valid = version;
      }
    }
    return valid;
  }

  /** "The zone is fixed for a tenant's life." */
  ZoneId zone(String tenant) {
    return first(tenant).zone();
  }

  private OraclePolicy first(String tenant) {
    OraclePolicy first = of(tenant).get(0);
    for (OraclePolicy version : of(tenant)) {
      if (version.validFrom().isBefore(first.validFrom())) {
        first = version;
      }
    }
    return first;
  }

  private List<OraclePolicy> of(String tenant) {
    List<OraclePolicy> of = versions.get(tenant);
    if (of == null || of.isEmpty()) {
      throw new IllegalArgumentException("No policy of tenant " + tenant);
    }
    return of;
  }
}
