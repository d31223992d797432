package org.contactroi.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Where the schema registry is and how to speak to it.
 *
 * @param urls base addresses without credentials and without a slash at the end, in the order they
 *     are tried; a path such as {@code /apis/ccompat/v7} is kept
 * @param userInfo {@code user:password} for basic authentication, or null
 * @param requestTimeout the longest wait for one answer, and for one connection
 * @param retryTotal how long a request is repeated before the registry counts as unavailable; zero:
 *     one round over the urls
 */
public record RegistrySettings(
    List<URI> urls, @Nullable String userInfo, Duration requestTimeout, Duration retryTotal) {
  /** Comma separated addresses of the registry. */
  public static final String URL = "schema.registry.url";

  /**
   * {@code URL} (default): credentials stand in the first address that has any; {@code USER_INFO}:
   * in their own key.
   */
  public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";

  /** {@code user:password}, for {@code USER_INFO}. */
  public static final String USER_INFO = "basic.auth.user.info";

  /** Milliseconds for one request, 10 000 by default. */
  public static final String REQUEST_TIMEOUT_MS = "registry.request.timeout.ms";

  /** Milliseconds for all attempts of a request together, 60 000 by default. */
  public static final String RETRY_TOTAL_MS = "registry.retry.total.ms";

  private static final long DEFAULT_REQUEST_TIMEOUT_MS = 10_000;
  private static final long DEFAULT_RETRY_TOTAL_MS = 60_000;

  public RegistrySettings {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new ConfigException(URL, "", "must name at least one address");
    }
    if (requestTimeout.isNegative() || requestTimeout.isZero()) {
      throw new ConfigException(REQUEST_TIMEOUT_MS, requestTimeout, "must be greater than 0");
    }
    if (retryTotal.isNegative()) {
      throw new ConfigException(RETRY_TOTAL_MS, retryTotal, "must not be negative");
    }
  }

  /** Returns settings for one address or several, comma separated, with every default. */
  public static RegistrySettings of(String urls) {
    return from(Map.of(URL, urls));
  }

  /**
   * Reads the settings from a client's configuration; keys that are not of the registry are
   * ignored.
   *
   * @throws ConfigException naming the key and the value at fault, credentials aside
   */
  public static RegistrySettings from(Map<String, ?> configuration) {
    Keys keys = new Keys(configuration);
    List<URI> addresses =
        Arrays.stream(keys.required(URL).split(",", -1))
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .map(RegistrySettings::parse)
            .toList();
    return new RegistrySettings(
        addresses.stream().map(RegistrySettings::withoutCredentials).toList(),
        credentials(keys, addresses),
        Duration.ofMillis(keys.number(REQUEST_TIMEOUT_MS, DEFAULT_REQUEST_TIMEOUT_MS)),
        Duration.ofMillis(keys.number(RETRY_TOTAL_MS, DEFAULT_RETRY_TOTAL_MS)));
  }

  /** Returns the value of the Authorization header, or null. */
  @Nullable String authorization() {
    if (userInfo == null) {
      return null;
    }
    byte[] plain = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain);
  }

  /** Names everything but the credentials. */
  @Override
  public String toString() {
    String user = userInfo == null ? "none" : "[hidden]";
    return "RegistrySettings[urls=%s, userInfo=%s, requestTimeout=%s, retryTotal=%s]"
        .formatted(urls, user, requestTimeout, retryTotal);
  }

  private static URI parse(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      // The cause would repeat the address with its credentials.
      throw new ConfigException(URL, hideCredentials(url), "is not a URL");
    }
    boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!isHttp || uri.getHost() == null) {
      throw new ConfigException(URL, hideCredentials(url), "must be http://host or https://host");
    }
    return uri;
  }

  private static String hideCredentials(String url) {
    return url.replaceAll("//[^/]*@", "//");
  }

  private static URI withoutCredentials(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return URI.create(uri.getScheme() + "://" + uri.getHost() + port + path);
  }

  private static @Nullable String credentials(Keys keys, List<URI> addresses) {
    String source = keys.text(CREDENTIALS_SOURCE, "URL");
    return switch (source) {
      case "USER_INFO" -> keys.required(USER_INFO);
      case "URL" ->
          addresses.stream().map(URI::getUserInfo).filter(i -> i != null).findFirst().orElse(null);
      default -> throw new ConfigException(CREDENTIALS_SOURCE, source, "must be URL or USER_INFO");
    };
  }
}
