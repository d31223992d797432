package org.contactroi.serve;

import java.nio.file.Path;
import org.contactroi.serve.http.Cors;
import org.contactroi.serve.http.Endpoint;
import org.contactroi.serve.http.Exposure;

/**
 * How the read side runs.
 *
 * @param dataDir folder of its store
 * @param gaugeSlicesMax how many values of one slice of a tenant have gauges
 * @param exposure which metrics are shown
 * @param cors whose pages may read the answers
 */
public record ServeSettings(
    Endpoint endpoint, Path dataDir, int gaugeSlicesMax, Exposure exposure, Cors cors) {}
