package org.contactroi.app;

import java.nio.file.Path;

/**
 * How the read side runs.
 *
 * @param endpoint where it listens
 * @param dataDir folder of its store
 * @param gaugeSlicesMax how many values of one slice of a tenant have gauges
 */
public record ServeSettings(Endpoint endpoint, Path dataDir, int gaugeSlicesMax) {

  static ServeSettings from(Settings settings) {
    return new ServeSettings(
        Endpoint.from(settings, Setting.SERVE_HOST, Setting.SERVE_PORT),
        Path.of(settings.text(Setting.SERVE_DATA_DIR)),
        settings.integer(Setting.SERVE_GAUGE_SLICES_MAX, 1, 1_000_000));
  }
}
