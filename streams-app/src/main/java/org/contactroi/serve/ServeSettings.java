package org.contactroi.serve;

import java.nio.file.Path;
import java.util.Optional;
import org.contactroi.serve.access.AccessSetting;
import org.contactroi.serve.http.Cors;
import org.contactroi.serve.http.Endpoint;
import org.contactroi.serve.http.Exposure;
import org.contactroi.serve.http.Tls;

/**
 * How the read side runs.
 *
 * @param dataDir folder of its store
 * @param gaugeSlicesMax how many values of one slice of a tenant have gauges
 * @param exposure which metrics are shown
 * @param cors whose pages may read the answers
 * @param access who may ask
 * @param tls its certificate
 */
public record ServeSettings(
    Endpoint endpoint,
    Path dataDir,
    int gaugeSlicesMax,
    Exposure exposure,
    Cors cors,
    AccessSetting access,
    Optional<Tls> tls) {}
