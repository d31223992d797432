package org.contactroi.app.topics;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;

/** Who runs a pipeline. */
public final class GroupMembers {

  private GroupMembers() {}

  /** How many members of a group are running. */
  public static int running(Admin admin, String group) {
    try {
      return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
          .mapToInt(description -> description.members().size())
          .sum();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw new IllegalStateException(
          "group %s cannot be described: %s".formatted(group, e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }
}
