package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import org.contactroi.serve.gauge.Tenant;
import org.jspecify.annotations.Nullable;

/** Instants as the API writes them: local to the tenant, with the offset. */
final class Times {

  private Times() {}

  static @Nullable String text(@Nullable Long millis, ZoneId zone) {
    return millis == null
        ? null
        : Instant.ofEpochMilli(millis).atZone(zone).toOffsetDateTime().toString();
  }

  /** What documents about a tenant begin with. */
  static ObjectNode tenant(Tenant tenant) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("tenant", tenant.id())
        .put("zone", tenant.zone().getId())
        .put("watermark", text(tenant.watermark(), tenant.zone()));
  }
}
