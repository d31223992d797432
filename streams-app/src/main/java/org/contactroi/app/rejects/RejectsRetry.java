package org.contactroi.app.rejects;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.ReadingProgress;

/**
 * Publishes refused events again.
 *
 * @param options which, as they were
 * @param mended events of files
 */
public record RejectsRetry(RetryOptions options, List<SpecificRecord> mended) {

  public RejectsRetry {
    mended = List.copyOf(mended);
  }

  /**
   * Publishes, and says what was and what not.
   *
   * @return exit code: 0 if all was published, 1 if something was not
   */
  public int publish(AppConfig config, PrintWriter out) {
    Predicate<RefusedRecord> wanted = options.wanted(RejectsCommand.REASONS);
    List<RefusedRecord> rejects = RefusedRecords.rejects(config, ReadingProgress.SILENT);
    Retry retry = new Retry(rejects);
    retry.addMended(mended);
    if (!options.isEmpty()) {
      retry.addRefused(options.chosen(rejects, wanted));
    }
    try (RetryPublication publication = RetryPublication.open(config)) {
      return publication.publish(retry, out);
    }
  }
}
