package org.contactroi.app.run;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.contactroi.app.api.OnDemand;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.OfficialWatch;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.runs.Runs;
import org.contactroi.serve.Serve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A read side that shows the run that is official, whichever that is. */
public final class OfficialServe implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OfficialServe.class);

  private final AppConfig base;
  private final Serve serve;
  private final OfficialWatch watch;

  private OfficialServe(AppConfig base, String name, AppConfig config, List<MeterBinder> further) {
    this.base = base;
    this.serve =
        Serve.start(
            base.serve(), config.outputs(), base.policies(), further, shown(base, name, config));
    this.watch = new OfficialWatch(base, name, this::show);
  }

  /**
   * Starts to show. Where it cannot be known yet which run is official, the one that is no replay
   * is shown until it is.
   *
   * @param base the configuration of that run
   * @param further meters of other parts of this process
   */
  public static OfficialServe start(AppConfig base, List<MeterBinder> further) {
    try {
      KnownRuns runs = Runs.known(base);
      String name = runs.official();
      return new OfficialServe(base, name, runs.config(name), further);
    } catch (KafkaException | IllegalStateException e) {
      LOG.warn("It is not known yet which run is official: {}", e.getMessage());
      return new OfficialServe(base, ReplayName.LIVE, base, further);
    }
  }

  private static Serve.Shown shown(AppConfig base, String name, AppConfig config) {
    return new Serve.Shown(folder(base, name), OnDemand.routes(base, config));
  }

  /** What is read of a replay is kept beside what is read of the run itself. */
  private static Path folder(AppConfig base, String name) {
    Path folder = base.serve().dataDir();
    return name.equals(ReplayName.LIVE)
        ? folder
        : folder.resolveSibling(folder.getFileName() + ".replay." + name);
  }

  private void show(KnownRuns runs) {
    String name = runs.official();
    AppConfig config = runs.config(name);
    try {
      serve.show(config.outputs(), shown(base, name, config));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** What is shown. */
  public Serve serve() {
    return serve;
  }

  @Override
  public void close() {
    watch.close();
    serve.close();
  }
}
