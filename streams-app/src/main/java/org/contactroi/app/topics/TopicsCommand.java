package org.contactroi.app.topics;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.topic.Topics;
import org.contactroi.wire.Contracts;
import org.contactroi.wire.RegistryClient;
import org.contactroi.wire.RegistrySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes all topics and registers all schemas. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = {
      "Makes every topic that is not there and registers every schema. May be repeated.",
      "Exit code 1 when a topic has a cleanup policy or timestamp type that would make figures"
          + " wrong."
    })
public final class TopicsCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AppConfig config = cluster.config();
    List<TopicReport> reports = provision(config);
    reports.forEach(report -> print(out, report));
    Map<String, Integer> schemas = register(config);
    schemas.forEach((subject, id) -> out.printf("schema     %s (id %d)%n", subject, id));
    out.flush();
    return reports.stream().anyMatch(TopicReport::fatal) ? 1 : 0;
  }

  /** Makes what is not there, without schemas. */
  public static List<TopicReport> provision(AppConfig config) {
    config.kafka().requireReachable();
    try (Admin admin = Admin.create(config.kafka().admin())) {
      return new TopicProvisioner(admin).provision(TopicSpec.all(config.topics()));
    }
  }

  /** Registers all schemas in a fixed order: id by subject. */
  public static Map<String, Integer> register(AppConfig config) {
    RegistryClient registry = new RegistryClient(RegistrySettings.from(config.kafka().serdes()));
    Topics names = config.topics().names();
    return Contracts.registerAll(registry, names.inputPrefix(), names.prefix());
  }

  private static void print(PrintWriter out, TopicReport report) {
    out.printf("%-10s %s%n", report.outcome().name().toLowerCase(Locale.ROOT), report.topic());
    report
        .differences()
        .forEach(
            difference ->
                out.printf("  %s: %s%n", report.fatal() ? "error" : "warning", difference));
  }
}
