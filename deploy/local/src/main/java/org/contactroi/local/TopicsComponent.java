package org.contactroi.local;

import java.util.List;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.TopicReport;
import org.contactroi.app.topics.TopicsCommand;

/** Makes the topics that are missing and registers the schemas. */
record TopicsComponent(AppConfig config) implements Component {

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public String start() {
    List<TopicReport> reports = TopicsCommand.provision(config);
    for (TopicReport report : reports) {
      if (report.fatal()) {
        throw new SetupException(
            "topic %s cannot be used: %s"
                .formatted(report.topic(), String.join("; ", report.differences())));
      }
    }
    int schemas = TopicsCommand.register(config).size();
    return "%d topics, %d schemas".formatted(reports.size(), schemas);
  }
}
