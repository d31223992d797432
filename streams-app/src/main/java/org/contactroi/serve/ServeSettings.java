package org.contactroi.serve;

import java.nio.file.Path;
import org.contactroi.serve.http.Endpoint;

/**
 * How the read side runs.
 *
 * @param dataDir folder of its store
 * @param gaugeSlicesMax how many values of one slice of a tenant have gauges
 */
public record ServeSettings(Endpoint endpoint, Path dataDir, int gaugeSlicesMax) {}
