package org.contactroi.simulator.scenario.file;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.contactroi.events.Channel;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.scenario.Bot;
import org.contactroi.simulator.scenario.Medium;
import org.contactroi.simulator.scenario.Queue;
import org.contactroi.simulator.scenario.Service;
import org.contactroi.simulator.scenario.Situation;
import org.contactroi.simulator.scenario.Staff;
import org.contactroi.simulator.scenario.Tenant;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Reads a tenant: first what others refer to by name, then all parts. */
final class TenantReader {

  private final Section tenant;
  private final List<Medium> media;
  private final Map<String, Section> issues;
  private final Map<String, Section> queues;

  TenantReader(Section tenant) {
    this.tenant = tenant;
    this.issues = tenant.requireSection("issues").by(Notation.ID, Form.SECTION);
    this.queues = tenant.requireSection("queues").by(Notation.ID, Form.SECTION);
    this.media = new MediaReader(queue()).read(tenant.requireSection("channels"));
  }

  Tenant read(String id) {
    Service service = service();
    Staff staff = new StaffReader(queue()).read(tenant);
    requireServed(service.queues(), staff);
    return new Tenant(
        id,
        place(),
        new DemandReader(issue()).read(tenant.requireSection("contacts")),
        new CustomersReader(channels()).read(tenant),
        service,
        staff,
        new RolloutReader(service.bots()).read(tenant.section("rollout")),
        Shapes.shares(tenant.section("situations"), Situation.class),
        new ReportingReader().read(tenant));
  }

  private Service service() {
    ServiceReader reader = new ServiceReader(queue(), channels());
    List<Bot> bots = new BotsReader(issue()).read(tenant.section("bots"));
    Section flags = tenant.section("flags");
    return new Service(
        media,
        reader.issues(issues),
        reader.queues(queues),
        bots,
        new Service.Flags(
            flags.get("share", Notation.SHARE, 0.0), flags.get("right", Notation.SHARE, 1.0)));
  }

  private Form<String> issue() {
    return Form.oneOf(issues.keySet());
  }

  private Form<String> queue() {
    return Form.oneOf(queues.keySet());
  }

  private Form<Mix<Channel>> channels() {
    List<Channel> known = media.stream().map(Medium::channel).toList();
    return Shapes.mixOf(
        Notation.CHANNEL.where(known::contains, "a channel of this tenant: " + known));
  }

  private Tenant.Place place() {
    return new Tenant.Place(
        tenant.require("zone", Notation.ZONE, ZoneOffset.UTC),
        tenant.require("currency", Notation.CURRENCY, "EUR"));
  }

  private void requireServed(List<Queue> defined, Staff staff) {
    for (Queue queue : defined) {
      if (staff.teams().stream().noneMatch(team -> team.queues().contains(queue.id()))) {
        tenant.refuse(
            "teams", "serve no queue " + queue.id() + "; allowed: a team for every queue");
      }
    }
  }
}
