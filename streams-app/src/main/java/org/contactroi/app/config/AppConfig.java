package org.contactroi.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contactroi.app.config.Settings.Entry;
import org.contactroi.kpi.Policies;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.NearestKey;
import org.contactroi.serve.ServeSettings;
import org.contactroi.serve.access.AccessSetting;
import org.contactroi.serve.http.Cors;
import org.contactroi.serve.http.Endpoint;
import org.contactroi.serve.http.Exposure;
import org.contactroi.serve.http.Tls;
import org.contactroi.serve.store.Outputs;

/**
 * The whole configuration, parsed and checked once.
 *
 * @param kafka how Kafka and the registry are reached
 * @param topics names and shape of the topics
 * @param streams how the topology runs
 * @param metrics where {@code run} shows its metrics
 * @param tls the certificate that {@code run} and {@code serve} show
 * @param exposure which metrics {@code run} and {@code serve} show
 * @param serve how the read side runs
 * @param policies the choices that figures depend on
 */
public record AppConfig(
    KafkaSettings kafka,
    TopicSettings topics,
    StreamsSettings streams,
    Endpoint metrics,
    Optional<Tls> tls,
    Exposure exposure,
    ServeSettings serve,
    Policies policies) {

  /** The defaults. */
  public static AppConfig defaults() {
    return of(Map.of());
  }

  /**
   * From keys alone, without file and environment.
   *
   * @throws InvalidConfigException naming key, value and what is allowed
   */
  public static AppConfig of(Map<String, String> options) {
    return load(Optional.empty(), Map.of(), options);
  }

  /**
   * Loads the configuration. Precedence, lowest first: defaults, the properties file, environment
   * variables ({@code CONTACT_ROI_} and the key in upper case, {@code .} and {@code -} written as
   * {@code _}), options of the command line.
   *
   * @param file properties file, UTF-8
   * @param environment all variables; those without the prefix are ignored
   * @param options values by key
   * @throws InvalidConfigException naming key, value, where it stood and what is allowed
   */
  public static AppConfig load(
      Optional<Path> file, Map<String, String> environment, Map<String, String> options) {
    Map<String, Entry> fromFile = file.map(ConfigSources::file).orElse(Map.of());
    Map<String, Entry> fromOptions = ConfigSources.options(options);
    Set<String> known = new HashSet<>(fromFile.keySet());
    known.addAll(fromOptions.keySet());
    Map<String, Entry> fromEnvironment = ConfigSources.environment(environment, known);
    return from(Settings.of(fromFile, fromEnvironment, fromOptions));
  }

  private static AppConfig from(Settings settings) {
    for (String key : settings.keys()) {
      requireKnown(settings, key);
    }
    return new AppConfig(
        KafkaSettings.from(settings),
        TopicSettings.from(settings),
        StreamsSettings.from(settings),
        settings.endpoint(Setting.METRICS_HOST, Setting.METRICS_PORT),
        tls(settings),
        exposure(settings),
        serve(settings),
        new PolicySettings(settings).policies());
  }

  private static ServeSettings serve(Settings settings) {
    return new ServeSettings(
        settings.endpoint(Setting.SERVE_HOST, Setting.SERVE_PORT),
        Path.of(settings.text(Setting.SERVE_DATA_DIR)),
        settings.integer(Setting.SERVE_GAUGE_SLICES_MAX, 1, 1_000_000),
        exposure(settings),
        settings.parse(
            Setting.SERVE_CORS_ORIGINS,
            "origins such as https://board.example.org, separated by commas",
            Cors::parse,
            cors -> true),
        new AccessSetting(settings.text(Setting.SERVE_ACCESS)),
        tls(settings));
  }

  private static Optional<Tls> tls(Settings settings) {
    Optional<String> password = text(settings, Setting.HTTP_TLS_PASSWORD);
    Optional<Path> file = text(settings, Setting.HTTP_TLS_PASSWORD_FILE).map(Path::of);
    Optional<Path> keystore = text(settings, Setting.HTTP_TLS_KEYSTORE).map(Path::of);
    if (keystore.isEmpty()) {
      return Optional.empty();
    }
    if (password.isPresent() == file.isPresent()) {
      throw settings.error(
          Setting.HTTP_TLS_KEYSTORE.key(),
          "needs its password: either http.tls.password.file or http.tls.password");
    }
    return Optional.of(new Tls(keystore.get(), password, file));
  }

  private static Optional<String> text(Settings settings, Setting setting) {
    return Optional.of(settings.parse(setting, "any text", text -> text, text -> true))
        .filter(text -> !text.isBlank());
  }

  private static Exposure exposure(Settings settings) {
    List<Exposure> all = List.of(Exposure.values());
    return settings
        .parse(
            Setting.METRICS_INCLUDE,
            ChoiceText.of(all),
            text -> all.stream().filter(one -> ChoiceText.of(one).equals(text)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /**
   * The configuration of a replay of the same events: with outputs, state and group of its own.
   *
   * @param name what topics, state and group are named by
   */
  public AppConfig replay(String name, int threads) {
    return new AppConfig(
        kafka,
        new TopicSettings(
            topics.names().ofReplay(name), topics.partitions(), topics.replicationFactor()),
        streams.replay(name, threads),
        metrics,
        tls,
        exposure,
        serve,
        policies);
  }

  /** The output topics and how they are reached. */
  public Outputs outputs() {
    return new Outputs(
        topics.names(), kafka.consumer(), kafka.admin(), kafka.valueDeserializer(), kafka.serdes());
  }

  private static void requireKnown(Settings settings, String key) {
    if (!isKnown(key)) {
      throw settings.error(
          key, "is unknown; did you mean '%s'?".formatted(NearestKey.of(key, candidates(key))));
    }
  }

  private static boolean isKnown(String key) {
    return Setting.of(key).isPresent()
        || key.startsWith(KafkaSettings.PREFIX)
        || SerdeKeys.isOne(key)
        || PolicySettings.field(key).isPresent();
  }

  private static List<String> candidates(String key) {
    List<String> candidates = new ArrayList<>(Setting.keys());
    candidates.addAll(SerdeKeys.KEYS);
    candidates.add("basic.auth.credentials.source");
    candidates.add("basic.auth.user.info");
    String policy = policyPrefix(key);
    PolicySettings.FIELDS.forEach(field -> candidates.add(policy + field));
    return candidates;
  }

  /** Up to the tenant of a key that looks like one of a policy, so that the field is compared. */
  private static String policyPrefix(String key) {
    int tenant = key.indexOf('.', PolicySettings.PREFIX.length());
    return key.startsWith(PolicySettings.PREFIX) && tenant > 0
        ? key.substring(0, tenant + 1)
        : PolicySettings.PREFIX + "default.";
  }
}
