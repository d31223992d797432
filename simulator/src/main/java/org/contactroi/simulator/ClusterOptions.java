package org.contactroi.simulator;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that publishes to a cluster. */
public final class ClusterOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = {"--bootstrap", "--bootstrap-server"},
      paramLabel = "HOST:PORT",
      description = "Kafka brokers, separated by commas.")
  private @Nullable String bootstrap;

  @Option(names = "--registry", paramLabel = "URL", description = "Schema registry.")
  private @Nullable String registry;

  @Option(
      names = "--properties",
      paramLabel = "FILE",
      description =
          "Java properties with client settings (SASL, TLS, registry credentials), with or without"
              + " the prefix 'kafka.'. Options win over the file.")
  private @Nullable Path properties;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      description = "What every topic name starts with (default: contact-roi.).")
  private @Nullable String topicPrefix;

  @Option(
      names = "--pseudonym-key",
      paramLabel = "KEY",
      description =
          "Key of the customer pseudonyms (default: a public one for demonstrations; keep a real one"
              + " as pseudonym.key in the file of --properties).")
  private @Nullable String pseudonymKey;

  /**
   * Returns the settings the options and their file give.
   *
   * @throws ParameterException in one line, if something is missing or wrong
   */
  public ClusterSettings settings() {
    try {
      return ClusterSettings.of(readProperties(), overrides());
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
  }

  /**
   * Returns the customer pseudonyms the options and their file ask for, for a run without a
   * cluster.
   *
   * @throws ParameterException in one line, if something is wrong
   */
  public Pseudonyms pseudonyms() {
    try {
      return new Pseudonyms(ClusterSettings.pseudonymKey(readProperties(), overrides()));
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
  }

  private ClusterSettings.Overrides overrides() {
    return new ClusterSettings.Overrides(bootstrap, registry, topicPrefix, pseudonymKey);
  }

  private Properties readProperties() {
    Properties read = new Properties();
    if (properties == null) {
      return read;
    }
    try (Reader reader = Files.newBufferedReader(properties)) {
      read.load(reader);
      return read;
    } catch (IOException e) {
      throw wrong(
          new IllegalArgumentException(
              "--properties " + properties + " cannot be read: " + e.getMessage(), e));
    }
  }

  /**
   * Returns the exception that ends the command as wrongly called, with the message as its line.
   */
  public ParameterException wrong(IllegalArgumentException cause) {
    return new ParameterException(
        requireNonNull(command).commandLine(), String.valueOf(cause.getMessage()), cause);
  }
}
